import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { FileMove } from './move-files.ts';
import type { NamedFile } from './name-subject.ts';

export interface OwnFile extends NamedFile {
	/** The folder it came with. */
	unit: string;
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
export async function allMoves(
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

export const standsIn = (folder: string | null, files: readonly NamedFile[]): boolean =>
	Boolean(folder) && files.some(({ path }) => path.startsWith(`${folder}/`));

/** What went since the last scan is for the next one to note. */
export async function thoseThere(root: string, moves: readonly FileMove[]): Promise<FileMove[]> {
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

export async function pathsBelow(root: string, folders: readonly (string | null)[]): Promise<string[]> {
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
