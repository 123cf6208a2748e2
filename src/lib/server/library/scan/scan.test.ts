import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	cpSync,
	mkdirSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openLibrary, type LibraryHouse } from '../../../../../tests/harness/library.ts';
import { files, sidecars } from '../schema/files.ts';
import { folders, rootFolders, type ScanReport } from '../schema/folders.ts';
import { movies } from '../schema/items.ts';
import { fingerprint } from './fingerprint.ts';

const GB = 1_000_000_000;
const all = (house: LibraryHouse) => house.db.select().from(files).orderBy(files.path).all();
const at = (house: LibraryHouse, path: string) =>
	house.db.select().from(files).where(eq(files.path, path)).get();
const report = (job: { result: unknown }) => job.result as ScanReport & { state: string };

async function openFilms(laid: Record<string, number | string>) {
	const house = await openLibrary();
	const path = house.lay('films', laid);
	const root = await house.library.roots.add({ path, kind: 'movie' });
	return { house, path, id: root.id };
}

test('films, discs, streams, parts, extras and what lies beside them', async () => {
	const { house, id } = await openFilms({
		'Amber (2001)/Amber (2001).mkv': 2 * GB,
		'Amber (2001)/Amber (2001).de.forced.srt': 'x',
		'Amber (2001)/Amber (2001).commentary.ac3': 'x',
		'Amber (2001)/poster.jpg': 'x',
		'Amber (2001)/movie.nfo': '<movie><title>Amber</title></movie>',
		'Amber (2001)/Subs/2_English.srt': 'x',
		'Amber (2001)/Featurettes/Making of.mkv': 1000,
		'Amber (2001)/sample.mkv': 1000,
		'Two Parts (1990)/Two Parts cd1.avi': 700_000_000,
		'Two Parts (1990)/Two Parts cd2.avi': 690_000_000,
		'Old Disc (1985)/VIDEO_TS/VTS_01_1.VOB': 1_000_000,
		'Old Disc (1985)/VIDEO_TS/VIDEO_TS.IFO': 1000,
		'Blue Disc (2011)/BDMV/STREAM/00001.m2ts': 5_000_000,
		'Link (2020)/Link (2020).strm': 'http://example.invalid/a',
		'Image (1999)/Image (1999).iso': GB,
		'notes.txt': 'x'
	});
	await using _ = house;
	await house.scan(id);
	expect(all(house).map(({ path, role, part, sizeBytes }) => [path, role, part, sizeBytes])).toEqual([
		['Amber (2001)/Amber (2001).mkv', 'main', null, 2 * GB],
		['Amber (2001)/Featurettes/Making of.mkv', 'extra', null, 1000],
		['Amber (2001)/sample.mkv', 'sample', null, 1000],
		['Blue Disc (2011)/BDMV', 'main', null, 5_000_000],
		['Image (1999)/Image (1999).iso', 'main', null, GB],
		['Link (2020)/Link (2020).strm', 'main', null, 24],
		['Old Disc (1985)/VIDEO_TS', 'main', null, 1_001_000],
		['Two Parts (1990)/Two Parts cd1.avi', 'part', 1, 700_000_000],
		['Two Parts (1990)/Two Parts cd2.avi', 'part', 2, 690_000_000]
	]);
	const beside = house.db.select().from(sidecars).orderBy(sidecars.path).all();
	expect(
		beside.map(({ path, kind, language, isForced }) => [
			path.split('/').slice(1).join('/'),
			kind,
			language,
			isForced
		])
	).toEqual([
		['Amber (2001).commentary.ac3', 'audio', null, false],
		['Amber (2001).de.forced.srt', 'subtitle', 'de', true],
		['Subs/2_English.srt', 'subtitle', 'en', false],
		['movie.nfo', 'nfo', null, false],
		['poster.jpg', 'image', null, false]
	]);
	expect(
		house.db
			.select({ title: movies.title, fileCount: movies.fileCount })
			.from(movies)
			.orderBy(movies.title)
			.all()
	).toEqual([
		{ title: 'Amber', fileCount: 1 },
		{ title: 'Blue Disc', fileCount: 1 },
		{ title: 'Image', fileCount: 1 },
		{ title: 'Link', fileCount: 1 },
		{ title: 'Old Disc', fileCount: 1 },
		{ title: 'Two Parts', fileCount: 2 }
	]);
});

test('a rename, a move between folders and a swap keep the rows, and with them the films', async () => {
	const { house, path, id } = await openFilms({
		'A (2001)/A.mkv': 100,
		'B (2002)/B.mkv': 200,
		'C (2003)/C1.mkv': 300,
		'D (2004)/D.mkv': 400
	});
	await using _ = house;
	await house.scan(id);
	const before = new Map(all(house).map((file) => [file.sizeBytes, file]));
	renameSync(join(path, 'A (2001)'), join(path, 'A renamed (2001)'));
	mkdirSync(join(path, 'E'));
	renameSync(join(path, 'C (2003)/C1.mkv'), join(path, 'E/C1.mkv'));
	renameSync(join(path, 'B (2002)/B.mkv'), join(path, 'tmp'));
	renameSync(join(path, 'D (2004)/D.mkv'), join(path, 'B (2002)/B.mkv'));
	renameSync(join(path, 'tmp'), join(path, 'D (2004)/D.mkv'));
	const job = await house.scan(id);
	expect(report(job)).toMatchObject({ added: 0, moved: 4, missing: 0 });
	const after = all(house);
	expect(after.map(({ path: where, id: row, movieId }) => [where, row, movieId])).toEqual([
		['A renamed (2001)/A.mkv', before.get(100)!.id, before.get(100)!.movieId],
		['B (2002)/B.mkv', before.get(400)!.id, before.get(400)!.movieId],
		['D (2004)/D.mkv', before.get(200)!.id, before.get(200)!.movieId],
		['E/C1.mkv', before.get(300)!.id, before.get(300)!.movieId]
	]);
	expect(
		house.db
			.select()
			.from(movies)
			.where(eq(movies.id, before.get(100)!.movieId!))
			.get()
	).toMatchObject({ folder: 'A renamed (2001)' });
});

test('what lies beside a film is known where it is now, and only there', async () => {
	const { house, path, id } = await openFilms({
		'A (2001)/A.mkv': 100,
		'A (2001)/A.en.srt': 'x',
		'A (2001)/Subs/2_German.srt': 'x',
		'B (2002)/B.mkv': 200,
		'B (2002)/B.en.srt': 'x'
	});
	await using _ = house;
	await house.scan(id);
	const beside = () =>
		house.db
			.select({ path: sidecars.path })
			.from(sidecars)
			.orderBy(sidecars.path)
			.all()
			.map((row) => row.path);
	renameSync(join(path, 'A (2001)'), join(path, 'A renamed (2001)'));
	mkdirSync(join(path, 'E'));
	renameSync(join(path, 'B (2002)/B.mkv'), join(path, 'E/B.mkv'));
	expect(report(await house.scan(id))).toMatchObject({ added: 0, moved: 2, missing: 0 });
	expect(beside()).toEqual(['A renamed (2001)/A.en.srt', 'A renamed (2001)/Subs/2_German.srt']);
});

test('a file copied to another root folder and deleted here is known again by its content', async () => {
	const { house, path, id } = await openFilms({
		'A (2001)/A.mkv': 'the content of a film',
		'B (2002)/B.mkv': 'the content of b film'
	});
	await using _ = house;
	await house.scan(id);
	const [a] = all(house);
	house.db
		.update(files)
		.set({ fingerprint: await fingerprint(join(path, a!.path)) })
		.where(eq(files.id, a!.id))
		.run();
	cpSync(join(path, 'A (2001)/A.mkv'), join(path, 'Elsewhere.mkv'));
	rmSync(join(path, 'A (2001)'), { recursive: true });
	expect(report(await house.scan(id))).toMatchObject({ moved: 1, added: 0, missing: 0 });
	expect(at(house, 'Elsewhere.mkv')).toMatchObject({ id: a!.id, movieId: a!.movieId });
});

test('a missing file is noted, confirmed by a second scan, and welcome when it comes back', async () => {
	const { house, path, id } = await openFilms({ 'A (2001)/A.mkv': 100, 'B (2002)/B.mkv': 200 });
	await using _ = house;
	await house.scan(id);
	const movieId = at(house, 'A (2001)/A.mkv')!.movieId!;
	const count = () =>
		house.db.select({ n: movies.fileCount }).from(movies).where(eq(movies.id, movieId)).get()!.n;
	renameSync(join(path, 'A (2001)/A.mkv'), join(house.media, 'kept'));
	await house.scan(id);
	expect(at(house, 'A (2001)/A.mkv')).toMatchObject({ state: 'present', missingSince: expect.any(Number) });
	expect(count()).toBe(1);
	await house.scan(id);
	expect(at(house, 'A (2001)/A.mkv')).toMatchObject({ state: 'missing', movieId });
	expect(count()).toBe(0);
	renameSync(join(house.media, 'kept'), join(path, 'A (2001)/A.mkv'));
	await house.scan(id);
	expect(at(house, 'A (2001)/A.mkv')).toMatchObject({ state: 'present', missingSince: null, movieId });
	expect(count()).toBe(1);
});

test('a root folder that is gone, empty all at once or mostly gone changes nothing and says so', async () => {
	const laid = Object.fromEntries(
		Array.from({ length: 30 }, (_, i) => [`Film ${i} (2001)/Film ${i}.mkv`, 1000 + i])
	);
	const { house, path, id } = await openFilms(laid);
	await using _ = house;
	await house.scan(id);
	const before = all(house);
	const state = () => house.db.select().from(rootFolders).where(eq(rootFolders.id, id)).get()!.state;
	const check = () => house.library.checks!.find(({ name }) => name === 'root-folders')!.run();

	renameSync(path, `${path}-away`);
	expect(await house.scan(id)).toMatchObject({ state: 'failed' });
	expect(state()).toBe('missing');
	expect(all(house)).toEqual(before);
	expect(await check()).toMatchObject({
		state: 'degraded',
		message: expect.stringContaining('is not there')
	});

	mkdirSync(path);
	for (let i = 0; i < 3; i++) await house.scan(id);
	expect(state()).toBe('suddenly-empty');
	expect(all(house)).toEqual(before);

	rmSync(path, { recursive: true });
	renameSync(`${path}-away`, path);
	for (let i = 0; i < 12; i++) renameSync(join(path, `Film ${i} (2001)`), join(house.media, `away ${i}`));
	for (let i = 0; i < 3; i++) await house.scan(id);
	expect(state()).toBe('suddenly-empty');
	expect(all(house)).toEqual(before);

	await house.scan(id, { acceptLosses: true });
	await house.scan(id, { acceptLosses: true });
	expect(all(house).filter((file) => file.state === 'missing')).toHaveLength(12);
	expect(state()).toBe('ready');
});

test('a file that still grows is left for the next scan', async () => {
	const { house, path, id } = await openFilms({ 'Done (2001)/Done.mkv': 100 });
	await using _ = house;
	mkdirSync(join(path, 'Growing (2002)'));
	const growing = join(path, 'Growing (2002)/Growing.mkv');
	writeFileSync(growing, 'start');
	const timer = setInterval(() => appendFileSync(growing, 'more'), 20);
	const job = await house.scan(id);
	clearInterval(timer);
	expect(report(job)).toMatchObject({ added: 1, growing: 1, skippedCount: 1 });
	expect(house.jobs.logs(job.id).map(({ line }) => line)).toEqual([
		'Growing (2002)/Growing.mkv: It is still being written.'
	]);
	expect(report(await house.scan(id))).toMatchObject({ added: 1, growing: 0 });
	expect(at(house, 'Growing (2002)/Growing.mkv')?.sizeBytes).toBe(statSync(growing).size);
});

test('links in circles, odd names, long paths and locked folders do not stop a scan', async () => {
	const long = Array.from({ length: 4 }, (_, i) => `${i}${'x'.repeat(99)}`).join('/');
	const { house, path, id } = await openFilms({
		[`${long}/Deep (2001).mkv`]: 100,
		'A (2001)/A.mkv': 100,
		'Locked (2002)/L.mkv': 200
	});
	await using _ = house;
	const outside = house.lay('elsewhere', { 'Far (1999)/Far (1999).mkv': 300 });
	symlinkSync(path, join(path, 'A (2001)/loop'));
	symlinkSync('/', join(path, 'everything'));
	symlinkSync(outside, join(path, 'far'));
	symlinkSync(outside, join(path, 'far again'));
	symlinkSync('nothing', join(path, 'dangling.mkv'));
	symlinkSync('circle.mkv', join(path, 'circle.mkv'));
	execFileSync('sh', ['-c', `touch "$(printf 'caf\\351.mkv')"`], { cwd: path });
	for (const folder of [path, join(path, 'A (2001)')]) utimesSync(folder, 1_600_000_000, 1_600_000_000);
	const first = await house.scan(id);
	expect(report(first)).toMatchObject({ state: 'ready', added: 4 });
	expect(all(house).map((file) => file.path)).toEqual([
		`${long}/Deep (2001).mkv`,
		'A (2001)/A.mkv',
		'Locked (2002)/L.mkv',
		'far/Far (1999)/Far (1999).mkv'
	]);
	const reasons = () =>
		house.db
			.select()
			.from(rootFolders)
			.get()!
			.report!.skipped.map(({ reason }) => reason)
			.toSorted();
	const told = reasons();
	expect(told).toEqual(
		[
			'Its name is not valid UTF-8.',
			'It is a link in a circle.',
			'It is a link to a folder around this one.',
			'It is a link to a folder that is scanned anyway.',
			'It is a link to nothing.',
			'It is a second link to the same folder.'
		].toSorted()
	);
	expect(report(await house.scan(id))).toMatchObject({ added: 0, missing: 0, moved: 0 });
	expect(reasons()).toEqual(told);
});

test.skipIf(process.getuid?.() === 0)('what cannot be read stays as it is known', async () => {
	const { house, path, id } = await openFilms({ 'Locked (2002)/L.mkv': 200, 'Free (2003)/F.mkv': 100 });
	await using _ = house;
	await house.scan(id);
	chmodSync(join(path, 'Locked (2002)'), 0);
	for (let i = 0; i < 2; i++)
		expect(report(await house.scan(id, { full: true }))).toMatchObject({ missing: 0, skippedCount: 1 });
	chmodSync(join(path, 'Locked (2002)'), 0o755);
	expect(at(house, 'Locked (2002)/L.mkv')?.state).toBe('present');
});

test('unchanged folders are not read again; one changed folder is', async () => {
	const { house, path, id } = await openFilms(
		Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`Film ${i} (2001)/f.mkv`, 100 + i]))
	);
	await using _ = house;
	for (let i = 0; i < 20; i++) utimesSync(join(path, `Film ${i} (2001)`), 1_600_000_000, 1_600_000_000);
	utimesSync(path, 1_600_000_000, 1_600_000_000);
	await house.scan(id);
	expect(report(await house.scan(id))).toMatchObject({ folders: 21, unchangedFolders: 21 });
	writeFileSync(join(path, 'Film 3 (2001)/f.srt'), 'x');
	expect(report(await house.scan(id))).toMatchObject({ folders: 21, unchangedFolders: 20 });
	expect(house.db.select().from(sidecars).all()).toMatchObject([{ path: 'Film 3 (2001)/f.srt' }]);
	expect(report(await house.scan(id, { folders: ['Film 4 (2001)'] }))).toMatchObject({ folders: 1 });
	expect(report(await house.scan(id, { full: true }))).toMatchObject({
		unchangedFolders: 0,
		added: 0,
		changed: 0
	});
});

test(
	'ten thousand files in one folder leave the event loop free',
	{ timeout: 60_000, retry: 2 },
	async () => {
		const { house, path, id } = await openFilms({ 'notes.txt': 'x' });
		await using _ = house;
		execFileSync(
			'sh',
			[
				'-c',
				'for i in $(seq 1 10000); do echo "Film $i (2001).mkv"; done | xargs -d "\\n" touch -d 2020-01-01'
			],
			{ cwd: path }
		);
		const delay = monitorEventLoopDelay({ resolution: 5 });
		delay.enable();
		const job = await house.jobs.settled(house.library.scan({ rootFolderId: id }));
		delay.disable();
		expect(report(job)).toMatchObject({ added: 10_000, state: 'ready' });
		expect(delay.percentile(99) / 1e6).toBeLessThan(150);
		for (const { id: waiting } of house.jobs.list({ states: ['queued', 'running'] }).items)
			house.jobs.cancel(waiting);
	}
);

test('a cancelled scan stops, and the next one goes on', async () => {
	const { house, id } = await openFilms(
		Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`Film ${i} (2001)/f.mkv`, 100 + i]))
	);
	await using _ = house;
	const job = house.library.scan({ rootFolderId: id });
	await new Promise((resolve) => setTimeout(resolve, 30));
	house.jobs.cancel(job);
	await house.idle();
	expect(house.db.select().from(folders).all().length).toBeLessThan(601);
	await house.scan(id);
	expect(all(house)).toHaveLength(600);
});

test('a file that changed in place loses what was measured and keeps its film', async () => {
	const { house, path, id } = await openFilms({ 'A (2001)/A.mkv': 100 });
	await using _ = house;
	await house.scan(id);
	const before = at(house, 'A (2001)/A.mkv')!;
	house.db.update(files).set({ probeFault: 'old', fingerprint: 'old' }).run();
	truncateSync(join(path, 'A (2001)/A.mkv'), 500);
	utimesSync(join(path, 'A (2001)/A.mkv'), 1_600_000_001, 1_600_000_001);
	expect(report(await house.scan(id, { full: true }))).toMatchObject({ changed: 1 });
	expect(at(house, 'A (2001)/A.mkv')).toMatchObject({
		id: before.id,
		movieId: before.movieId,
		sizeBytes: 500,
		probeFault: null,
		fingerprint: null
	});
});

test('the regular scan joins one that a person has just asked for', async () => {
	const { house, id } = await openFilms({ 'Amber (2001)/Amber (2001).mkv': GB });
	await using _ = house;
	const asked = house.library.scan({ rootFolderId: id });
	const task = house.library.tasks!.find((each) => each.id === 'library.scan')!;
	await task.run({ signal: new AbortController().signal, progress: () => undefined, log: house.log });
	await house.idle();
	expect(house.jobs.list({ kind: 'library.scan' }).items.map((job) => job.id)).toEqual([asked]);
});
