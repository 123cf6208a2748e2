import { eq } from 'drizzle-orm';
import { basename, join } from 'node:path';
import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import { prepared } from '#server/platform/statements.ts';
import { episodeFiles, files, sidecars, type FileRole, type FileState } from '../schema/files.ts';
import { rootFolders } from '../schema/folders.ts';

/** One file with what it holds and what lies beside it. */
export function getFile(db: Db, id: number) {
	const row = db
		.select({ file: files, root: rootFolders.path })
		.from(files)
		.innerJoin(rootFolders, eq(rootFolders.id, files.rootFolderId))
		.where(eq(files.id, id))
		.get();
	if (!row) throw notFound('file', id);
	const { file, root } = row;
	return {
		...file,
		name: basename(file.path),
		fullPath: join(root, file.path),
		sidecars: db.select().from(sidecars).where(eq(sidecars.fileId, id)).all(),
		episodeIds: db
			.select({ id: episodeFiles.episodeId })
			.from(episodeFiles)
			.where(eq(episodeFiles.fileId, id))
			.all()
			.map((link) => link.id)
	};
}

export interface FileQuery {
	limit: number;
	cursor?: string | undefined;
	state?: 'present' | 'missing' | 'trashed' | undefined;
	movie?: number | undefined;
	series?: number | undefined;
	root?: number | undefined;
	unidentified?: boolean | undefined;
}

/** A page of files, newest first. */
export function listFiles(db: Db, { limit, cursor, state, movie, series, root, unidentified }: FileQuery) {
	const parts: string[] = ['f.state = ?'];
	const values: (string | number)[] = [state ?? 'present'];
	const also = (sql: string, value?: number) => {
		parts.push(sql);
		if (value !== undefined) values.push(value);
	};
	if (movie !== undefined) also('f.movieId = ?', movie);
	if (series !== undefined) also('f.seriesId = ?', series);
	if (root !== undefined) also('f.rootFolderId = ?', root);
	if (unidentified) also('f.movieId IS NULL AND f.seriesId IS NULL');
	const where = parts.join(' AND ');
	const total = prepared(db, `SELECT count(*) FROM files f WHERE ${where}`)
		.pluck()
		.get(...values) as number;
	const after = cursor ? (decodeCursor(cursor, 1)[0] as number) : Number.MAX_SAFE_INTEGER;
	const rows = prepared(
		db,
		`SELECT f.id, f.rootFolderId, f.path, f.sizeBytes, f.state, f.role, f.extraType, f.part, f.movieId, f.seriesId, f.quality, f.resolution, f.edition, f.probeFault, f.addedAt
		FROM files f WHERE ${where} AND f.id < ? ORDER BY f.id DESC LIMIT ?`
	).all(...values, after, limit + 1) as ListedFile[];
	return pageOf(rows, limit, total, (last) => [last.id]);
}

export interface ListedFile {
	id: number;
	rootFolderId: number;
	path: string;
	sizeBytes: number;
	state: FileState;
	role: FileRole;
	extraType: string | null;
	part: number | null;
	movieId: number | null;
	seriesId: number | null;
	quality: string | null;
	resolution: string | null;
	edition: string | null;
	probeFault: string | null;
	addedAt: number;
}
