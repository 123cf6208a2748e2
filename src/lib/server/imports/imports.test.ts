import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rawDb } from '#server/platform/db.ts';
import { below, open, rowsOf, signal, type House } from '../../../../tests/harness/import-house.ts';

describe('a look', () => {
	test('tells films, episodes, samples, archives and what is none of it', async () => {
		const { bring, looked, imports, ...rest } = await open();
		const incoming = bring({
			'Metropolis.1927.1080p.BluRay.x264-GRP.mkv': 'film',
			'Metropolis.1927.1080p.BluRay.x264-GRP.en.srt': 'words',
			'Show.S01E02.720p.WEB-DL.mkv': 'episode',
			'Sample/metropolis-sample.mkv': 'sample',
			'Old.Film.1931/old.rar': 'archive',
			'Old.Film.1931/old.r00': 'archive',
			'half.2001.mkv.part': 'half',
			'empty.1999.mkv': '',
			'readme.txt': 'text'
		});
		const look = await looked(incoming);
		const rows = rowsOf({ imports, ...rest } as House, look.id);
		const brief = Object.fromEntries(rows.map((row) => [row.path, row]));
		expect(look).toMatchObject({ state: 'ready', mode: 'move', report: { otherFiles: 1, folders: 3 } });
		expect(Object.keys(brief)).toHaveLength(6);
		expect(brief['Metropolis.1927.1080p.BluRay.x264-GRP.mkv']).toMatchObject({
			target: { kind: 'movie', add: { source: 'name', title: 'Metropolis', year: 1927 } },
			quality: 'Bluray-1080p',
			group: 'GRP',
			companions: [{ path: 'Metropolis.1927.1080p.BluRay.x264-GRP.en.srt', kind: 'subtitle' }],
			state: 'unsure'
		});
		expect(brief['Show.S01E02.720p.WEB-DL.mkv']).toMatchObject({
			target: { kind: 'series' },
			season: 1,
			episodes: [2],
			quality: 'WEBDL-720p'
		});
		expect(brief['Sample/metropolis-sample.mkv']).toMatchObject({
			state: 'refused',
			message: 'It is a sample.'
		});
		expect(brief['Old.Film.1931/old.rar']).toMatchObject({
			message: 'It is an archive. Unpack it, then look again.',
			sizeBytes: 14
		});
		expect(brief['half.2001.mkv.part']!.message).toContain('not whole');
		expect(brief['empty.1999.mkv']!.message).toBe('It is empty.');
	});

	test('goes through links once and says what it could not read', async () => {
		const { bring, looked, imports } = await open();
		const incoming = bring({ 'a/Film.2001.mkv': 'film' });
		symlinkSync(incoming, join(incoming, 'a', 'loop'));
		symlinkSync('/nowhere', join(incoming, 'broken.mkv'));
		const look = await looked(incoming);
		expect(imports.rows(look.id, { limit: 10 }).total).toBe(1);
		expect(look.report?.skipped).toContainEqual({ path: 'broken.mkv', reason: 'It is a link to nothing.' });
	});

	test.each([
		['relative/path', 'whole path'],
		['/proc/self', 'system'],
		['/', 'system'],
		['/no/such/folder', 'There is no']
	])('%s is refused', async (path, words) => {
		const { imports } = await open();
		await expect(imports.look(path)).rejects.toThrow(words);
	});

	test('root folders are left to scans, and our own files to ourselves', async () => {
		const { imports, films, media, config } = await open();
		await expect(imports.look(films)).rejects.toThrow('a scan finds');
		await expect(imports.look(media)).rejects.toThrow('has the root folder');
		mkdirSync(config.dataDir, { recursive: true });
		await expect(imports.look(config.dataDir)).rejects.toThrow("Bijou's own files");
	});

	test('stays responsive with thousands of files', { timeout: 60_000 }, async () => {
		const { bring, looked, imports } = await open();
		const files: Record<string, string> = {};
		for (let show = 0; show < 20; show++)
			for (let number = 1; number <= 100; number++)
				files[
					`Show ${'abcdefghijklmnopqrst'[show]}${show}/Show.${show}.S01E${String(number).padStart(2, '0')}.720p.mkv`
				] = 'x';
		const incoming = bring(files);
		let longest = 0;
		let before = performance.now();
		const timer = setInterval(() => {
			longest = Math.max(longest, performance.now() - before - 10);
			before = performance.now();
		}, 10);
		const look = await looked(incoming);
		await imports.edit(look.id, 'all', { chosen: true, quality: 'DVD' }, signal);
		clearInterval(timer);
		expect(imports.get(look.id).counts).toMatchObject({ files: 2000, chosen: 2000 });
		// Some 25 ms on a machine that has nothing else to do.
		expect(longest).toBeLessThan(250);
	});
});

describe('an import', () => {
	test('moves a film to its place, with its subtitles, and can be undone', async () => {
		const { bring, looked, imported, imports, films, library } = await open();
		const incoming = bring({
			'in/Metropolis.1927.1080p.BluRay.x264-GRP.mkv': 'film',
			'in/Metropolis.1927.1080p.BluRay.x264-GRP.de.srt': 'worte'
		});
		const look = await looked(incoming);
		const [row] = imports.rows(look.id, { limit: 10 }).items;
		const [chosen] = await imports.edit(look.id, [row!.id], { chosen: true }, signal);
		expect(chosen!.destination).toBe('Metropolis (1927)/Metropolis (1927) [Bluray-1080p][x264]-GRP.mkv');
		const done = await imported(look.id);
		expect(done).toMatchObject({ state: 'done', counts: { imported: 1, failed: 0 } });
		const stem = chosen!.destination!.replace(/\.mkv$/, '');
		expect(below(films)).toEqual([`${stem}.de.srt`, `${stem}.mkv`]);
		expect(below(incoming)).toEqual([]);
		expect(existsSync(join(incoming, 'in'))).toBe(false);
		const movie = library.movie(done.items[0]!.id, 'x');
		expect(movie).toMatchObject({
			title: 'Metropolis',
			year: 1927,
			folder: 'Metropolis (1927)',
			fileCount: 1
		});
		expect(movie.files[0]).toMatchObject({
			quality: 'Bluray-1080p',
			group: 'GRP',
			releaseName: 'Metropolis.1927.1080p.BluRay.x264-GRP',
			unit: 'Metropolis (1927)'
		});
		expect(movie.files[0]!.sidecars).toMatchObject([{ kind: 'subtitle', language: 'de' }]);
		expect(imports.history({ limit: 5 }).items).toMatchObject([
			{ outcome: 'imported', title: 'Metropolis', placedBy: 'move' }
		]);

		await library.undo(done.undoId!);
		expect(below(films)).toEqual([]);
		expect(below(incoming)).toHaveLength(2);
		expect(library.list('movie', { limit: 10 } as never, 'x').total).toBe(0);
	});

	test('that is undone can be gone through again', async () => {
		const { bring, looked, imported, imports, films, library, told } = await open();
		const look = await looked(bring({ 'Metropolis.1927.1080p.BluRay.mkv': 'film' }));
		await imports.edit(look.id, 'all', { chosen: true }, signal);
		const { undoId } = await imported(look.id);
		const from = join(look.path, 'Metropolis.1927.1080p.BluRay.mkv');
		await library.undo(undoId!);
		expect(told('media.unimported')).toMatchObject([{ files: [{ fileId: 1, from }] }]);
		expect(imports.history({ limit: 1 }).items[0]).toMatchObject({ undoneAt: expect.any(Number) });
		await expect
			.poll(() => imports.get(look.id))
			.toMatchObject({
				state: 'ready',
				undoId: null,
				counts: { imported: 0, states: { unsure: 1 } }
			});
		await imports.edit(look.id, 'all', { chosen: true }, signal);
		expect((await imported(look.id)).counts).toMatchObject({ imported: 1, failed: 0 });
		expect(below(films)).toHaveLength(1);
	});

	test('a scan afterwards finds everything as it was recorded', async () => {
		const { bring, looked, imported, imports, films, library, scan } = await open();
		const look = await looked(bring({ 'x.mkv': 'film' }));
		const [row] = imports.rows(look.id, { limit: 10 }).items;
		expect(row!.state).toBe('unknown');
		await imports.edit(
			look.id,
			[row!.id],
			{
				target: { kind: 'movie', add: { source: 'name', title: 'Häxan', year: 1922 } },
				quality: 'DVD',
				group: 'ME'
			},
			signal
		);
		const { items } = await imported(look.id);
		const before = library.movie(items[0]!.id, 'x');
		await scan(1, { full: true });
		const after = library.movie(items[0]!.id, 'x');
		expect(after).toEqual(before);
		expect(after.files).toHaveLength(1);
		expect(after.files[0]).toMatchObject({ quality: 'DVD', group: 'ME' });
		expect(library.unmatched({ limit: 5 }).total).toBe(0);
		expect(below(films)).toHaveLength(1);
	});

	test('episodes find their show, are numbered by hand, and join it', async () => {
		const { bring, looked, imported, imports, shows, library } = await open();
		const look = await looked(bring({ 'one.avi': '1', 'two.avi': '2', 'three.avi': '3' }));
		const ids = imports.rows(look.id, { limit: 10 }).items.map(({ id }) => id);
		await imports.edit(
			look.id,
			ids,
			{ target: { kind: 'series', add: { source: 'name', title: 'Home Movies', year: 1968 } }, season: 2 },
			signal
		);
		const rows = await imports.edit(look.id, 'all', { numberFrom: 4 }, signal);
		expect(rows.map(({ path, episodes, state, chosen }) => [path, episodes, state, chosen])).toEqual([
			['one.avi', [4], 'ready', true],
			['three.avi', [5], 'ready', true],
			['two.avi', [6], 'ready', true]
		]);
		const { items, counts } = await imported(look.id);
		expect(counts.imported).toBe(3);
		expect(items).toHaveLength(1);
		expect(below(shows).map((path) => path.replace(/ -? ?\[.*\]/, ''))).toEqual([
			'Home Movies (1968)/Season 02/Home Movies (1968) - S02E04.avi',
			'Home Movies (1968)/Season 02/Home Movies (1968) - S02E05.avi',
			'Home Movies (1968)/Season 02/Home Movies (1968) - S02E06.avi'
		]);
		const series = library.series(items[0]!.id, 'x');
		expect(series.seasons[0]!.episodes.map(({ number, files }) => [number, files.length])).toEqual([
			[4, 1],
			[5, 1],
			[6, 1]
		]);
	});

	test('a better file replaces the one that is there, which waits in the trash; undo brings it back', async () => {
		const { bring, looked, imported, imports, films, library, lay, scan } = await open();
		lay('films', {
			'Metropolis (1927)/Metropolis (1927) [DVD].mkv': 'old',
			'Metropolis (1927)/Metropolis (1927) [DVD].en.srt': 'old'
		});
		await scan(1);
		const { items: before } = library.list('movie', { limit: 10 } as never, 'x');
		const look = await looked(bring({ 'Metropolis.1927.1080p.BluRay.x264-GRP.mkv': 'new' }));
		const [row] = imports.rows(look.id, { limit: 10 }).items;
		expect(row).toMatchObject({
			target: { kind: 'movie', itemId: before[0]!.id },
			state: 'ready',
			chosen: true,
			standing: [{ verdict: 'better', quality: 'DVD' }]
		});
		const done = await imported(look.id);
		expect(below(films)).toEqual(['Metropolis (1927)/Metropolis (1927) [Bluray-1080p][x264]-GRP.mkv']);
		expect(library.movie(before[0]!.id, 'x').files).toHaveLength(1);
		await library.undo(done.undoId!);
		expect(below(films)).toEqual([
			'Metropolis (1927)/Metropolis (1927) [DVD].en.srt',
			'Metropolis (1927)/Metropolis (1927) [DVD].mkv'
		]);
		const back = library.movie(before[0]!.id, 'x');
		expect(back.files).toMatchObject([{ quality: 'DVD', state: 'present' }]);
		expect(back.fileCount).toBe(1);
	});

	test('a worse file waits for a person, and may stand beside the other', async () => {
		const { bring, looked, imported, imports, films, library, lay, scan } = await open();
		const kept = 'Metropolis (1927)/Metropolis (1927) [Bluray-1080p].mkv';
		lay('films', { [kept]: 'old' });
		await scan(1);
		const look = await looked(bring({ 'Metropolis.1927.DVDRip.mkv': 'new' }), { mode: 'copy' });
		const [row] = imports.rows(look.id, { limit: 10 }).items;
		expect(row).toMatchObject({ state: 'there', chosen: false, standing: [{ verdict: 'worse' }] });
		await imports.edit(look.id, [row!.id], { existing: 'keep', chosen: true }, signal);
		const done = await imported(look.id);
		expect(below(films)).toHaveLength(2);
		expect(below(films)).toContain(kept);
		expect(library.movie(done.items[0]!.id, 'x').files).toHaveLength(2);
		expect(below(look.path)).toHaveLength(1);
	});

	test('replacing a file of the very same name keeps the old one in the trash', async () => {
		const { bring, looked, imported, imports, films, library, lay, scan } = await open();
		const path = 'Metropolis (1927)/Metropolis (1927) [DVD].mkv';
		lay('films', { [path]: 'old' });
		await scan(1);
		const look = await looked(bring({ 'Metropolis.1927.DVD.mkv': 'new' }));
		const [row] = imports.rows(look.id, { limit: 10 }).items;
		const [chosen] = await imports.edit(look.id, [row!.id], { chosen: true }, signal);
		expect(chosen!.destination).toBe(path);
		const done = await imported(look.id);
		expect(done.counts).toMatchObject({ imported: 1, failed: 0 });
		expect(readFileSync(join(films, path), 'utf8')).toBe('new');
		await library.undo(done.undoId!);
		expect(readFileSync(join(films, path), 'utf8')).toBe('old');
		expect(library.movie(done.items[0]!.id, 'x').files).toMatchObject([{ path, state: 'present' }]);
	});

	test('one file that fails does not stop the others', async () => {
		const { bring, looked, imported, imports, films } = await open();
		const incoming = bring({ 'A.Film.2001.mkv': 'a', 'B.Film.2002.mkv': 'b', 'C.Film.2003.mkv': 'c' });
		const look = await looked(incoming);
		await imports.edit(look.id, 'all', { chosen: true }, signal);
		writeFileSync(join(incoming, 'B.Film.2002.mkv'), 'it has grown since');
		const done = await imported(look.id);
		expect(done.counts).toMatchObject({ imported: 2, failed: 1 });
		expect(imports.rows(look.id, { limit: 10 }).items.map(({ outcome }) => outcome)).toEqual([
			'imported',
			'failed',
			'imported'
		]);
		expect(imports.rows(look.id, { limit: 10 }).items[1]!.fault).toContain('has changed');
		expect(below(films)).toHaveLength(2);
		expect(below(incoming)).toEqual(['B.Film.2002.mkv']);
	});

	test('two files for one place: both are told, and none is lost', async () => {
		const { bring, looked, imported, imports, films } = await open();
		const look = await looked(bring({ 'a/Film.2001.DVD.mkv': 'a', 'b/Film.2001.DVD.mkv': 'b' }));
		const rows = await imports.edit(look.id, 'all', { chosen: true }, signal);
		expect(rows.map(({ collides }) => collides)).toEqual([true, true]);
		expect(imports.get(look.id).counts.colliding).toBe(2);
		const done = await imported(look.id);
		expect(done.counts).toMatchObject({ imported: 2, failed: 0 });
		expect(
			below(films)
				.map((path) => readFileSync(join(films, path), 'utf8'))
				.toSorted()
		).toEqual(['a', 'b']);
	});

	test('the folder that vanished and the root that may not be written are said, not thrown', async () => {
		const { bring, looked, imported, imports, library } = await open();
		const incoming = bring({ 'Film.2001.mkv': 'a' });
		const look = await looked(incoming);
		library.roots.update(1, { readOnly: true });
		const [row] = await imports.edit(look.id, 'all', { chosen: true, quality: 'DVD' }, signal);
		expect(row).toMatchObject({
			state: 'blocked',
			message: 'There is no root folder for films that may be written to.'
		});
		expect(() => imports.bring(look.id, {})).toThrow('No file that is ready');
		library.roots.update(1, { readOnly: false });
		await imports.edit(look.id, 'all', { quality: 'DVD' }, signal);
		rmSync(incoming, { recursive: true });
		const done = await imported(look.id);
		expect(done).toMatchObject({ state: 'done', counts: { failed: 1 } });
		expect(library.list('movie', { limit: 10 } as never, 'x').total).toBe(0);
	});

	test('shared files stay where they were, and undo puts ours into the trash', async () => {
		const { bring, looked, imported, imports, films, library } = await open();
		const incoming = bring({ 'Film.2001.1080p.WEB-DL.mkv': 'a' });
		const look = await looked(incoming, { source: 'download' });
		expect(look.mode).toBe('link');
		await imports.edit(look.id, 'all', { chosen: true }, signal);
		const done = await imported(look.id);
		expect(below(incoming)).toHaveLength(1);
		expect(below(films)).toHaveLength(1);
		expect(imports.history({ limit: 1 }).items[0]).toMatchObject({ placedBy: 'hardlink' });
		const again = await looked(incoming, { source: 'download' });
		expect(imports.rows(again.id, { limit: 5 }).items[0]!.message).toBe('It is in the library already.');
		await library.undo(done.undoId!);
		expect(below(films)).toEqual([]);
		expect(below(incoming)).toHaveLength(1);
	});
});

test('what is offered and sure comes in by itself; the rest waits for a person', async () => {
	const { bring, imports, idle, films, lay, scan } = await open();
	lay('films', { 'Metropolis (1927)/Metropolis (1927) [DVD].mkv': 'old' });
	await scan(1);
	const incoming = bring({ 'Metropolis.1927.1080p.BluRay.mkv': 'new', 'whatever.mkv': 'a' });
	const look = await imports.offer(incoming, { source: 'download' });
	await idle();
	expect(imports.get(look.id)).toMatchObject({
		state: 'done',
		counts: { imported: 1, states: { unknown: 1 } }
	});
	expect(below(films)).toEqual(['Metropolis (1927)/Metropolis (1927) [Bluray-1080p].mkv']);
});

test('the name that something was released under speaks for a file that bears none', async () => {
	const { bring, looked, imports } = await open();
	const incoming = bring({ '8f3a1c.mkv': 'film' });
	const look = await looked(incoming, {
		source: 'download',
		releaseName: 'Metropolis.1927.1080p.BluRay.x264-GRP'
	});
	expect(imports.rows(look.id, { limit: 5 }).items[0]).toMatchObject({
		target: { kind: 'movie', add: { title: 'Metropolis', year: 1927 } },
		quality: 'Bluray-1080p',
		group: 'GRP',
		releaseName: 'Metropolis.1927.1080p.BluRay.x264-GRP'
	});
});

describe('a look for one film', () => {
	async function about() {
		const house = await open();
		const { library, lay, scan } = house;
		lay('films', { 'Metropolis (1927)/Metropolis (1927) [DVD].mkv': 'old' });
		await scan(1);
		return {
			...house,
			wish: { kind: 'movie', id: library.list('movie', { limit: 1 } as never, 'x').items[0]!.id } as const
		};
	}

	test('chooses its own files only, and keeps it at hand for the others', async () => {
		const { bring, looked, imports, wish } = await about();
		const incoming = bring({
			'Metropolis.1927.1080p.BluRay.mkv': 'a',
			'Nosferatu.1922.1080p.BluRay.mkv': 'b',
			'whatever.mkv': 'c'
		});
		const look = await looked(incoming, { for: wish });
		const rows = imports.rows(look.id, { limit: 5 }).items;
		expect(rows.map(({ target, chosen, state }) => [target?.itemId, chosen, state])).toEqual([
			[wish.id, true, 'ready'],
			[undefined, false, 'unsure'],
			[wish.id, false, 'unsure']
		]);
		expect(rows[1]!.guesses[0]).toMatchObject({ itemId: wish.id, title: 'Metropolis' });
	});

	test('takes the only file for it, whatever it is called', async () => {
		const { bring, looked, imports, wish } = await about();
		const look = await looked(bring({ 'holiday 1080p BluRay.mkv': 'a' }), { for: wish });
		expect(imports.rows(look.id, { limit: 5 }).items[0]).toMatchObject({
			target: { kind: 'movie', itemId: wish.id },
			reasons: ['The import was begun on its page.']
		});
	});
});

test('an import whose job is gone is closed: what came can be undone, the rest is chosen anew', async () => {
	const { bring, looked, imports, films, db, jobs } = await open();
	const look = await looked(bring({ 'A.Film.2001.mkv': 'a', 'B.Film.2002.mkv': 'b' }));
	await imports.edit(look.id, 'all', { chosen: true }, signal);
	await jobs.stop(1_000);
	const jobId = imports.bring(look.id, {});
	expect(imports.get(look.id).state).toBe('importing');
	jobs.cancel(jobId);
	await expect.poll(() => imports.get(look.id).state, { timeout: 5_000 }).toBe('done');
	expect(imports.get(look.id).counts).toMatchObject({ imported: 0, importable: 2 });
	expect(below(films)).toEqual([]);
	expect(rawDb(db).prepare('SELECT count(*) FROM import_rows WHERE journal IS NOT NULL').pluck().get()).toBe(
		0
	);
});

test.each(['link', 'copy', 'move'] as const)(
	'two imports of one file at the same time leave one file in the library (%s)',
	async (mode) => {
		const { bring, looked, imports, films, library, jobs, idle } = await open();
		const incoming = bring({ 'A.Film.2001.DVD.mkv': 'x'.repeat(50_000) });
		const looks = [await looked(incoming, { mode }), await looked(incoming, { mode })];
		for (const { id } of looks) await imports.edit(id, 'all', { chosen: true }, signal);
		const both = looks.map(({ id }) => imports.bring(id, {}));
		await Promise.all(both.map((id) => jobs.settled(id)));
		await idle();
		expect(below(films)).toEqual(['A Film (2001)/A Film (2001) [DVD].mkv']);
		expect(readFileSync(join(films, below(films)[0]!), 'utf8')).toHaveLength(50_000);
		const all = library.files({ limit: 10 } as never);
		expect(all.total).toBe(1);
		expect(library.list('movie', { limit: 5 } as never, 'x').total).toBe(1);
		const done = looks.map(({ id }) => imports.get(id).counts);
		expect(done.map(({ imported }) => imported).toSorted()).toEqual(mode === 'copy' ? [1, 1] : [0, 1]);
	}
);
