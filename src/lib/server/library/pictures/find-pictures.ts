import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { artworkName, type ArtworkName } from '#core/library/artwork-names.ts';
import { fileKind, splitEnding } from '#core/library/file-kinds.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface FoundPicture {
	role: ArtworkName['role'];
	season: number | null;
	rank: number;
	/** Below the root folder. */
	path: string;
	mtimeMs: number;
}

export interface ItemPlace {
	rootFolderId: number;
	root: string;
	folder: string;
}

export const placeOf = (db: Db, kind: ItemKind, id: number): ItemPlace | undefined =>
	prepared(
		db,
		`SELECT i.rootFolderId, r.path AS root, i.folder FROM ${tableOf[kind]} i JOIN root_folders r ON r.id = i.rootFolderId WHERE i.id = ? AND i.folder IS NOT NULL`
	).get(id) as ItemPlace | undefined;

const below = (folder: string, name: string) =>
	folder === '' || folder === '.' ? name : `${folder}/${name}`;

/** Pictures in the item's own folder, those beside a file that stands alone, and those in the folders of seasons. */
export async function findPictures(
	db: Db,
	kind: ItemKind,
	id: number,
	{ root, folder, rootFolderId }: ItemPlace
): Promise<FoundPicture[]> {
	const files = prepared(
		db,
		`SELECT path FROM files WHERE ${kind}Id = ? AND rootFolderId = ? AND state = 'present' AND role IN ('main', 'part')`
	)
		.pluck()
		.all(id, rootFolderId) as string[];
	const stemsIn = (inside: string) =>
		kind === 'movie'
			? files
					.filter((path) => dirname(path) === (inside || '.'))
					.map((path) => splitEnding(basename(path)).stem)
			: [];
	const isOwn = folder !== '' && (await stat(join(root, folder)).catch(() => undefined))?.isDirectory();
	if (!isOwn) {
		const shelf = files[0] === undefined ? undefined : dirname(files[0]).replace(/^\.$/, '');
		return shelf === undefined ? [] : look(root, shelf, { stems: stemsIn(shelf), alone: false });
	}
	const own = await look(root, folder, { stems: stemsIn(folder), alone: true });
	if (kind === 'movie') return own;
	for (const [inside, season] of seasonFolders(db, id, rootFolderId, folder)) {
		const found = await look(root, inside, { stems: [], alone: true });
		own.push(
			...found
				.filter(({ role, season: said }) => role === 'poster' && said === null)
				.map((picture) => ({ ...picture, season, rank: picture.rank + 100 }))
		);
	}
	return own;
}

async function look(
	root: string,
	folder: string,
	names: { stems: readonly string[]; alone: boolean }
): Promise<FoundPicture[]> {
	const found: FoundPicture[] = [];
	for (const name of await imagesIn(join(root, folder))) {
		const told = artworkName(name, names);
		const path = below(folder, name);
		const facts = told && (await stat(join(root, path)).catch(() => undefined));
		if (!told || !facts?.isFile() || facts.size === 0) continue;
		found.push({
			role: told.role,
			season: told.season ?? null,
			rank: told.rank,
			path,
			mtimeMs: facts.mtimeMs
		});
	}
	return found;
}

/** Thousands of films may stand side by side, and each asks: the last answer is kept while the folder stays as it is. */
let last: { folder: string; mtimeMs: number; names: string[] } | undefined;
/** Clocks of some file systems tick in steps of two seconds. */
const tickMs = 2_500;

async function imagesIn(folder: string): Promise<string[]> {
	const facts = await stat(folder).catch(() => undefined);
	if (!facts) return [];
	if (last?.folder === folder && last.mtimeMs === facts.mtimeMs) return last.names;
	const all = await readdir(folder).catch(() => []);
	const names = all.filter((name) => fileKind(name) === 'image');
	if (Date.now() - facts.mtimeMs > tickMs) last = { folder, mtimeMs: facts.mtimeMs, names };
	return names;
}

/** Folders below the show's that hold episodes of one season only. */
function seasonFolders(db: Db, id: number, rootFolderId: number, folder: string): Map<string, number> {
	const rows = prepared(
		db,
		`SELECT f.path, e.seasonNumber AS season FROM files f JOIN episode_files ef ON ef.fileId = f.id JOIN episodes e ON e.id = ef.episodeId
		WHERE f.seriesId = ? AND f.rootFolderId = ? AND f.state = 'present'`
	).all(id, rootFolderId) as { path: string; season: number }[];
	const seasons = Map.groupBy(rows, ({ path }) => dirname(path));
	return new Map(
		[...seasons].flatMap(([inside, held]) => {
			const numbers = new Set(held.map(({ season }) => season));
			return inside !== folder && numbers.size === 1 ? [[inside, held[0]!.season] as const] : [];
		})
	);
}
