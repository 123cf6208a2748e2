import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fsyncEntry } from '../fsync.ts';
import { partialPath } from './partial.ts';

/** The file appears whole or not at all, also when the power fails. */
export async function writeAtomic(
	path: string,
	data: string | Uint8Array | AsyncIterable<Uint8Array>,
	options: { mode?: number } = {}
): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const partial = partialPath(path);
	try {
		const file = await open(partial, 'wx', options.mode ?? 0o644);
		try {
			await file.writeFile(data);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(partial, path);
		fsyncEntry(path);
	} catch (error) {
		await rm(partial, { force: true });
		throw error;
	}
}
