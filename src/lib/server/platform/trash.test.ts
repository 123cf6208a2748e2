import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createTrash } from './trash.ts';

const folders: string[] = [];
const makeFolder = (base: string) => {
	const made = mkdtempSync(join(base, 'bijou-trash-'));
	folders.push(made);
	return made;
};
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

const otherDisk = statSync('/dev/shm', { throwIfNoEntry: false })?.dev !== statSync(tmpdir()).dev;
const bases = existsSync('/dev/shm') && otherDisk ? [tmpdir(), '/dev/shm'] : [tmpdir()];

const day = 24 * 60 * 60 * 1000;

function house(base = tmpdir()) {
	const library = makeFolder(tmpdir());
	const clock = { now: 1_700_000_000_000 };
	const trash = createTrash({ folder: join(makeFolder(base), '.trash'), now: () => clock.now });
	return { library, clock, trash };
}

test.each(bases)('a folder goes to the trash in %s and comes back as it was', async (base) => {
	const { library, trash } = house(base);
	const film = join(library, 'A (2001)');
	mkdirSync(join(film, 'extras'), { recursive: true });
	writeFileSync(join(film, 'A.mkv'), 'film');
	writeFileSync(join(film, 'extras/b.mkv'), 'more');
	symlinkSync('A.mkv', join(film, 'link.mkv'));
	const entry = await trash.put(film);
	expect(readdirSync(library)).toEqual([]);
	expect(await trash.list()).toEqual([entry]);
	expect(entry).toMatchObject({ path: film, isFolder: true });
	expect(entry.sizeBytes).toBeGreaterThanOrEqual(8);
	expect(await trash.restore(entry.id)).toBe(film);
	expect(readFileSync(join(film, 'extras/b.mkv'), 'utf8')).toBe('more');
	expect(readFileSync(join(film, 'link.mkv'), 'utf8')).toBe('film');
	expect(await trash.list()).toEqual([]);
});

test('the same file can be deleted again and again, newest first', async () => {
	const { library, clock, trash } = house();
	const path = join(library, 'bijou-trash.json');
	for (const text of ['one', 'two']) {
		writeFileSync(path, text);
		await trash.put(path);
		clock.now += 1000;
	}
	const [second, first] = await trash.list();
	expect(second!.deletedAt).toBeGreaterThan(first!.deletedAt);
	await trash.restore(first!.id);
	expect(readFileSync(path, 'utf8')).toBe('one');
	await expect(trash.restore(second!.id)).rejects.toMatchObject({ code: 'conflict' });
	expect(readFileSync(path, 'utf8')).toBe('one');
	rmSync(path);
	await trash.restore(second!.id);
	expect(readFileSync(path, 'utf8')).toBe('two');
});

test('a trash found again after a lost database knows where everything was', async () => {
	const folder = join(makeFolder(tmpdir()), '.trash');
	const library = makeFolder(tmpdir());
	writeFileSync(join(library, 'a.mkv'), 'film');
	await createTrash({ folder }).put(join(library, 'a.mkv'));
	rmSync(library, { recursive: true });
	const again = createTrash({ folder });
	await again.restore((await again.list())[0]!.id);
	expect(readFileSync(join(library, 'a.mkv'), 'utf8')).toBe('film');
});

test('only what is older than asked is deleted for good', async () => {
	const { library, clock, trash } = house();
	for (const name of ['a', 'b', 'c']) {
		writeFileSync(join(library, name), name);
		await trash.put(join(library, name));
		clock.now += day;
	}
	expect(await trash.purge(clock.now - 1.5 * day)).toBe(2);
	expect((await trash.list()).map(({ path }) => path)).toEqual([join(library, 'c')]);
});

test.each(['../../etc', 'nothing', '', '0'.repeat(24)])('there is no entry %j', async (id) => {
	const { trash } = house();
	await expect(trash.restore(id)).rejects.toMatchObject({ code: 'not_found' });
});

test('a missing file is said so, and leaves no entry', async () => {
	const { library, trash } = house();
	await expect(trash.put(join(library, 'nothing'))).rejects.toMatchObject({ code: 'not_found' });
	expect(await trash.list()).toEqual([]);
});

test('one is deleted for good, the others stay', async () => {
	const { library, trash } = house();
	const entries = [];
	for (const name of ['a.mkv', 'b.mkv']) {
		writeFileSync(join(library, name), name);
		entries.push(await trash.put(join(library, name)));
	}
	expect(await trash.remove(entries[0]!.id)).toEqual(entries[0]);
	expect(await trash.list()).toEqual([entries[1]]);
	await expect(trash.remove(entries[0]!.id)).rejects.toMatchObject({ code: 'not_found' });
});
