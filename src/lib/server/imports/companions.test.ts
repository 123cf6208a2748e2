import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { below, open, rowsOf, signal } from '../../../../tests/harness/import-house.ts';

const film = 'Metropolis.1927.1080p.BluRay.x264-GRP';
const folder = {
	[`${film}/${film}.mkv`]: 'x'.repeat(500),
	[`${film}/${film}.de.forced.srt`]: 'worte',
	[`${film}/Subs/2_English.srt`]: 'words',
	[`${film}/poster.jpg`]: 'picture',
	[`${film}/grp.nfo`]: 'made by GRP',
	[`${film}/${film}-trailer.mp4`]: 'trailer',
	[`${film}/Featurettes/The Making of.mkv`]: 'making',
	[`${film}/Featurettes/The Making of.en.srt`]: 'words about it',
	[`${film}/Sample/metropolis-sample.mkv`]: 'sample'
};
const stem = 'Metropolis (1927)/Metropolis (1927) [Bluray-1080p][x264]-GRP';

describe('what belongs to a film', () => {
	test('comes along under the name it gets there, is known to the library, and goes back', async () => {
		const house = await open();
		const { bring, looked, imported, imports, films, library, scan } = house;
		const incoming = bring(folder);
		const look = await looked(incoming);
		const rows = rowsOf(house, look.id);
		expect(rows.map(({ path }) => path.split('/').at(-1))).toEqual([`${film}.mkv`, 'metropolis-sample.mkv']);
		await imports.edit(look.id, [rows[0]!.id], { chosen: true }, signal);
		const done = await imported(look.id);
		expect(below(films)).toEqual(
			[
				`${stem}.mkv`,
				`${stem}.de.forced.srt`,
				`${stem}.en.srt`,
				`${stem}.nfo`,
				'Metropolis (1927)/poster.jpg',
				'Metropolis (1927)/trailers/Metropolis (1927) [Bluray-1080p][x264]-GRP-trailer.mp4',
				'Metropolis (1927)/featurettes/The Making of.mkv',
				'Metropolis (1927)/featurettes/The Making of.en.srt'
			].toSorted()
		);
		expect(below(incoming)).toEqual([`${film}/Sample/metropolis-sample.mkv`]);
		const known = () =>
			library.movie(done.items[0]!.id, 'x').files.map(({ path, role, extraType }) => [path, role, extraType]);
		expect(known()).toContainEqual([
			'Metropolis (1927)/featurettes/The Making of.mkv',
			'extra',
			'featurette'
		]);
		const before = library.movie(done.items[0]!.id, 'x');
		expect(before.files).toHaveLength(3);
		await scan(1, { full: true });
		expect(library.roots.get(1).report).toMatchObject({ added: 0, changed: 0, missing: 0, moved: 0 });
		const after = library.movie(done.items[0]!.id, 'x');
		expect(known()).toHaveLength(3);
		const beside = ({ files }: typeof before) =>
			files.map((file) => file.sidecars.map(({ path, language }) => [path, language]));
		expect(beside(after)).toEqual(beside(before));

		await library.undo(done.undoId!);
		expect(below(films)).toEqual([]);
		expect(below(incoming)).toEqual(Object.keys(folder).toSorted());
		expect(library.files({ limit: 10 } as never).total).toBe(0);
	});

	test('may be left where it is, and what lies beside an extra stays with it', async () => {
		const house = await open();
		const { bring, looked, imported, imports, films } = house;
		const incoming = bring(folder);
		const look = await looked(incoming, { mode: 'copy' });
		const [row] = rowsOf(house, look.id);
		const [said] = await imports.edit(
			look.id,
			[row!.id],
			{ chosen: true, leave: [`${film}/Featurettes/The Making of.mkv`, `${film}/poster.jpg`] },
			signal
		);
		expect(said!.companions.filter(({ isLeft }) => isLeft)).toHaveLength(2);
		await imported(look.id);
		expect(below(films).filter((path) => /Making|poster/.test(path))).toEqual([]);
		expect(below(films)).toHaveLength(5);
		expect(below(incoming)).toHaveLength(9);
	});

	test('never takes the place of what is there; that stays when the import is undone', async () => {
		const house = await open();
		const { bring, looked, imported, films, library, lay, scan } = house;
		lay('films', {
			'Metropolis (1927)/Metropolis (1927) [DVD].mkv': 'old',
			'Metropolis (1927)/poster.jpg': 'the better picture'
		});
		await scan(1);
		const incoming = bring(folder);
		const look = await looked(incoming);
		const done = await imported(look.id);
		expect(done.counts.imported).toBe(1);
		const poster = () => readFileSync(join(films, 'Metropolis (1927)/poster.jpg'), 'utf8');
		expect(poster()).toBe('the better picture');
		expect(below(incoming)).toContain(`${film}/poster.jpg`);
		await library.undo(done.undoId!);
		expect(poster()).toBe('the better picture');
		expect(below(incoming)).toHaveLength(9);
	});
});

test('episodes share a folder: each takes what bears its name, the rest is told apart', async () => {
	const house = await open();
	const { bring, looked, imports, imported, shows } = house;
	const incoming = bring({
		'Show/Season 1/Show.S01E01.mkv': 'x'.repeat(90),
		'Show/Season 1/Show.S01E01.en.sdh.srt': 'words',
		'Show/Season 1/Show.S01E01-thumb.jpg': 'picture',
		'Show/Season 1/Show.S01E01.nfo': 'facts',
		'Show/Season 1/Show.S01E02.mkv': 'x'.repeat(90),
		'Show/Season 1/Show.S01E02-behindthescenes.mkv': 'behind',
		'Show/Season 1/Featurettes/About the Show.mkv': 'about',
		'Show/Season 1/poster.jpg': 'picture'
	});
	const look = await looked(incoming);
	const rows = rowsOf(house, look.id);
	expect(rows.map(({ path, state }) => [path.split('/').at(-1), state])).toEqual([
		['Show.S01E01.mkv', 'unsure'],
		['Show.S01E02.mkv', 'unsure'],
		['About the Show.mkv', 'refused']
	]);
	await imports.edit(look.id, 'all', { chosen: true }, signal);
	expect((await imported(look.id)).counts).toMatchObject({ imported: 2 });
	expect(below(shows)).toEqual([
		'Show/Season 01/Show - S01E01-thumb.jpg',
		'Show/Season 01/Show - S01E01.en.sdh.srt',
		'Show/Season 01/Show - S01E01.mkv',
		'Show/Season 01/Show - S01E01.nfo',
		'Show/Season 01/Show - S01E02.mkv',
		'Show/Season 01/behind the scenes/Show - S01E02-behindthescenes.mkv'
	]);
	expect(below(incoming)).toEqual([
		'Show/Season 1/Featurettes/About the Show.mkv',
		'Show/Season 1/poster.jpg'
	]);
});
