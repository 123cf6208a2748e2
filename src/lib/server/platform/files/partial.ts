import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const pattern = /^\.bijou-[0-9a-f]{16}\.partial$/;
const abandonedAfterMs = 60 * 60 * 1000;

/** Where something is made before it takes its place: beside it, so that the last step is a rename. */
export const partialPath = (target: string): string =>
	join(dirname(target), `.bijou-${randomBytes(8).toString('hex')}.partial`);

export const isPartial = (name: string): boolean => pattern.test(name);

/** Removes what a killed process left half-made; a copy under way keeps its file's time fresh. */
export async function removeAbandonedPartials(folder: string, now: number): Promise<void> {
	for (const name of (await readdir(folder)).filter(isPartial)) {
		const path = join(folder, name);
		const found = await stat(path).catch(() => undefined);
		if (found && now - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true });
	}
}
