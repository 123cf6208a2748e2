import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startFake } from '../../../../../tests/fakes/http.ts';
import { startFakeTmdb } from '../../../../../tests/fakes/tmdb.ts';
import { openLibrary } from '../../../../../tests/harness/library.ts';
import { episodeFiles, files, unmatched } from '../schema/files.ts';
import { collections, episodes, movies, series } from '../schema/items.ts';
import { credits } from '../schema/people.ts';

const GB = 1_000_000_000;

test('films are found by their names, by ids in them and by NFO files, with why', async () => {
	await using tmdb = await startFakeTmdb();
	tmdb.movies.push(
		{ id: 11, title: 'The Quiet Harbour', year: 1999, collection: { id: 7, name: 'Harbour Collection' } },
		{ id: 12, title: 'The Quiet Harbour', year: 2015 },
		{ id: 13, title: 'Winter Passage', year: 2004, imdbId: 'tt0013013' },
		{ id: 14, title: 'A Name Nobody Wrote', year: 2011 }
	);
	await using house = await openLibrary({ tmdbUrl: tmdb.url });
	const path = house.lay('films', {
		'The Quiet Harbour (1999)/The.Quiet.Harbour.1999.1080p.BluRay.x264-GRP.mkv': 4 * GB,
		'The Quiet Harbour (1999)/The.Quiet.Harbour.1999.2160p.WEB-DL.mkv': 9 * GB,
		'The Quiet Harbour (1999)/The Quiet Harbour-trailer.mp4': 10_000,
		'something [tmdbid-14]/x.mkv': GB,
		'wp/film.mkv': GB,
		'wp/movie.nfo': '<movie><title>Winter Passage</title><uniqueid type="imdb">tt0013013</uniqueid></movie>'
	});
	const root = await house.library.roots.add({ path, kind: 'movie' });
	const job = await house.scan(root.id);
	expect(job).toMatchObject({ state: 'done', result: { added: 5, state: 'ready' } });
	const found = house.db.select().from(movies).orderBy(movies.tmdbId).all();
	expect(
		found.map(({ tmdbId, title, year, fileCount, source }) => ({ tmdbId, title, year, fileCount, source }))
	).toEqual([
		{ tmdbId: 11, title: 'The Quiet Harbour', year: 1999, fileCount: 2, source: 'tmdb' },
		{ tmdbId: 13, title: 'Winter Passage', year: 2004, fileCount: 1, source: 'tmdb' },
		{ tmdbId: 14, title: 'A Name Nobody Wrote', year: 2011, fileCount: 1, source: 'tmdb' }
	]);
	expect(found[0]).toMatchObject({
		resolution: '2160p',
		folder: 'The Quiet Harbour (1999)',
		reasons: [expect.stringContaining('The Quiet Harbour'), 'The year 1999 agrees.']
	});
	expect(found[1]).toMatchObject({ confidence: 1, reasons: [expect.stringContaining('tt0013013')] });
	expect(house.db.select().from(collections).all()).toMatchObject([
		{ tmdbId: 7, name: 'Harbour Collection' }
	]);
	expect(house.db.select().from(credits).where(eq(credits.movieId, found[0]!.id)).all()).toHaveLength(2);
	const extra = house.db.select().from(files).where(eq(files.role, 'extra')).get();
	expect(extra).toMatchObject({ movieId: found[0]!.id, extraType: 'trailer' });
});

test('what is not sure waits with suggestions instead of being guessed', async () => {
	await using tmdb = await startFakeTmdb();
	tmdb.movies.push(
		{ id: 21, title: 'Golden Mirror', year: 1950 },
		{ id: 22, title: 'Golden Mirror', year: 1987 }
	);
	await using house = await openLibrary({ tmdbUrl: tmdb.url });
	const root = await house.library.roots.add({
		path: house.lay('films', { 'Golden Mirror.mkv': GB, 'Wholly Unknown (2003).mkv': GB }),
		kind: 'movie'
	});
	await house.scan(root.id);
	expect(house.db.select().from(movies).all()).toEqual([]);
	const rows = house.db.select().from(unmatched).orderBy(unmatched.path).all();
	expect(rows).toMatchObject([
		{
			path: 'Golden Mirror',
			title: 'Golden Mirror',
			reason: 'several',
			suggestions: [{ tmdbId: expect.any(Number) }, { tmdbId: expect.any(Number) }]
		},
		{ path: 'Wholly Unknown (2003)', year: 2003, reason: 'no-match', suggestions: [] }
	]);
});

test('episodes find their places by number, absolute number, date and title', async () => {
	await using tmdb = await startFakeTmdb();
	tmdb.series.push({
		id: 31,
		title: 'Signal Tower',
		year: 2010,
		tvdbId: 3100,
		seasons: { 0: ['The Making of Signal Tower'], 1: ['Pilot', 'Second', 'Third'], 2: ['Return', 'Again'] },
		airDates: { '2.2': '2011-03-04' }
	});
	await using house = await openLibrary({ tmdbUrl: tmdb.url });
	const path = house.lay('series', {
		'Signal Tower (2010)/Season 1/Signal.Tower.S01E01.720p.mkv': GB,
		'Signal Tower (2010)/Season 1/Signal.Tower.S01E02-E03.mkv': GB,
		'Signal Tower (2010)/Season 1/Signal.Tower.S01E01.1080p.mkv': 2 * GB,
		'Signal Tower (2010)/Season 2/2x01 - Return.mkv': GB,
		'Signal Tower (2010)/Season 2/Signal Tower 2011-03-04.mkv': GB,
		'Signal Tower (2010)/Season 2/Signal Tower S02E09.mkv': GB,
		'Signal Tower (2010)/Specials/Signal Tower S00E01.mkv': GB,
		'Signal Tower (2010)/Season 2/random clip about nothing.mkv': GB
	});
	const root = await house.library.roots.add({ path, kind: 'series' });
	await house.scan(root.id);
	const [show] = house.db.select().from(series).all();
	expect(show).toMatchObject({
		tmdbId: 31,
		tvdbId: 3100,
		status: 'ended',
		episodeFileCount: 6,
		network: 'Channel Four'
	});
	const placed = house.db
		.select({ season: episodes.seasonNumber, number: episodes.number, path: files.path })
		.from(episodeFiles)
		.innerJoin(episodes, eq(episodes.id, episodeFiles.episodeId))
		.innerJoin(files, eq(files.id, episodeFiles.fileId))
		.orderBy(episodes.seasonNumber, episodes.number, files.path)
		.all()
		.map(({ season, number, path: where }) => `${season}x${number} ${where.split('/').at(-1)}`);
	expect(placed).toEqual([
		'0x1 Signal Tower S00E01.mkv',
		'1x1 Signal.Tower.S01E01.1080p.mkv',
		'1x1 Signal.Tower.S01E01.720p.mkv',
		'1x2 Signal.Tower.S01E02-E03.mkv',
		'1x3 Signal.Tower.S01E02-E03.mkv',
		'2x1 2x01 - Return.mkv',
		'2x2 Signal Tower 2011-03-04.mkv',
		'2x9 Signal Tower S02E09.mkv'
	]);
	expect(house.db.select().from(unmatched).all()).toMatchObject([
		{ path: expect.stringContaining('random clip'), reason: 'no-match' }
	]);
});

test('a source that fails leaves the item for a later try, and the work ends all the same', async () => {
	await using tmdb = await startFakeTmdb();
	tmdb.movies.push({ id: 41, title: 'Velvet Station', year: 1977 });
	await using house = await openLibrary({ tmdbUrl: tmdb.url });
	for (const fault of [
		{ status: 500, body: 'no' },
		{ status: 429, headers: { 'retry-after': '0' }, body: 'slow down' },
		{ body: '<html>garbage' }
	]) {
		tmdb.fail(fault);
		const path = house.lay('films', { 'Velvet Station (1977)/Velvet Station (1977).mkv': GB });
		const root = house.library.roots.list()[0] ?? (await house.library.roots.add({ path, kind: 'movie' }));
		await house.scan(root.id);
		expect(house.db.select().from(unmatched).all()).toMatchObject([{ reason: 'source-failed' }]);
	}
	tmdb.fail();
	house.library.identify({});
	await house.idle();
	expect(house.db.select().from(movies).all()).toMatchObject([{ tmdbId: 41, fileCount: 1 }]);
	expect(house.db.select().from(unmatched).all()).toEqual([]);
}, 30_000);

test('without any source the library works from names and NFO files', async () => {
	await using house = await openLibrary();
	const films = house.lay('films', {
		'Paper Lantern (1988)/Paper Lantern (1988).mkv': GB,
		'Jade (1991)/Jade.mkv': GB,
		'Jade (1991)/Jade.nfo':
			'<movie><title>Jade Mountain</title><year>1991</year><plot>Long ago.</plot><director>D. One</director></movie>'
	});
	const root = await house.library.roots.add({ path: films, kind: 'movie' });
	await house.scan(root.id);
	expect(house.db.select().from(movies).orderBy(movies.title).all()).toMatchObject([
		{ title: 'Jade Mountain', year: 1991, overview: 'Long ago.', source: 'nfo', fileCount: 1 },
		{ title: 'Paper Lantern', year: 1988, source: 'name', fileCount: 1 }
	]);
});

const show = {
	id: 77,
	name: 'Paper Station',
	language: 'English',
	genres: ['Drama'],
	status: 'Running',
	premiered: '2014-03-01',
	externals: { thetvdb: 555, imdb: 'tt0555555' },
	summary: '<p>On rails.</p>'
};
const tvmazeEpisodes = [1, 2].map((number) => ({
	name: `Stop ${number}`,
	season: 1,
	number,
	type: 'regular',
	airdate: `2014-03-0${number}`
}));

test('without a key, series come from TVmaze', async () => {
	await using tvmaze = await startFake(({ path }) => {
		if (path === '/search/shows') return { body: [{ show }] };
		if (path === '/shows/77/episodes') return { body: tvmazeEpisodes };
		return path === '/shows/77'
			? { body: { ...show, _embedded: { seasons: [{ number: 1 }], cast: [], akas: [] } } }
			: { status: 404 };
	});
	await using house = await openLibrary({ tvmazeUrl: tvmaze.url });
	const root = await house.library.roots.add({
		path: house.lay('series', { 'Paper Station/Season 1/Paper Station 1x02.mkv': GB }),
		kind: 'series'
	});
	await house.scan(root.id);
	expect(house.db.select().from(series).all()).toMatchObject([
		{
			source: 'tvmaze',
			tvmazeId: 77,
			tvdbId: 555,
			imdbId: 'tt0555555',
			title: 'Paper Station',
			status: 'continuing',
			episodeFileCount: 1
		}
	]);
	expect(house.db.select().from(episodes).where(eq(episodes.fileCount, 1)).all()).toMatchObject([
		{ seasonNumber: 1, number: 2, title: 'Stop 2' }
	]);
});

test('when TVmaze does not answer, series appear by their names, all episodes of one in one, and wait to be asked for again', async () => {
	await using house = await openLibrary();
	const path = house.lay('series', {
		'Paper Station S01E01.mkv': GB,
		'Paper Station S01E02.mkv': GB,
		'Other/Other 2020-05-06.mkv': GB
	});
	const root = await house.library.roots.add({ path, kind: 'series' });
	await house.scan(root.id);
	expect(house.db.select().from(series).orderBy(series.title).all()).toMatchObject([
		{ title: 'Other', source: 'name', episodeFileCount: 1, refreshedAt: null },
		{ title: 'Paper Station', source: 'name', episodeFileCount: 2, refreshedAt: null }
	]);
	expect(house.db.select().from(unmatched).all()).toEqual([]);
});

test('a search of hits that share only other names looks at them closely', async () => {
	await using tmdb = await startFakeTmdb();
	tmdb.movies.push(
		{ id: 61, title: 'The Night Ferry', year: 1972, aliases: ['Die Nachtfähre'] },
		{ id: 62, title: 'Nachtfähre ins Nichts', year: 1990 }
	);
	await using house = await openLibrary({ tmdbUrl: tmdb.url });
	const root = await house.library.roots.add({
		path: house.lay('films', { 'Die Nachtfähre (1972)/Die Nachtfähre.mkv': GB }),
		kind: 'movie'
	});
	await house.scan(root.id);
	expect(house.db.select().from(movies).all()).toMatchObject([
		{ tmdbId: 61, reasons: [expect.stringContaining('also known by'), expect.any(String)] }
	]);
});
