import { readFile, stat } from 'node:fs/promises';
import type { Bus } from '#server/platform/bus.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { safeJoin } from '#server/platform/files.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Events } from '#server/events.ts';
import type { Metadata } from '#server/metadata/module.ts';
import type { ItemKind } from '../schema/folders.ts';
import { choosePictures, type LocalPictures } from './choose-pictures.ts';
import { findPictures, placeOf, type FoundPicture } from './find-pictures.ts';
import { createOffers } from './offers.ts';

interface Deps {
	db: Db;
	bus: Bus<Events>;
	metadata: Pick<Metadata, 'sources' | 'artwork'>;
	mode(): LocalPictures;
}

const maxBytes = 24 * 1024 * 1024;

/** Pictures beside films and shows, and everything one may choose from. */
export function createPictures({ db, bus, metadata, mode }: Deps) {
	metadata.artwork.provide('local', async (name) => {
		const id = Number(/^\/(\d+)-/.exec(name)?.[1]);
		const row = prepared(
			db,
			'SELECT p.path, r.path AS root FROM item_pictures p JOIN root_folders r ON r.id = p.rootFolderId WHERE p.id = ?'
		).get(id) as { path: string; root: string } | undefined;
		if (!row) throw notFound('picture', name);
		const file = safeJoin(row.root, row.path);
		const facts = await stat(file).catch(() => undefined);
		if (!facts || facts.size > maxBytes) throw notFound('picture', row.path);
		return readFile(file);
	});

	/** Looks beside the item; answers whether it shows anything else now. */
	async function look(kind: ItemKind, id: number): Promise<boolean> {
		const place = placeOf(db, kind, id);
		if (!place) return false;
		const found = await findPictures(db, kind, id, place);
		const changed = rawDb(db).transaction(() => {
			write(db, kind, id, place.rootFolderId, found);
			return choosePictures(db, kind, id, mode());
		})();
		if (changed) bus.emit('library.changed', { kind, id });
		return changed;
	}

	return {
		look,
		/** After a scan: the items of folders that were read. */
		async lookIn(rootFolderId: number, folders: readonly string[], signal: AbortSignal): Promise<void> {
			const around = new Set(folders.flatMap(withParents));
			for (const [kind, table] of [
				['movie', 'movies'],
				['series', 'series']
			] as const) {
				const ids = prepared(
					db,
					`SELECT id FROM ${table} WHERE rootFolderId = ? AND folder IN (SELECT value FROM json_each(?))`
				)
					.pluck()
					.all(rootFolderId, JSON.stringify([...around])) as number[];
				for (const id of ids) {
					signal.throwIfAborted();
					await look(kind, id);
				}
			}
		},
		choose: (kind: ItemKind, id: number) => choosePictures(db, kind, id, mode()),
		/** The setting was changed: every item that has pictures of its own shows what it says now. */
		chooseAll(): void {
			for (const kind of ['movie', 'series'] as const) {
				const ids = prepared(db, `SELECT DISTINCT ${kind}Id FROM item_pictures WHERE ${kind}Id IS NOT NULL`)
					.pluck()
					.all() as number[];
				rawDb(db).transaction(() => ids.forEach((id) => choosePictures(db, kind, id, mode())))();
				if (ids.length > 0) bus.emit('library.changed', { kind });
			}
		},
		...createOffers({ db, metadata })
	};
}

const withParents = (path: string): string[] => {
	const parts = path.split('/');
	return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};

/** Rows of pictures that are still the same keep their id, and with it their place in the cache. */
function write(
	db: Db,
	kind: ItemKind,
	id: number,
	rootFolderId: number,
	found: readonly FoundPicture[]
): void {
	const known = prepared(db, `SELECT id, path FROM item_pictures WHERE ${kind}Id = ?`).all(id) as {
		id: number;
		path: string;
	}[];
	const gone = new Map(known.map((row) => [row.path, row.id]));
	for (const { role, season, rank, path, mtimeMs } of found) {
		const row = gone.get(path);
		gone.delete(path);
		if (row === undefined)
			prepared(
				db,
				`INSERT INTO item_pictures (${kind}Id, role, season, rank, rootFolderId, path, mtimeMs) VALUES (?, ?, ?, ?, ?, ?, ?)`
			).run(id, role, season, rank, rootFolderId, path, mtimeMs);
		else
			prepared(
				db,
				'UPDATE item_pictures SET role = ?, season = ?, rank = ?, rootFolderId = ?, mtimeMs = ? WHERE id = ?'
			).run(role, season, rank, rootFolderId, mtimeMs, row);
	}
	for (const row of gone.values()) prepared(db, 'DELETE FROM item_pictures WHERE id = ?').run(row);
}

export type ItemPictures = ReturnType<typeof createPictures>;
