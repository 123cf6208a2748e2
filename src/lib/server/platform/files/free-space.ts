import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Of the file system that holds, or will hold, the path. */
export async function freeSpace(path: string): Promise<{ freeBytes: number; totalBytes: number }> {
	const folder = resolve(path);
	if (!existsSync(folder) && dirname(folder) !== folder) return freeSpace(dirname(folder));
	const { bavail, blocks, bsize } = await statfs(folder);
	return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
