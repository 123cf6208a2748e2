import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { below, open, rowsOf, signal, type House } from '../../../../tests/harness/import-house.ts';

const dvd = (folder: string, size = 900) => ({
	[`${folder}/VIDEO_TS/VIDEO_TS.IFO`]: 'menu',
	[`${folder}/VIDEO_TS/VTS_01_1.VOB`]: 'x'.repeat(size)
});
const bluray = (folder: string) => ({
	[`${folder}/BDMV/index.bdmv`]: 'index',
	[`${folder}/BDMV/STREAM/00001.m2ts`]: 'y'.repeat(5_000),
	[`${folder}/CERTIFICATE/id.bdmv`]: 'certificate'
});

/** What a scan of all that is there has to say of what an import recorded. */
async function rescan({ scan, library }: House, root: number) {
	await scan(root, { full: true });
	const { added, missing, changed, moved } = library.roots.get(root).report!;
	return { added, missing, changed, moved };
}
const nothingNew = { added: 0, missing: 0, changed: 0, moved: 0 };

describe('a disc', () => {
	test('is one thing, named by its folder, and moves whole', async () => {
		const house = await open();
		const { bring, looked, imported, imports, films, library } = house;
		const incoming = bring({
			...dvd('Metropolis (1927)'),
			'Metropolis (1927)/poster.jpg': 'picture',
			'Metropolis (1927)/AUDIO_TS/AUDIO_TS.IFO': ''
		});
		const look = await looked(incoming);
		const [row, ...others] = rowsOf(house, look.id);
		expect(others).toEqual([]);
		expect(row).toMatchObject({
			path: 'Metropolis (1927)/VIDEO_TS',
			sizeBytes: 904,
			quality: 'DVD-R',
			target: { kind: 'movie', add: { title: 'Metropolis', year: 1927 } },
			destination: 'Metropolis (1927)/VIDEO_TS'
		});
		await imports.edit(look.id, 'all', { chosen: true }, signal);
		const done = await imported(look.id);
		expect(below(films)).toEqual([
			'Metropolis (1927)/AUDIO_TS/AUDIO_TS.IFO',
			'Metropolis (1927)/VIDEO_TS/VIDEO_TS.IFO',
			'Metropolis (1927)/VIDEO_TS/VTS_01_1.VOB',
			'Metropolis (1927)/poster.jpg'
		]);
		expect(below(incoming)).toEqual([]);
		const before = library.movie(done.items[0]!.id, 'x');
		expect(before.files).toMatchObject([{ path: row!.destination, sizeBytes: 904, quality: 'DVD-R' }]);
		expect(await rescan(house, 1)).toEqual(nothingNew);
		expect(library.movie(done.items[0]!.id, 'x').files).toMatchObject([
			{ path: row!.destination, sizeBytes: 904, quality: 'DVD-R', unit: 'Metropolis (1927)', role: 'main' }
		]);

		await library.undo(done.undoId!);
		expect(below(films)).toEqual([]);
		expect(below(incoming)).toHaveLength(4);
		expect(library.list('movie', { limit: 5 } as never, 'x').total).toBe(0);
	});

	test.each(['link', 'copy'] as const)(
		'that is to stay comes by %s, and undo leaves it there',
		async (mode) => {
			const house = await open();
			const { bring, looked, imported, imports, films, library } = house;
			const incoming = bring(bluray('Nosferatu.1922.COMPLETE.BLURAY-GRP'));
			const look = await looked(incoming, { mode });
			await imports.edit(look.id, 'all', { chosen: true }, signal);
			const done = await imported(look.id);
			expect(below(films)).toEqual([
				'Nosferatu (1922)/BDMV/STREAM/00001.m2ts',
				'Nosferatu (1922)/BDMV/index.bdmv',
				'Nosferatu (1922)/CERTIFICATE/id.bdmv'
			]);
			expect(below(incoming)).toHaveLength(3);
			expect(library.movie(done.items[0]!.id, 'x').files).toMatchObject([
				{ quality: 'BR-DISK', group: 'GRP' }
			]);
			expect(await rescan(house, 1)).toEqual(nothingNew);
			await library.undo(done.undoId!);
			expect(below(films)).toEqual([]);
			expect(below(incoming)).toHaveLength(3);
		}
	);

	test('may be chosen itself, and the discs of one film stay apart', async () => {
		const house = await open();
		const { bring, looked, imported, imports, films } = house;
		const incoming = bring({ ...dvd('Faust (1926)/Disc 1'), ...dvd('Faust (1926)/Disc 2', 700) });
		const one = await looked(join(incoming, 'Faust (1926)', 'Disc 1', 'VIDEO_TS'));
		expect(rowsOf(house, one.id)).toMatchObject([{ path: 'VIDEO_TS', target: { add: { title: 'Faust' } } }]);
		const look = await looked(incoming);
		await imports.edit(look.id, 'all', { chosen: true }, signal);
		expect((await imported(look.id)).counts).toMatchObject({ imported: 2, failed: 0 });
		expect(below(films).filter((path) => path.endsWith('VOB'))).toEqual([
			'Faust (1926)/Disc 1/VIDEO_TS/VTS_01_1.VOB',
			'Faust (1926)/Disc 2/VIDEO_TS/VTS_01_1.VOB'
		]);
		expect(await rescan(house, 1)).toEqual(nothingNew);
	});

	test('with episodes lies in a folder that tells them', async () => {
		const house = await open();
		const { bring, looked, imported, imports, shows, library } = house;
		const look = await looked(bring(dvd('Some Show/Season 1/Disc 1')), { kind: 'series' });
		const target = { kind: 'series', add: { source: 'name', title: 'Some Show' } } as const;
		await imports.edit(look.id, 'all', { target, season: 1, episodes: '1-3' }, signal);
		const { items } = await imported(look.id);
		const [path] = below(shows);
		expect(path).toMatch(/^Some Show\/Season 01\/Some Show - S01E01-E?03.*\/VIDEO_TS\/VIDEO_TS\.IFO$/);
		expect(await rescan(house, 2)).toEqual(nothingNew);
		const { seasons } = library.series(items[0]!.id, 'x');
		expect(seasons[0]!.episodes.map(({ files }) => files.length)).toEqual([1, 1, 1]);
		expect(library.unmatched({ limit: 5 }).total).toBe(0);
	});

	test('replaces a file and is replaced by one; each waits in the trash', async () => {
		const house = await open();
		const { bring, looked, imported, imports, films, library, lay, scan } = house;
		lay('films', dvd('Metropolis (1927)'));
		await scan(1);
		const look = await looked(bring({ 'Metropolis.1927.1080p.BluRay.mkv': 'film' }));
		expect(rowsOf(house, look.id)).toMatchObject([
			{ state: 'ready', standing: [{ path: 'Metropolis (1927)/VIDEO_TS', verdict: 'better' }] }
		]);
		const done = await imported(look.id);
		expect(below(films)).toEqual(['Metropolis (1927)/Metropolis (1927) [Bluray-1080p].mkv']);
		const back = await looked(bring(dvd('Metropolis.1927.DVD')));
		await imports.edit(back.id, 'all', { chosen: true, existing: 'keep' }, signal);
		const second = await imported(back.id);
		expect(below(films)).toHaveLength(3);
		expect(await rescan(house, 1)).toEqual(nothingNew);
		await library.undo(second.undoId!);
		await library.undo(done.undoId!);
		expect(below(films)).toEqual([
			'Metropolis (1927)/VIDEO_TS/VIDEO_TS.IFO',
			'Metropolis (1927)/VIDEO_TS/VTS_01_1.VOB'
		]);
		expect(await rescan(house, 1)).toEqual(nothingNew);
	});

	test('that has changed since, or lies about without its folder, does not come', async () => {
		const house = await open();
		const { bring, looked, imported, imports, films, media } = house;
		const incoming = bring({
			...dvd('A Film (2001)'),
			'loose/VIDEO_TS.IFO': 'menu',
			'loose/VTS_01_1.VOB': 'x'
		});
		const look = await looked(incoming);
		expect(rowsOf(house, look.id).map(({ path, message }) => [path, message])).toContainEqual([
			'loose/VTS_01_1.VOB',
			'It is a DVD without its folder. Put all of its files into a folder named VIDEO_TS, then look again.'
		]);
		await imports.edit(look.id, 'all', { chosen: true }, signal);
		mkdirSync(join(media, 'aside'));
		renameSync(join(incoming, 'A Film (2001)/VIDEO_TS/VTS_01_1.VOB'), join(media, 'aside/VTS_01_1.VOB'));
		expect((await imported(look.id)).counts).toMatchObject({ imported: 0, failed: 1 });
		expect(below(films)).toEqual([]);
	});
});

test('an image of a disc is a file like others', async () => {
	const house = await open();
	const { bring, looked, imported, imports, films } = house;
	const look = await looked(bring({ 'The General (1926) DVD.iso': 'image' }));
	await imports.edit(look.id, 'all', { chosen: true }, signal);
	await imported(look.id);
	expect(below(films)).toEqual(['The General (1926)/The General (1926) [DVD].iso']);
	expect(await rescan(house, 1)).toEqual(nothingNew);
});
