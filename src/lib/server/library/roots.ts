import { constants } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { asc, count, eq } from 'drizzle-orm';
import type { Bus } from '#server/platform/bus.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { conflict, invalid, notFound } from '#server/platform/errors.ts';
import { freeSpace, isInside } from '#server/platform/files.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Events } from '#server/events.ts';
import { libraries, rootFolders, type ItemKind, type SeriesType } from './schema/folders.ts';
import { movies, series } from './schema/items.ts';

export interface NewRoot {
	path: string;
	/** What is in it; needed when no library is named. */
	kind?: ItemKind | undefined;
	seriesType?: SeriesType | undefined;
	libraryId?: number | undefined;
	readOnly?: boolean | undefined;
	skipPatterns?: string[] | undefined;
}

export interface LibraryFields {
	name: string;
	kind: ItemKind;
	seriesType: SeriesType;
	profileId: string | null;
	monitorNew: boolean;
	position: number;
}

interface Deps {
	db: Db;
	bus: Bus<Events>;
	dataDir: string;
	now: () => number;
	/** Refuses a profile that is none. */
	checkProfile(id: string | null | undefined): void;
}

/** Where people keep films and series. */
const usualPlaces = ['/media', '/data', '/mnt', '/srv', '/films', '/movies', '/series', '/tv'];
const names: Record<ItemKind, string> = { movie: 'Films', series: 'Series' };

export function createRoots({ db, bus, dataDir, now, checkProfile }: Deps) {
	const changed = (id?: number) =>
		bus.emit('library.changed', { kind: 'root', ...(id !== undefined && { id }) });

	function get(id: number) {
		const row = db.select().from(rootFolders).where(eq(rootFolders.id, id)).get();
		if (!row) throw notFound('root folder', id);
		const files = prepared(db, `SELECT count(*) FROM files WHERE rootFolderId = ? AND state = 'present'`)
			.pluck()
			.get(id) as number;
		const library = db.select().from(libraries).where(eq(libraries.id, row.libraryId)).get()!;
		return { ...row, fileCount: files, kind: library.kind, libraryName: library.name };
	}

	/** Exists, can be read, and shares nothing with another root folder or our own files. */
	async function checked(path: string): Promise<string> {
		if (!isAbsolute(path)) throw invalid('A root folder needs a whole path, such as /media/films.');
		const folder = resolve(path);
		const found = await stat(folder).catch(() => undefined);
		if (!found?.isDirectory()) throw invalid(`${folder} is no folder that Bijou can see.`, { path: folder });
		await access(folder, constants.R_OK | constants.X_OK).catch(() => {
			throw invalid(`Bijou may not read ${folder}. Give its user the right to read and enter it.`);
		});
		const real = await realpath(folder);
		const own = await realpath(dataDir).catch(() => resolve(dataDir));
		if (real === '/' || isInside(own, real) || isInside(real, own))
			throw invalid(`${folder} holds Bijou's own files (${dataDir}). Choose another folder.`);
		for (const other of db.select({ path: rootFolders.path }).from(rootFolders).all()) {
			const theirs = await realpath(other.path).catch(() => other.path);
			if (isInside(theirs, real) || isInside(real, theirs))
				throw conflict(`${folder} overlaps with the root folder ${other.path}.`);
		}
		return folder;
	}

	function libraryFor({ libraryId, kind, seriesType = 'standard' }: NewRoot): number {
		if (libraryId !== undefined) {
			const known = db.select().from(libraries).where(eq(libraries.id, libraryId)).get();
			if (!known) throw notFound('library', libraryId);
			return known.id;
		}
		if (!kind) throw invalid('Say what is in it: films or series.');
		const same = db
			.select()
			.from(libraries)
			.where(eq(libraries.kind, kind))
			.all()
			.find((library) => library.seriesType === seriesType);
		if (same) return same.id;
		const name = seriesType === 'anime' ? 'Anime' : names[kind];
		return db
			.insert(libraries)
			.values({ name, kind, seriesType, position: kind === 'movie' ? 0 : 1 })
			.returning({ id: libraries.id })
			.get().id;
	}

	return {
		get,
		list: () =>
			db
				.select({ id: rootFolders.id })
				.from(rootFolders)
				.orderBy(asc(rootFolders.path))
				.all()
				.map(({ id }) => get(id)),
		async add(wish: NewRoot) {
			const path = await checked(wish.path);
			const { freeBytes } = await freeSpace(path);
			const id = db
				.insert(rootFolders)
				.values({
					libraryId: libraryFor(wish),
					path,
					readOnly: wish.readOnly ?? false,
					skipPatterns: wish.skipPatterns ?? [],
					freeBytes,
					addedAt: now()
				})
				.returning({ id: rootFolders.id })
				.get().id;
			changed(id);
			return get(id);
		},
		update(
			id: number,
			patch: {
				readOnly?: boolean | undefined;
				skipPatterns?: string[] | undefined;
				libraryId?: number | undefined;
			}
		) {
			const before = get(id);
			if (patch.libraryId !== undefined) {
				const library = db.select().from(libraries).where(eq(libraries.id, patch.libraryId)).get();
				if (!library) throw notFound('library', patch.libraryId);
				if (library.kind !== before.kind)
					throw invalid('A folder of films cannot become one of series, nor the other way round.');
			}
			const set = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
			if (Object.keys(set).length > 0) db.update(rootFolders).set(set).where(eq(rootFolders.id, id)).run();
			changed(id);
			return get(id);
		},
		/** Forgets the folder and what was only in it; on the disk nothing is touched. */
		remove(id: number) {
			get(id);
			rawDb(db).transaction(() => {
				const items = (column: string) =>
					`SELECT DISTINCT ${column} FROM files WHERE rootFolderId = ? AND ${column} IS NOT NULL`;
				const elsewhere = (table: string, column: string) =>
					`DELETE FROM ${table} WHERE (id IN (${items(column)}) OR rootFolderId = ?) AND NOT EXISTS (SELECT 1 FROM files f WHERE f.${column} = ${table}.id AND f.rootFolderId <> ?)`;
				prepared(db, elsewhere('movies', 'movieId')).run(id, id, id);
				prepared(db, elsewhere('series', 'seriesId')).run(id, id, id);
				for (const table of [movies, series])
					db.update(table).set({ rootFolderId: null, folder: null }).where(eq(table.rootFolderId, id)).run();
				prepared(db, 'DELETE FROM files WHERE rootFolderId = ?').run(id);
				db.delete(rootFolders).where(eq(rootFolders.id, id)).run();
			})();
			changed();
		},
		/** The usual places that this server has. */
		async usual(): Promise<string[]> {
			const found = await Promise.all(usualPlaces.map((path) => stat(path).catch(() => undefined)));
			return usualPlaces.filter((_, index) => found[index]?.isDirectory());
		},
		/** Folders of the server to choose from. */
		async browse(path: string) {
			const folder = resolve(path || '/');
			const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
				throw invalid(`${folder} cannot be read.`);
			});
			const names = entries
				.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
				.map(({ name }) => name);
			return { path: folder, folders: names.toSorted((a, b) => a.localeCompare(b)).slice(0, 1000) };
		},
		libraries: {
			list: () => db.select().from(libraries).orderBy(asc(libraries.position), asc(libraries.id)).all(),
			add(fields: Pick<LibraryFields, 'name' | 'kind'> & Partial<LibraryFields>) {
				checkProfile(fields.profileId);
				const row = db.insert(libraries).values(fields).returning().get();
				changed();
				return row;
			},
			update(id: number, patch: { [K in keyof Omit<LibraryFields, 'kind'>]?: LibraryFields[K] | undefined }) {
				checkProfile(patch.profileId);
				const set = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
				const row =
					Object.keys(set).length > 0
						? db.update(libraries).set(set).where(eq(libraries.id, id)).returning().get()
						: db.select().from(libraries).where(eq(libraries.id, id)).get();
				if (!row) throw notFound('library', id);
				changed();
				return row;
			},
			remove(id: number) {
				const used = db
					.select({ roots: count() })
					.from(rootFolders)
					.where(eq(rootFolders.libraryId, id))
					.get()!.roots;
				if (used > 0)
					throw conflict(
						'This library still has root folders. Remove them or move them to another library first.'
					);
				const items = prepared(
					db,
					'SELECT (SELECT count(*) FROM movies WHERE libraryId = ?) + (SELECT count(*) FROM series WHERE libraryId = ?)'
				)
					.pluck()
					.get(id, id) as number;
				if (items > 0) throw conflict(`This library still holds ${items} items.`);
				if (db.delete(libraries).where(eq(libraries.id, id)).run().changes === 0)
					throw notFound('library', id);
				changed();
			}
		}
	};
}

export type Roots = ReturnType<typeof createRoots>;
