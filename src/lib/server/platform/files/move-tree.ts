import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { invalid, notFound } from '../errors.ts';
import { fsyncEntry, fsyncPath } from '../fsync.ts';
import { copyVerified } from './copy.ts';

/** Moves a file or a whole folder, also to another file system: the source goes only when the copy is complete. */
export async function moveTree(from: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	try {
		await rename(from, to);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') throw notFound('file', from);
		if (code !== 'EXDEV') throw error;
		await moveByCopy(from, to);
	}
	fsyncEntry(to);
	fsyncEntry(from);
}

async function moveByCopy(from: string, to: string): Promise<void> {
	try {
		await copyTree(from, to);
	} catch (error) {
		await rm(to, { recursive: true, force: true });
		throw error;
	}
	await rm(from, { recursive: true });
}

async function copyTree(from: string, to: string): Promise<void> {
	const found = await lstat(from);
	if (found.isSymbolicLink()) return symlink(await readlink(from), to);
	if (found.isFile()) return void (await copyVerified(from, to, {}));
	if (!found.isDirectory()) throw invalid(`${from} is neither a file nor a folder.`);
	await mkdir(to, { mode: found.mode & 0o777 });
	for (const name of await readdir(from)) await copyTree(join(from, name), join(to, name));
	fsyncPath(to);
}
