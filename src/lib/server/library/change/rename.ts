import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { said } from '#core/text/said.ts';
import { episodePath, moviePath, seriesFolder } from '#core/naming/item-paths.ts';
import type { NamingFormats } from '#core/naming/naming-formats.ts';
import type { NamingStyle } from '#core/naming/naming-style.ts';
import { previewRenames, type PlannedRename } from '#core/naming/preview-renames.ts';
import type { Db } from '#server/platform/db.ts';
import { conflict } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind, SeriesType } from '../schema/folders.ts';
import { moveFiles, type FileMove } from './move-files.ts';
import { episodeSubject, fileSubject, itemSubject, type NamedFile } from './name-subject.ts';
import { noteUndo, titleOf } from './note-undo.ts';
import type { UndoStep } from './undo.ts';

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

interface Planned extends RenamePreview {
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

interface OwnFile extends NamedFile {
	/** The folder it came with. */
	unit: string;
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
		const planned = await plan(db, item, naming);
		if (!planned) continue;
		const { rootFolderId: _, root: __, moves: ___, ...preview } = planned;
		previews.push(preview);
	}
	return previews;
}

async function plan(db: Db, item: ItemRef, naming: Naming): Promise<Planned | undefined> {
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
	const named = new Map(moves.map((move, index) => [index, move]));
	const result = previewRenames(
		moves.map((move, index) => ({ id: index, from: move.from, to: move.to })),
		occupied
	);
	const ordered = result.moves.map(({ id, from: source, to: target, viaTemporary }) => ({
		move: named.get(Number(id))!,
		source,
		target,
		viaTemporary
	}));
	return {
		...empty,
		folder: { from, to },
		renames: [...result.renames],
		moves: ordered.flatMap(({ move, source, target, viaTemporary }) => {
			const whole = { ...move, from: source, to: target, ...(move.fileId !== undefined && { unit: to }) };
			// Two that trade places meet halfway.
			const halfway = `${target}.bijou-halfway`;
			return viaTemporary
				? [
						{ ...whole, to: halfway },
						{ ...whole, from: halfway }
					]
				: [whole];
		})
	};
}

const standsIn = (folder: string | null, files: readonly NamedFile[]): boolean =>
	Boolean(folder) && files.some(({ path }) => path.startsWith(`${folder}/`));

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

interface Place {
	root: string;
	rootFolderId: number;
	from: string | null;
	to: string;
	/** All of its files, so that its folder goes along. */
	isWhole: boolean;
}

/** The files, what lies beside them, and whatever else is in a folder that goes. */
async function allMoves(
	db: Db,
	{ root, from, to, rootFolderId, isWhole }: Place,
	files: readonly OwnFile[],
	targets: ReadonlyMap<NamedFile, string>
): Promise<FileMove[]> {
	const moves = new Map<string, FileMove>();
	const note = (move: FileMove) => moves.has(move.from) || moves.set(move.from, move);
	for (const [file, target] of targets) note({ from: file.path, to: target, fileId: file.id });
	for (const [file, target] of targets) {
		for (const path of sidecarsOf(db, file.id))
			note({ from: path, to: besideOf(file.path, target, path, from, to), sidecarOf: file.id });
	}
	if (!isWhole || !to) return [...moves.values()];
	for (const folder of foldersOf(from, files)) {
		if (!isOwnFolder(db, rootFolderId, folder, files)) continue;
		for (const file of files) {
			if (targets.has(file) || !file.path.startsWith(`${folder}/`)) continue;
			note({ from: file.path, to: `${to}${file.path.slice(folder.length)}`, fileId: file.id });
		}
		// What a disc structure holds moves with its folder.
		const whole = [...moves.keys()].filter((path) => /(?:^|\/)(?:VIDEO_TS|BDMV)$/i.test(path));
		for (const path of await pathsBelow(root, [folder])) {
			if (whole.some((disc) => path.startsWith(`${disc}/`))) continue;
			note({ from: path, to: `${to}${path.slice(folder.length)}` });
		}
	}
	return [...moves.values()];
}

/** Versions may have come with folders of their own. */
const foldersOf = (from: string | null, files: readonly OwnFile[]): string[] =>
	[...new Set([from ?? '', ...files.map(({ unit }) => unit)])].filter((folder) => standsIn(folder, files));

/** What went since the last scan is for the next one to note. */
async function thoseThere(root: string, moves: readonly FileMove[]): Promise<FileMove[]> {
	const found = await Promise.all(
		moves.map(({ from }) =>
			lstat(join(root, from)).then(
				() => true,
				() => false
			)
		)
	);
	return moves.filter((_, index) => found[index]);
}

const sidecarsOf = (db: Db, fileId: number) =>
	prepared(db, 'SELECT path FROM sidecars WHERE fileId = ?').pluck().all(fileId) as string[];

/** "Film.en.srt" takes the new name of the film; "poster.jpg" and "Subs/2_English.srt" keep theirs. */
function besideOf(file: string, target: string, path: string, from: string | null, to: string): string {
	const stem = file.replace(/\.[^./]+$/, '');
	const newStem = target.replace(/\.[^./]+$/, '');
	if (path.startsWith(stem)) return `${newStem}${path.slice(stem.length)}`;
	if (from !== null && from !== '' && path.startsWith(`${from}/`) && dirname(file) === from)
		return `${to}${path.slice(from.length)}`;
	const folder = dirname(file) === '.' ? '' : `${dirname(file)}/`;
	const own = path.startsWith(folder) ? path.slice(folder.length) : basename(path);
	return join(dirname(target), own);
}

function isOwnFolder(db: Db, rootFolderId: number, folder: string, files: readonly NamedFile[]): boolean {
	const own = new Set(files.map(({ id }) => id));
	const below = prepared(
		db,
		`SELECT id FROM files WHERE rootFolderId = ? AND state <> 'trashed' AND path > ? AND path < ?`
	)
		.pluck()
		.all(rootFolderId, `${folder}/`, `${folder}0`) as number[];
	return below.every((id) => own.has(id));
}

async function pathsBelow(root: string, folders: readonly (string | null)[]): Promise<string[]> {
	const paths = new Set<string>();
	for (const folder of new Set(folders)) {
		if (folder === null || folder === '' || folder === '.') continue;
		const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
			() => []
		);
		for (const entry of entries)
			if (!entry.isDirectory()) paths.add(join(entry.parentPath, entry.name).slice(root.length + 1));
	}
	return [...paths];
}

export interface RenameWork {
	signal: AbortSignal;
	progress(fraction: number, note?: string): void;
	now: number;
	by?: string | undefined;
}

/** Renames and answers the step that undoes it; a collision or fault keeps that item's files, the others go on. */
export async function renameItems(
	db: Db,
	items: readonly ItemRef[],
	naming: Naming,
	{ signal, progress, now, by }: RenameWork
): Promise<{ renamed: number; undoId: number | undefined }> {
	const steps: UndoStep[] = [];
	const touched: ItemRef[] = [];
	const faults: string[] = [];
	let renamed = 0;
	const ids = (kind: ItemKind) => touched.filter((item) => item.kind === kind).map(({ id }) => id);
	const words = () =>
		touched.length === 1
			? said('Renamed the files of {title}', { title: titleOf(db, touched[0]!.kind, touched[0]!.id) })
			: said('Renamed the files of {count} titles', { count: touched.length });
	const close = () =>
		steps.length > 0
			? noteUndo(db, words(), steps, now, {
					kind: 'renamed',
					by,
					subjects: (['movie', 'series'] as const).map((kind) => ({ kind, ids: ids(kind) }))
				})
			: undefined;
	try {
		for (const [index, item] of items.entries()) {
			signal.throwIfAborted();
			const planned = await plan(db, item, naming);
			if (!planned || planned.blocked !== undefined || planned.moves.length === 0) continue;
			try {
				await renameOne(db, planned, signal, (step, count) => {
					steps.unshift(step);
					touched.push(item);
					renamed += count;
				});
			} catch (error) {
				signal.throwIfAborted();
				faults.push(`${planned.title}: ${error instanceof Error ? error.message : String(error)}`);
			}
			progress((index + 1) / items.length, planned.title);
		}
	} catch (error) {
		// What was done before the fault can be undone as well.
		close();
		throw error;
	}
	const undoId = close();
	if (faults.length > 0)
		throw conflict(
			`${faults.length} of ${items.length} could not be renamed. ${faults.slice(0, 5).join(' ')}`
		);
	return { renamed, undoId };
}

async function renameOne(
	db: Db,
	planned: Planned,
	signal: AbortSignal,
	told: (step: UndoStep, count: number) => void
): Promise<void> {
	const { kind, id, root, rootFolderId, moves, folder } = planned;
	const units = new Map(
		moves.flatMap(({ fileId }) => (fileId === undefined ? [] : [[fileId, unitOf(db, fileId)] as const]))
	);
	const done: FileMove[] = [];
	try {
		await moveFiles(db, rootFolderId, root, moves, (move) => done.push(move), signal);
		prepared(db, `UPDATE ${tableOf[kind]} SET folder = ? WHERE id = ?`).run(folder.to, id);
	} finally {
		const back = done.toReversed().map((move) => ({
			...move,
			from: move.to,
			to: move.from,
			...(move.fileId !== undefined && { unit: units.get(move.fileId)! })
		}));
		const folders = folder.from === null ? [] : [{ kind, id, folder: folder.from }];
		if (done.length > 0) told({ do: 'move', rootFolderId, root, moves: back, folders }, done.length);
	}
}

const unitOf = (db: Db, fileId: number) =>
	prepared(db, 'SELECT unit FROM files WHERE id = ?').pluck().get(fileId) as string;
