import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { FileRole, FileState } from '../schema/files.ts';
import type { FoundFile } from './found.ts';

/** What the scan knows of a file from before. */
export interface KnownFile {
	id: number;
	rootFolderId: number;
	path: string;
	unit: string;
	sizeBytes: number;
	mtimeMs: number;
	device: string | null;
	inode: string | null;
	fingerprint: string | null;
	state: FileState;
	missingSince: number | null;
	role: FileRole;
	movieId: number | null;
	seriesId: number | null;
}

const columns =
	'id, rootFolderId, path, unit, sizeBytes, mtimeMs, device, inode, fingerprint, state, missingSince, role, movieId, seriesId';

/** The end of everything that begins with `prefix`: the first text behind it. */
const behind = (prefix: string) =>
	`${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`;

/** Files that lie in the folder itself. */
export function filesIn(db: Db, rootFolderId: number, folder: string): KnownFile[] {
	if (folder === '')
		return prepared(db, `SELECT ${columns} FROM files WHERE rootFolderId = ? AND instr(path, '/') = 0`).all(
			rootFolderId
		) as KnownFile[];
	const prefix = `${folder}/`;
	return prepared(
		db,
		`SELECT ${columns} FROM files WHERE rootFolderId = ? AND path > ? AND path < ? AND instr(substr(path, ?), '/') = 0`
	).all(rootFolderId, prefix, behind(prefix), prefix.length + 1) as KnownFile[];
}

export const filesWithInode = (db: Db, inodes: readonly string[]) =>
	prepared(
		db,
		`SELECT ${columns} FROM files WHERE state <> 'trashed' AND inode IN (SELECT value FROM json_each(?))`
	).all(JSON.stringify(inodes)) as KnownFile[];

export const fileAt = (db: Db, rootFolderId: number, path: string) =>
	prepared(db, `SELECT ${columns} FROM files WHERE rootFolderId = ? AND path = ?`).get(rootFolderId, path) as
		KnownFile | undefined;

export const absentFiles = (db: Db, rootFolderId: number, before: number) =>
	prepared(
		db,
		`SELECT ${columns} FROM files WHERE rootFolderId = ? AND missingSince < ? AND state = 'present'`
	).all(rootFolderId, before) as KnownFile[];

export const countPresent = (db: Db, rootFolderId: number) =>
	prepared(db, `SELECT count(*) FROM files WHERE rootFolderId = ? AND state = 'present'`)
		.pluck()
		.get(rootFolderId) as number;

const written = [
	'path',
	'unit',
	'sizeBytes',
	'mtimeMs',
	'device',
	'inode',
	'role',
	'extraType',
	'part'
] as const;
const valuesOf = (found: FoundFile) => written.map((name) => found[name]);

export function insertFile(db: Db, rootFolderId: number, found: FoundFile, at: number): number {
	return Number(
		prepared(
			db,
			`INSERT INTO files (rootFolderId, addedAt, ${written.join(', ')}) VALUES (?, ?, ${written.map(() => '?').join(', ')})`
		).run(rootFolderId, at, ...valuesOf(found)).lastInsertRowid
	);
}

const columnsFound = written.map((name) => `${name} = ?`).join(', ');
const emptied = [
	'probe',
	'probeFault',
	'fingerprint',
	'quality',
	'resolution',
	'source',
	'"group"',
	'edition'
]
	.map((name) => `${name} = NULL`)
	.join(', ');

/** The row takes what was found; what was measured and read stays as long as the content and the name are the same. */
export function updateFile(
	db: Db,
	id: number,
	rootFolderId: number,
	found: FoundFile,
	sameContent: boolean
): void {
	prepared(
		db,
		`UPDATE files SET isNameRead = ${sameContent ? 'isNameRead AND path = ?' : '0 AND ?'}, rootFolderId = ?, ${columnsFound}, state = 'present', missingSince = NULL
		${sameContent ? '' : `, ${emptied}`} WHERE id = ?`
	).run(found.path, rootFolderId, ...valuesOf(found), id);
}

/** Makes room: two files may have changed places. */
export const parkPath = (db: Db, id: number) =>
	prepared(db, `UPDATE files SET path = '\u0001' || id WHERE id = ?`).run(id);

export const dropFile = (db: Db, id: number) => prepared(db, 'DELETE FROM files WHERE id = ?').run(id);

export const markAbsent = (db: Db, id: number, at: number) =>
	prepared(db, 'UPDATE files SET missingSince = coalesce(missingSince, ?) WHERE id = ?').run(at, id);

export const markMissing = (db: Db, id: number) =>
	prepared(db, `UPDATE files SET state = 'missing' WHERE id = ?`).run(id);

export const markPresent = (db: Db, id: number) =>
	prepared(db, `UPDATE files SET state = 'present', missingSince = NULL WHERE id = ?`).run(id);

export function writeFolder(
	db: Db,
	rootFolderId: number,
	folder: { path: string; mtimeMs: number; subfolders: string[] }
): void {
	prepared(
		db,
		`INSERT INTO folders (rootFolderId, path, mtimeMs, subfolders) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET mtimeMs = excluded.mtimeMs, subfolders = excluded.subfolders`
	).run(rootFolderId, folder.path, folder.mtimeMs, JSON.stringify(folder.subfolders));
}

/** Next time it is read again, whatever its time. */
export const forgetFolderTime = (db: Db, rootFolderId: number, path: string) =>
	prepared(db, 'UPDATE folders SET mtimeMs = -1 WHERE rootFolderId = ? AND path = ?').run(rootFolderId, path);

export const dropFolder = (db: Db, rootFolderId: number, path: string) =>
	prepared(db, 'DELETE FROM folders WHERE rootFolderId = ? AND path = ?').run(rootFolderId, path);
