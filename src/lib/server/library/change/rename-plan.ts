import { dirname, extname } from 'node:path';
import { episodePath, moviePath, seriesFolder } from '#core/naming/item-paths.ts';
import type { NamingFormats } from '#core/naming/naming-formats.ts';
import type { NamingStyle } from '#core/naming/naming-style.ts';
import { previewRenames, type PlannedRename } from '#core/naming/preview-renames.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind, SeriesType } from '../schema/folders.ts';
import type { FileMove } from './move-files.ts';
import { episodeSubject, fileSubject, itemSubject, type NamedFile } from './name-subject.ts';
import { allMoves, pathsBelow, standsIn, thoseThere, type OwnFile } from './rename-beside.ts';

export interface Naming {
	formats: NamingFormats;
	style: NamingStyle;
}

export interface ItemRef {
	kind: ItemKind;
	id: number;
	/** Only these of its files; its folder keeps its name. */
	files?: number[];
}

export interface RenamePreview {
	kind: ItemKind;
	id: number;
	title: string;
	folder: { from: string | null; to: string };
	renames: PlannedRename[];
	/** Why nothing of it can be renamed. */
	blocked?: string;
}

export interface Planned extends RenamePreview {
	rootFolderId: number;
	root: string;
	moves: FileMove[];
}

interface ItemRow {
	title: string;
	folder: string | null;
	rootFolderId: number | null;
	root: string | null;
	readOnly: number | null;
	seriesType: SeriesType | null;
}

const rowOf = (db: Db, { kind, id }: ItemRef) =>
	prepared(
		db,
		`SELECT i.title, i.folder, i.rootFolderId, r.path AS root, r.readOnly, ${kind === 'series' ? 'i.seriesType' : 'NULL AS seriesType'}
		FROM ${tableOf[kind]} i LEFT JOIN root_folders r ON r.id = i.rootFolderId WHERE i.id = ?`
	).get(id) as ItemRow | undefined;

const filesOf = (db: Db, { kind, id }: ItemRef, rootFolderId: number) =>
	prepared(
		db,
		`SELECT id, path, role, part, edition, quality, "group", releaseName, probe, unit FROM files WHERE ${kind}Id = ? AND rootFolderId = ? AND state = 'present' ORDER BY path`
	).all(id, rootFolderId) as OwnFile[];

/** What renaming these items would do. */
export async function previewRename(
	db: Db,
	items: readonly ItemRef[],
	naming: Naming
): Promise<RenamePreview[]> {
	const previews: RenamePreview[] = [];
	for (const item of items) {
		const planned = await planRename(db, item, naming);
		if (!planned) continue;
		const { rootFolderId: _, root: __, moves: ___, ...preview } = planned;
		previews.push(preview);
	}
	return previews;
}

export async function planRename(db: Db, item: ItemRef, naming: Naming): Promise<Planned | undefined> {
	const row = rowOf(db, item);
	if (!row) return undefined;
	const { root, rootFolderId, title, folder: from } = row;
	const empty = {
		kind: item.kind,
		id: item.id,
		title,
		renames: [],
		moves: [],
		rootFolderId: rootFolderId ?? 0,
		root: root ?? ''
	};
	if (root === null || rootFolderId === null)
		return { ...empty, folder: { from, to: '' }, blocked: 'It stands in no root folder.' };
	if (row.readOnly) return { ...empty, folder: { from, to: from ?? '' }, blocked: `${root} is read-only.` };
	const subject = itemSubject(db, item.kind, item.id);
	const files = filesOf(db, item, rootFolderId);
	const all = new Map(
		files.flatMap((file) => {
			const to = targetOf(db, item, row, subject, file, naming);
			return to === undefined ? [] : [[file, to] as const];
		})
	);
	const [firstTarget] = all.values();
	const wished =
		item.kind === 'series'
			? seriesFolder(naming.formats, subject, { style: naming.style })
			: firstTarget === undefined
				? (from ?? '')
				: dirname(firstTarget);
	const stays = item.files !== undefined && standsIn(from, files);
	const to = stays ? from! : wished;
	const targets = new Map(
		[...all]
			.filter(([file]) => item.files?.includes(file.id) ?? true)
			.map(([file, path]) => [file, stays ? `${from}${path.slice(wished.length)}` : path] as const)
	);
	const place = { root, rootFolderId, from, to, isWhole: item.files === undefined };
	const moves = await thoseThere(root, await allMoves(db, place, files, targets));
	const occupied = await pathsBelow(root, [
		from,
		to,
		...new Set([...targets.values()].map((path) => dirname(path)))
	]);
	const result = previewRenames(
		moves.map((move, index) => ({ id: index, from: move.from, to: move.to })),
		occupied
	);
	return {
		...empty,
		folder: { from, to },
		renames: [...result.renames],
		moves: result.moves.flatMap((step) => stepsOf(moves[Number(step.id)]!, step, to))
	};
}

/** Two that trade places meet halfway. */
function stepsOf(
	move: FileMove,
	{ from, to, viaTemporary }: { from: string; to: string; viaTemporary: boolean },
	unit: string
): FileMove[] {
	const whole = { ...move, from, to, ...(move.fileId !== undefined && { unit }) };
	const halfway = `${to}.bijou-halfway`;
	return viaTemporary
		? [
				{ ...whole, to: halfway },
				{ ...whole, from: halfway }
			]
		: [whole];
}

function targetOf(
	db: Db,
	{ kind }: ItemRef,
	{ seriesType }: ItemRow,
	subject: ReturnType<typeof itemSubject>,
	file: NamedFile,
	{ formats, style }: Naming
): string | undefined {
	if (file.role !== 'main' && file.role !== 'part') return undefined;
	// A disc structure keeps its name; so does what lies in a folder of one disc.
	if (/(?:^|\/)(?:VIDEO_TS|BDMV)$/i.test(file.path)) return undefined;
	const options = { style, extension: extname(file.path) };
	const own = kind === 'movie' ? fileSubject(kind, subject, file) : episodeSubject(db, subject, file);
	if (!own) return undefined;
	const path =
		kind === 'movie'
			? moviePath(formats, own, options)
			: episodePath(formats, seriesType ?? 'standard', own, options);
	return file.part === null ? path : path.replace(/(\.[^./]*)?$/, ` - part${file.part}$1`);
}
