import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { inEnglish, said, type Said } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import type { ItemKind } from '../schema/folders.ts';
import type { ChangeKind } from '../schema/undo.ts';
import { trashFolder } from '../tasks.ts';
import type { UndoStep } from './undo.ts';
import { isOverwritten, whyNotBack } from './way-back.ts';

export interface ChangeQuery {
	limit: number;
	cursor?: string | undefined;
	movie?: number | undefined;
	series?: number | undefined;
}

export interface ChangeSubject {
	kind: ItemKind;
	id: number;
	title: string;
	/** It is in the library. */
	here: boolean;
}

export interface Change {
	id: number;
	kind: ChangeKind;
	/** In English. */
	title: string;
	text: string;
	values: Record<string, string | number> | null;
	by: string | null;
	createdAt: number;
	undoneAt: number | null;
	undoneBy: string | null;
	/** Why it cannot be undone. */
	why: Said | null;
	/** The first of what it touched. */
	subjects: ChangeSubject[];
	subjectCount: number;
	paths: string[];
	pathCount: number;
}

interface Row {
	id: number;
	kind: ChangeKind;
	title: string;
	values: string | null;
	by: string | null;
	createdAt: number;
	undoneAt: number | null;
	undoneBy: string | null;
	/** Only where they tell whether it can be undone; snapshots of matches may be large. */
	steps: string | null;
}

const shownSubjects = 5;
const shownPaths = 6;

/** What was changed, latest first. */
export async function listChanges(db: Db, { limit, cursor, movie, series }: ChangeQuery) {
	const [kind, item] = movie !== undefined ? ['movie', movie] : ['series', series ?? null];
	const where = `(:item IS NULL OR EXISTS (SELECT 1 FROM undo_subjects s WHERE s.stepId = u.id AND s.kind = :kind AND s.itemId = :item))`;
	const total = prepared(db, `SELECT count(*) FROM undo_steps u WHERE ${where}`)
		.pluck()
		.get({ kind, item }) as number;
	const before = cursor ? (decodeCursor(cursor, 1)[0] as number) : Number.MAX_SAFE_INTEGER;
	const rows = prepared(
		db,
		`SELECT id, kind, title, "values", "by", createdAt, undoneAt, undoneBy, CASE WHEN kind IN ('deleted', 'renamed', 'edited') THEN steps END AS steps
		FROM undo_steps u WHERE ${where} AND u.id < :before ORDER BY u.id DESC LIMIT :limit`
	).all({ kind, item, before, limit: limit + 1 }) as Row[];
	const page = pageOf(rows, limit, total, (last) => [last.id]);
	return { ...page, items: await Promise.all(page.items.map((row) => whole(db, row))) };
}

async function whole(db: Db, { steps, values: sealed, ...row }: Row): Promise<Change> {
	const values = sealed === null ? null : (JSON.parse(sealed) as Change['values']);
	const known = steps === null ? [] : (JSON.parse(steps) as UndoStep[]);
	const { why } = await standingOf(db, { ...row, steps: known });
	const paths = known.flatMap(pathsOf);
	return {
		...row,
		title: inEnglish({ text: row.title, values }),
		text: row.title,
		values,
		why: why ?? null,
		...subjectsOf(db, row.id),
		paths: paths.slice(0, shownPaths),
		pathCount: paths.length
	};
}

const pathsOf = (step: UndoStep): string[] =>
	step.do === 'restore'
		? [step.path]
		: step.do === 'move'
			? step.moves.filter(({ fileId }) => fileId !== undefined).map(({ from }) => from)
			: [];

const hereSql = `CASE s.kind WHEN 'movie' THEN EXISTS (SELECT 1 FROM movies WHERE id = s.itemId) ELSE EXISTS (SELECT 1 FROM series WHERE id = s.itemId) END`;

function subjectsOf(db: Db, stepId: number): Pick<Change, 'subjects' | 'subjectCount'> {
	const subjects = prepared(
		db,
		`SELECT s.kind, s.itemId AS id, s.title, ${hereSql} AS here FROM undo_subjects s WHERE s.stepId = ? LIMIT ?`
	).all(stepId, shownSubjects) as (Omit<ChangeSubject, 'here'> & { here: number })[];
	const count = prepared(db, 'SELECT count(*) FROM undo_subjects WHERE stepId = ?').pluck().get(stepId);
	return {
		subjects: subjects.map((subject) => ({ ...subject, here: subject.here === 1 })),
		subjectCount: count as number
	};
}

/** What must be undone before, when it came later and touched the same. */
const standsOn: Record<ChangeKind, readonly ChangeKind[]> = {
	deleted: ['deleted'],
	renamed: ['renamed', 'deleted'],
	matched: ['matched', 'reordered', 'assigned', 'deleted'],
	reordered: ['matched', 'reordered', 'assigned', 'deleted'],
	assigned: ['matched', 'reordered', 'assigned', 'deleted'],
	edited: [],
	added: [],
	imported: ['imported', 'renamed', 'matched', 'assigned', 'deleted'],
	other: []
};

/** Whether a change can be undone, and why not. */
export async function standingOf(
	db: Db,
	row: { id: number; kind: ChangeKind; undoneAt: number | null; steps: readonly unknown[] }
): Promise<{ why?: Said }> {
	if (row.undoneAt !== null) return { why: said('This was undone already.') };
	const later = laterOne(db, row.id, standsOn[row.kind]);
	if (later) return { why: said('“{title}” came later: undo that first.', { title: later }) };
	if (row.kind === 'edited' && allGone(db, row.id))
		return { why: said('It is not in the library any more.') };
	if (row.kind === 'edited' && isOverwritten(db, row.steps as UndoStep[]))
		return { why: said('What it changed was changed again since.') };
	for (const step of row.steps as UndoStep[]) {
		if (step.do === 'rows') {
			const why = whyNotBack(db, step);
			if (why) return { why };
		}
		if (step.do !== 'restore') continue;
		const there = (path: string) =>
			lstat(path).then(
				() => true,
				() => false
			);
		const inTrash = await there(join(trashFolder(step.root), step.trashId));
		if (!inTrash && !(await there(join(step.root, step.path))))
			return { why: said('Its files were deleted for good.') };
	}
	return {};
}

function laterOne(db: Db, id: number, kinds: readonly ChangeKind[]): string | undefined {
	if (kinds.length === 0) return undefined;
	const row = prepared(
		db,
		`SELECT u.title, u."values" FROM undo_subjects own JOIN undo_subjects other ON other.kind = own.kind AND other.itemId = own.itemId AND other.stepId > own.stepId
		JOIN undo_steps u ON u.id = other.stepId
		WHERE own.stepId = ? AND u.undoneAt IS NULL AND u.kind IN (SELECT value FROM json_each(?)) ORDER BY u.id DESC LIMIT 1`
	).get(id, JSON.stringify(kinds)) as { title: string; values: string | null } | undefined;
	return (
		row &&
		inEnglish({
			text: row.title,
			values: row.values === null ? null : (JSON.parse(row.values) as Change['values'])
		})
	);
}

function allGone(db: Db, stepId: number): boolean {
	const [count, here] = prepared(
		db,
		`SELECT count(*), coalesce(sum(${hereSql}), 0) FROM undo_subjects s WHERE s.stepId = ?`
	)
		.raw()
		.get(stepId) as [number, number];
	return count > 0 && here === 0;
}
