import { setImmediate as breathe } from 'node:timers/promises';
import { and, asc, count, eq, getTableColumns, gt, inArray, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { RowKind, Standing } from '#core/library/bring-words.ts';
import type { Said } from '#core/text/said.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import { bringRows } from './schema.ts';

export interface RowDraft {
	kind: RowKind;
	key: string;
	title: string;
	year?: number | undefined;
	standing: Standing;
	reasons: Said[];
	facts: unknown;
	localId?: number | undefined;
}

export type BringRow = Omit<typeof bringRows.$inferSelect, 'facts' | 'sourceId'>;

export interface RowFilter {
	kind?: RowKind | undefined;
	standing?: Standing | undefined;
	outcome?: 'done' | 'failed' | undefined;
}

export interface RowQuery extends RowFilter {
	limit: number;
	cursor?: string | undefined;
}

const { facts: _, sourceId: __, ...shown } = getTableColumns(bringRows);

const atOnce = 500;

/** In portions, so that nobody waits while thousands of lines are written. */
export async function replaceRows(db: Db, sourceId: number, drafts: readonly RowDraft[]): Promise<void> {
	db.delete(bringRows).where(eq(bringRows.sourceId, sourceId)).run();
	for (let from = 0; from < drafts.length; from += atOnce) {
		rawDb(db).transaction(() => {
			for (const draft of drafts.slice(from, from + atOnce)) {
				const chosen = draft.standing === 'new' || draft.standing === 'changes';
				db.insert(bringRows)
					.values({ ...draft, facts: draft.facts ?? {}, sourceId, chosen })
					.run();
			}
		})();
		await breathe();
	}
}

const where = (sourceId: number, { kind, standing, outcome }: RowFilter): SQL | undefined =>
	and(
		eq(bringRows.sourceId, sourceId),
		kind && eq(bringRows.kind, kind),
		standing && eq(bringRows.standing, standing),
		outcome && eq(bringRows.outcome, outcome)
	);

export function listRows(db: Db, sourceId: number, { limit, cursor, ...filter }: RowQuery) {
	const [after] = cursor ? decodeCursor(cursor, 1) : [];
	const condition = where(sourceId, filter);
	const { total } = db.select({ total: count() }).from(bringRows).where(condition).get()!;
	const rows: BringRow[] = db
		.select(shown)
		.from(bringRows)
		.where(and(condition, after === undefined ? undefined : gt(bringRows.id, Number(after))))
		.orderBy(asc(bringRows.id))
		.limit(limit + 1)
		.all();
	return pageOf(rows, limit, total, (last) => [last.id]);
}

export interface RowCount {
	kind: RowKind;
	standing: Standing;
	count: number;
	chosen: number;
	done: number;
	failed: number;
}

export const countRows = (db: Db, sourceId: number) =>
	prepared(
		db,
		`SELECT kind, standing, count(*) AS count, sum(chosen) AS chosen, coalesce(sum(outcome = 'done'), 0) AS done, coalesce(sum(outcome = 'failed'), 0) AS failed
		FROM bring_rows WHERE sourceId = ? GROUP BY kind, standing`
	).all(sourceId) as RowCount[];

/** Some lines by id, or all that a filter shows; what cannot or need not come is never chosen, what came stays. */
export function chooseRows(
	db: Db,
	sourceId: number,
	which: { ids: readonly number[] } | RowFilter,
	chosen: boolean
): number {
	const those =
		'ids' in which ? and(where(sourceId, {}), inArray(bringRows.id, [...which.ids])) : where(sourceId, which);
	return db
		.update(bringRows)
		.set({ chosen })
		.where(
			and(
				those,
				inArray(bringRows.standing, ['new', 'changes']),
				or(isNull(bringRows.outcome), ne(bringRows.outcome, 'done'))
			)
		)
		.run().changes;
}

/** What is to be done, by kind in the order of the preview. */
export const openRows = (db: Db, sourceId: number, kinds: readonly RowKind[]) =>
	prepared(
		db,
		`SELECT id FROM bring_rows WHERE sourceId = ? AND chosen = 1 AND outcome IS NOT 'done' AND kind IN (SELECT value FROM json_each(?)) ORDER BY id`
	)
		.pluck()
		.all(sourceId, JSON.stringify(kinds)) as number[];

export interface FullRow {
	id: number;
	kind: RowKind;
	title: string;
	localId: number | null;
	facts: unknown;
}

export function fullRow(db: Db, id: number): FullRow {
	const row = prepared(db, 'SELECT id, kind, title, localId, facts FROM bring_rows WHERE id = ?').get(
		id
	) as FullRow;
	return { ...row, facts: JSON.parse(row.facts as string) as unknown };
}

export function settleRow(
	db: Db,
	id: number,
	outcome: 'done' | 'failed',
	{ message, localId }: { message?: string; localId?: number } = {}
): void {
	prepared(
		db,
		'UPDATE bring_rows SET outcome = ?, message = ?, localId = coalesce(?, localId) WHERE id = ?'
	).run(outcome, message ?? null, localId ?? null, id);
}
