import { lstat } from 'node:fs/promises';
import { readTree } from '#server/platform/files.ts';

export interface Weight {
	/** Of a disc: with all in it. */
	sizeBytes: number;
	mtimeMs: number;
	device: string;
	inode: string;
	isFolder: boolean;
	isLink: boolean;
}

export async function weightOf(path: string): Promise<Weight> {
	const found = await lstat(path);
	const isFolder = found.isDirectory();
	const { sizeBytes, mtimeMs } = isFolder
		? await readTree(path)
		: { sizeBytes: found.size, mtimeMs: found.mtimeMs };
	const isLink = found.isSymbolicLink();
	return { sizeBytes, mtimeMs, device: String(found.dev), inode: String(found.ino), isFolder, isLink };
}
