import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { freeSpace, isPartial, place, safeJoin, writeAtomic } from './files.ts';
import type { PlaceMode } from './files.ts';

const folders: string[] = [];
const folder = (base = tmpdir()) => {
	const made = mkdtempSync(join(base, 'bijou-files-'));
	folders.push(made);
	return made;
};
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

/** A file system other than the one of the temporary folder, where the machine has one. */
function otherFileSystem(): string | undefined {
	const candidate = '/dev/shm';
	const found = statSync(candidate, { throwIfNoEntry: false });
	return found && found.dev !== statSync(tmpdir()).dev ? folder(candidate) : undefined;
}
const elsewhere = otherFileSystem();

const film = (path: string, bytes = 3_000_000) => {
	writeFileSync(path, Buffer.alloc(bytes, 'a film '));
	return path;
};

test.each([
	['..', '".."'],
	['a/../../b', '".."'],
	['a\\..\\b', '".."'],
	['/etc/passwd', 'absolute'],
	['C:\\windows', 'absolute'],
	['a\0b', 'control character'],
	['a\nb', 'control character'],
	['x'.repeat(300), '255 bytes'],
	['ü'.repeat(200), '255 bytes'],
	['a/'.repeat(2500), '4096 bytes']
])('the path %j is refused', (path, reason) => {
	expect(() => safeJoin(folder(), path)).toThrow(reason);
});

test('a link out of the folder is refused, one that stays inside is followed', () => {
	const root = folder();
	const outside = folder();
	mkdirSync(join(root, 'real'));
	symlinkSync(outside, join(root, 'out'));
	symlinkSync(join(root, 'real'), join(root, 'in'));
	symlinkSync('loop', join(root, 'loop'));
	expect(() => safeJoin(root, 'out')).toThrow('outside');
	expect(() => safeJoin(root, 'out/not/yet/there')).toThrow('outside');
	expect(() => safeJoin(root, 'loop/x')).toThrow('circle');
	expect(safeJoin(root, 'in/new.mkv')).toBe(join(root, 'in/new.mkv'));
});

test('a folder whose name begins like ours is not ours', () => {
	const root = folder();
	mkdirSync(`${root}-other`);
	folders.push(`${root}-other`);
	symlinkSync(`${root}-other`, join(root, 'x'));
	expect(() => safeJoin(root, 'x')).toThrow('outside');
});

test('whatever the path, the result lies inside or is refused', () => {
	const root = folder();
	const piece = fc.oneof(fc.constantFrom('..', '.', '', '/', '\\', '\0', 'a', 'C:'), fc.string());
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			let path: string;
			try {
				path = safeJoin(root, pieces.join('/'));
			} catch (error) {
				expect(error).toMatchObject({ code: 'invalid' });
				return;
			}
			expect(path === root || path.startsWith(root + sep)).toBe(true);
		}),
		{ numRuns: 500 }
	);
});

test('a file is written whole, and a failure leaves the old one and no debris', async () => {
	const path = join(folder(), 'deep/er/settings.json');
	await writeAtomic(path, 'one');
	async function* broken() {
		yield Buffer.from('half');
		await Promise.resolve();
		throw new Error('cable pulled');
	}
	await expect(writeAtomic(path, broken())).rejects.toThrow('cable pulled');
	expect(readFileSync(path, 'utf8')).toBe('one');
	await writeAtomic(path, 'two', { mode: 0o600 });
	expect(readFileSync(path, 'utf8')).toBe('two');
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
});

test('a hard link shares the file', async () => {
	const root = folder();
	const from = film(join(root, 'a.mkv'));
	const to = join(root, 'films/A (2001)/A.mkv');
	expect(await place(from, to, { mode: 'hardlink' })).toEqual({ by: 'hardlink', bytes: 3_000_000 });
	expect(statSync(to).ino).toBe(statSync(from).ino);
	expect(await place(from, to, { mode: 'hardlink', existing: 'replace' })).toMatchObject({ by: 'hardlink' });
	expect(readdirSync(join(to, '..'))).toEqual(['A.mkv']);
});

test('a copy is a file of its own, equal in content, time and rights', async () => {
	const root = folder();
	const from = film(join(root, 'a.mkv'));
	utimesSync(from, 1_000_000, 1_000_000);
	const to = join(root, 'b.mkv');
	const fractions: number[] = [];
	const { by } = await place(from, to, { mode: 'copy', progress: (fraction) => fractions.push(fraction) });
	expect(['copy', 'reflink']).toContain(by);
	expect(statSync(to).ino).not.toBe(statSync(from).ino);
	expect(readFileSync(to).equals(readFileSync(from))).toBe(true);
	expect(statSync(to).mtimeMs).toBe(1_000_000_000);
	expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
	expect(fractions.at(-1)).toBe(1);
});

test.each<PlaceMode>(['hardlink', 'copy', 'move', 'auto'])(
	'%s never replaces a file unless asked to',
	async (mode) => {
		const root = folder();
		const from = film(join(root, 'a.mkv'));
		const to = join(root, 'b.mkv');
		writeFileSync(to, 'precious');
		await expect(place(from, to, { mode })).rejects.toMatchObject({ code: 'conflict' });
		expect(readFileSync(to, 'utf8')).toBe('precious');
		expect(readdirSync(root).sort()).toEqual(['a.mkv', 'b.mkv']);
		await place(from, to, { mode, existing: 'replace' });
		expect(statSync(to).size).toBe(3_000_000);
		expect(readdirSync(root).sort()).toEqual(mode === 'move' ? ['b.mkv'] : ['a.mkv', 'b.mkv']);
	}
);

test('a move on one disk keeps the very file', async () => {
	const root = folder();
	const from = film(join(root, 'a.mkv'));
	const { ino } = statSync(from);
	expect(await place(from, join(root, 'x/b.mkv'), { mode: 'move' })).toMatchObject({ by: 'move' });
	expect(statSync(join(root, 'x/b.mkv')).ino).toBe(ino);
	expect(readdirSync(root)).toEqual(['x']);
});

test.skipIf(!elsewhere)(
	'between disks: auto copies, a move copies and then removes, a hard link says why not',
	async () => {
		const from = film(join(folder(), 'a.mkv'));
		await expect(place(from, join(elsewhere!, 'l.mkv'), { mode: 'hardlink' })).rejects.toMatchObject({
			code: 'cannot_hardlink'
		});
		expect(await place(from, join(elsewhere!, 'b.mkv'), { mode: 'auto' })).toMatchObject({ by: 'copy' });
		expect(await place(from, join(elsewhere!, 'c.mkv'), { mode: 'move' })).toMatchObject({ by: 'move' });
		expect(readdirSync(elsewhere!).sort()).toEqual(['b.mkv', 'c.mkv']);
		expect(readFileSync(join(elsewhere!, 'c.mkv')).equals(readFileSync(join(elsewhere!, 'b.mkv')))).toBe(
			true
		);
		expect(() => statSync(from)).toThrow('ENOENT');
	}
);

test('an aborted copy leaves nothing behind', async () => {
	const root = folder();
	const from = film(join(root, 'a.mkv'), 20_000_000);
	const stop = new AbortController();
	const progress = (fraction: number) => fraction > 0.2 && stop.abort(new Error('changed my mind'));
	await expect(
		place(from, join(root, 'b.mkv'), { mode: 'copy', signal: stop.signal, progress })
	).rejects.toThrow('changed my mind');
	expect(readdirSync(root)).toEqual(['a.mkv']);
});

test('a source that changes while it is copied is not accepted', async () => {
	const root = folder();
	const from = film(join(root, 'a.mkv'), 8_000_000);
	const progress = (fraction: number) => fraction < 0.4 && utimesSync(from, 1, fraction);
	await expect(place(from, join(root, 'b.mkv'), { mode: 'copy', progress })).rejects.toMatchObject({
		code: 'source_changed'
	});
	expect(readdirSync(root)).toEqual(['a.mkv']);
});

test('a disk without room is found out before the copy begins', async () => {
	const root = folder();
	const from = film(join(root, 'a.mkv'), 1000);
	const keepFreeBytes = Number.MAX_SAFE_INTEGER;
	await expect(place(from, join(root, 'b.mkv'), { mode: 'copy', keepFreeBytes })).rejects.toMatchObject({
		code: 'disk_full'
	});
	expect(readdirSync(root)).toEqual(['a.mkv']);
});

test('only plain files are placed, and never onto a folder', async () => {
	const root = folder();
	const from = film(join(root, 'a.mkv'), 10);
	mkdirSync(join(root, 'films'));
	symlinkSync(from, join(root, 'link.mkv'));
	const mode = 'copy';
	await expect(place(join(root, 'nothing'), join(root, 'b'), { mode })).rejects.toMatchObject({
		code: 'not_found'
	});
	await expect(place(join(root, 'films'), join(root, 'b'), { mode })).rejects.toMatchObject({
		code: 'invalid'
	});
	await expect(place(join(root, 'link.mkv'), join(root, 'b'), { mode })).rejects.toMatchObject({
		code: 'invalid'
	});
	await expect(place(from, join(root, 'films'), { mode, existing: 'replace' })).rejects.toMatchObject({
		code: 'conflict'
	});
});

test('what a killed copy left is cleared away, what is under way is not', async () => {
	const root = folder();
	const from = film(join(root, 'a.mkv'), 10);
	const [old, fresh] = ['.bijou-0000000000000000.partial', '.bijou-0000000000000001.partial'];
	for (const name of [old!, fresh!]) writeFileSync(join(root, name), 'half');
	utimesSync(join(root, old!), 1, 1);
	await place(from, join(root, 'b.mkv'), { mode: 'copy' });
	expect(readdirSync(root).filter(isPartial)).toEqual([fresh]);
});

test('free space is that of the disk where the path will be', async () => {
	const { freeBytes, totalBytes } = await freeSpace(join(folder(), 'not/yet/there'));
	expect(freeBytes).toBeGreaterThan(0);
	expect(totalBytes).toBeGreaterThan(freeBytes);
});
