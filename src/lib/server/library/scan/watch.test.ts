import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openLibrary } from '../../../../../tests/harness/library.ts';
import { createWatcher } from './watch.ts';

test('changes are gathered and told by folder, also in folders that came later', async () => {
	await using house = await openLibrary();
	const path = house.lay('films', { 'A (2001)/A.mkv': 100, 'B (2002)/B.mkv': 100 });
	const root = await house.library.roots.add({ path, kind: 'movie' });
	await house.scan(root.id);
	const told: string[][] = [];
	const watcher = createWatcher({
		db: house.db,
		log: house.log,
		quietMs: 60,
		changed: (_, folders) => void told.push(folders.toSorted())
	});
	await watcher.follow(root.id);

	writeFileSync(join(path, 'A (2001)/A.srt'), 'x');
	writeFileSync(join(path, 'A (2001)/A.en.srt'), 'x');
	writeFileSync(join(path, 'B (2002)/B.srt'), 'x');
	await vi.waitFor(() => expect(told).toEqual([['A (2001)', 'B (2002)']]));

	mkdirSync(join(path, 'C (2003)'));
	await vi.waitFor(() => expect(told).toHaveLength(2));
	expect(told[1]).toEqual(['']);
	await house.scan(root.id);
	await watcher.follow(root.id);
	writeFileSync(join(path, 'C (2003)/C.mkv'), 'x');
	await vi.waitFor(() => expect(told.at(-1)).toEqual(['C (2003)']));

	writeFileSync(join(path, '.hidden'), 'x');
	watcher.stop();
	const before = told.length;
	writeFileSync(join(path, 'late.mkv'), 'x');
	await new Promise((resolve) => setTimeout(resolve, 150));
	expect(told).toHaveLength(before);
});

test('a new film appears by itself, and one that went is noted', async () => {
	await using house = await openLibrary();
	const path = house.lay('films', { 'A (2001)/A (2001).mkv': 100 });
	const root = await house.library.roots.add({ path, kind: 'movie' });
	house.settings.update('library', { watch: true });
	await house.scan(root.id);
	mkdirSync(join(house.media, 'B (2002)'));
	writeFileSync(join(house.media, 'B (2002)/B (2002).mkv'), 'film');
	utimesSync(join(house.media, 'B (2002)/B (2002).mkv'), 1_600_000_000, 1_600_000_000);
	renameSync(join(house.media, 'B (2002)'), join(path, 'B (2002)'));
	await vi.waitFor(
		() =>
			expect(house.library.list('movie', { limit: 10 }, 'ann').items.map(({ title }) => title)).toEqual([
				'A',
				'B'
			]),
		{ timeout: 15_000, interval: 100 }
	);
	rmSync(join(path, 'A (2001)'), { recursive: true });
	await vi.waitFor(() => expect(house.library.files({ limit: 10 }).items).toHaveLength(2), {
		timeout: 15_000
	});
	await vi.waitFor(() => expect(house.jobs.list({ kind: 'library.scan' }).items.length).toBeGreaterThan(2), {
		timeout: 15_000,
		interval: 100
	});
}, 30_000);
