import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { tmpdir } from 'node:os';
import { placeTree } from './place-tree.ts';
import { readTree, type Tree } from './read-tree.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function lay(files: Record<string, string>): string {
	const base = mkdtempSync(join(tmpdir(), 'bijou-tree-'));
	folders.push(base);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(base, path)), { recursive: true });
		writeFileSync(join(base, path), text);
		utimesSync(join(base, path), 1_600_000_000, 1_600_000_000);
	}
	return base;
}

const disc = { 'disc/A.IFO': 'menu', 'disc/STREAM/1.m2ts': 'film', 'disc/STREAM/deep/x': '' };
const names = (folder: string) => readdirSync(folder, { recursive: true }).map(String).toSorted();

test.each([
	['move', false, 1],
	['copy', true, 1],
	['auto', true, 2]
] as const)('%s brings all of it', async (mode, stays, links) => {
	const base = lay(disc);
	symlinkSync('A.IFO', join(base, 'disc', 'link'));
	const before = await readTree(join(base, 'disc'));
	await placeTree(join(base, 'disc'), join(base, 'to/here'), { mode });
	const after = await readTree(join(base, 'to/here'));
	const told = ({ entries }: Tree) =>
		entries.map(({ path, kind, sizeBytes, mtimeMs }) => [
			path,
			kind,
			kind === 'file' && [sizeBytes, mtimeMs]
		]);
	expect(told(after)).toEqual(told(before));
	expect(statSync(join(base, 'to/here/A.IFO')).nlink).toBe(links);
	expect(existsSync(join(base, 'disc'))).toBe(stays);
	expect(readdirSync(join(base, 'to'))).toEqual(['here']);
});

test('what stands there is kept', async () => {
	const base = lay({ ...disc, 'to/here/other': 'other' });
	await expect(placeTree(join(base, 'disc'), join(base, 'to/here'), { mode: 'move' })).rejects.toMatchObject({
		code: 'conflict'
	});
	expect(names(join(base, 'to'))).toEqual(['here', 'here/other']);
});

test('goes on where it was interrupted, and leaves nothing half-made behind', async () => {
	const base = lay(disc);
	const partial = join(base, 'to', '.here.bijou-partial');
	mkdirSync(join(partial, 'STREAM'), { recursive: true });
	writeFileSync(join(partial, 'A.IFO'), 'MENU');
	writeFileSync(join(partial, 'STREAM', '1.m2ts'), 'fi');
	writeFileSync(join(partial, '.bijou-0123456789abcdef.partial'), 'half');
	await placeTree(join(base, 'disc'), join(base, 'to/here'), { mode: 'copy' });
	expect(names(join(base, 'to/here'))).toEqual([
		'A.IFO',
		'STREAM',
		'STREAM/1.m2ts',
		'STREAM/deep',
		'STREAM/deep/x'
	]);
	// Taken over, not copied again.
	expect(readFileSync(join(base, 'to/here/A.IFO'), 'utf8')).toBe('MENU');
	expect(readFileSync(join(base, 'to/here/STREAM/1.m2ts'), 'utf8')).toBe('film');
});

test('one that is stopped leaves the source as it was and nothing at the other end', async () => {
	const base = lay(disc);
	const stop = new AbortController();
	const placed = placeTree(join(base, 'disc'), join(base, 'to/here'), {
		mode: 'copy',
		signal: stop.signal,
		progress: () => stop.abort()
	});
	await expect(placed).rejects.toThrow();
	expect(names(join(base, 'to'))).toEqual([]);
	expect(names(join(base, 'disc'))).toHaveLength(5);
});
