import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { arrFormat, arrProfile } from '../../../../../tests/fakes/arr.ts';
import { startFake } from '../../../../../tests/fakes/http.ts';
import { startFakeJellyfin } from '../../../../../tests/fakes/jellyfin.ts';
import { radarrEvent, startFakeRadarr, type FakeRadarr } from '../../../../../tests/fakes/radarr.ts';
import { startFakeSonarr } from '../../../../../tests/fakes/sonarr.ts';
import { openLibrary, type LibraryHouse } from '../../../../../tests/harness/library.ts';
import { rootFolders } from '../schema/folders.ts';
import { episodes, movies, seasons, series } from '../schema/items.ts';
import { progress } from '../schema/watching.ts';
import { bringSources, broughtHistory } from './schema.ts';
import type { BringApp } from './schema.ts';

const { signal } = new AbortController();

const add = (
	house: LibraryHouse,
	app: BringApp,
	address: string,
	apiKey: string,
	people: { id: string; name: string }[] = []
) => house.library.bring.add({ app, address, apiKey }, people, signal);

async function look(house: LibraryHouse, id: number) {
	const job = await house.jobs.settled(house.library.bring.look(id));
	if (job.state !== 'done') throw new Error(job.error ?? job.state);
	return house.library.bring.rows(id, { limit: 500 }).items;
}
async function apply(house: LibraryHouse, id: number) {
	const job = await house.jobs.settled(house.library.bring.apply(id));
	await house.idle();
	return job;
}
const standings = (rows: { kind: string; title: string; standing: string }[]) =>
	rows.map(({ kind, title, standing }) => `${kind} ${title}: ${standing}`);

async function filledRadarr(radarr: FakeRadarr, folder: string) {
	radarr.house.folders = [folder];
	radarr.house.tags = ['kids', 'oscar'];
	radarr.house.formats = [arrFormat(1, 'Own Remux', '\\bremux\\b')];
	radarr.house.profiles = [arrProfile(1, 'HD-1080p', [{ format: 1, name: 'Own Remux', score: 50 }])];
	radarr.movies.push(
		{
			id: 11,
			title: 'Heat',
			year: 1995,
			tmdbId: 949,
			imdbId: 'tt0113277',
			path: `${folder}/Heat (1995)`,
			tags: [2]
		},
		{ id: 12, title: 'Ronin', year: 1998, tmdbId: 8195, path: `${folder}/Ronin (1998)`, monitored: false },
		{ id: 13, title: 'Heat again', year: 1995, tmdbId: 949, path: `${folder}/Heat 2 (1995)` }
	);
	radarr.house.history = [
		radarrEvent(1, 11, 'grabbed', 'Heat.1995.1080p.BluRay.x264-GRP'),
		radarrEvent(2, 11, 'downloadFolderImported', 'Heat.1995.1080p.BluRay.x264-GRP', '2021-05-06T08:08:09Z'),
		radarrEvent(3, 99, 'grabbed', 'Gone.2000.1080p.WEB.x264-GRP')
	];
}

test('films, profiles, formats, tags, folders and history come from Radarr, and come only once', async () => {
	await using house = await openLibrary();
	await using radarr = await startFakeRadarr();
	const local = house.lay('films', { 'Heat (1995)/Heat.mkv': 4_000_000 });
	await filledRadarr(radarr, '/movies');
	const source = await add(house, 'radarr', `${radarr.url}/`, radarr.house.apiKey);
	house.library.bring.update(source.id, { mappings: [{ from: '/movies', to: local }] });

	const rows = await look(house, source.id);
	expect(standings(rows)).toEqual([
		'root /movies: new',
		'format Own Remux: new',
		expect.stringMatching(/^profile HD-1080p.*: new$/),
		'movie Heat: new',
		'movie Ronin: new',
		'movie Heat again: skipped',
		'history Radarr: new'
	]);
	expect(house.db.select().from(movies).all()).toEqual([]);
	expect(house.db.select().from(rootFolders).all()).toEqual([]);

	expect(await apply(house, source.id)).toMatchObject({
		state: 'done',
		result: { added: 2, changed: 0, failed: 0, roots: 1, formats: 1, profiles: 1, history: 2, historyLeft: 1 }
	});
	const profileId = rows.find(({ kind }) => kind === 'profile')!.key;
	expect(house.profiles.profiles.get(profileId).scores).toEqual({ 'own-remux': 50 });
	const [heat, ronin] = house.db.select().from(movies).all();
	expect(heat).toMatchObject({
		title: 'Heat',
		tmdbId: 949,
		imdbId: 'tt0113277',
		monitored: true,
		profileId,
		folder: 'Heat (1995)',
		posterPath: 'tmdb/m11.jpg',
		addedAt: Date.parse('2020-02-03T04:05:06Z'),
		fileCount: 1
	});
	expect(ronin).toMatchObject({ title: 'Ronin', monitored: false, fileCount: 0 });
	expect(house.library.movie(heat!.id, 'nobody').tags).toMatchObject([{ name: 'oscar' }]);
	const history = house.library.bring.history({ movie: heat!.id, limit: 10 });
	expect(history.items).toMatchObject([
		{ event: 'imported', quality: 'Bluray-1080p' },
		{ event: 'grabbed', sourceTitle: 'Heat.1995.1080p.BluRay.x264-GRP', details: { indexer: 'Some indexer' } }
	]);
	expect(JSON.stringify(history)).not.toContain('secret');

	const again = await look(house, source.id);
	expect(standings(again)).toEqual([
		'root /movies: same',
		'format Own Remux: same',
		expect.stringMatching(/^profile HD-1080p.*: same$/),
		'movie Heat: same',
		'movie Ronin: same',
		'movie Heat again: skipped',
		'history Radarr: new'
	]);
	expect(await apply(house, source.id)).toMatchObject({ result: { added: 0, changed: 0, history: 0 } });
	expect(house.db.select().from(movies).all()).toHaveLength(2);
	expect(house.db.select().from(broughtHistory).all()).toHaveLength(2);
});

test('what is here already is matched, and only what differs changes', async () => {
	await using house = await openLibrary();
	await using radarr = await startFakeRadarr();
	const local = house.lay('movies', { 'Heat (1995)/Heat.mkv': 4_000_000 });
	const root = await house.library.roots.add({ path: local, kind: 'movie' });
	await house.scan(root.id);
	const before = house.db.select().from(movies).get()!;
	house.library.edit('movie', [before.id], { overview: 'My own words.' });
	await filledRadarr(radarr, '/movies');
	radarr.movies.splice(1);
	// A root folder of the same name was guessed.
	const source = await add(house, 'radarr', radarr.url, radarr.house.apiKey);
	expect(source.mappings).toEqual([{ from: '/movies', to: local }]);
	const rows = await look(house, source.id);
	expect(rows.find(({ kind }) => kind === 'movie')).toMatchObject({
		standing: 'changes',
		localId: before.id
	});
	await apply(house, source.id);
	expect(house.db.select().from(movies).all()).toMatchObject([
		{ id: before.id, tmdbId: 949, overview: 'My own words.', fileCount: 1 }
	]);
});

test('what is not ticked does not come', async () => {
	await using house = await openLibrary();
	await using radarr = await startFakeRadarr();
	await filledRadarr(radarr, '/nowhere');
	const source = await add(house, 'radarr', radarr.url, radarr.house.apiKey);
	const rows = await look(house, source.id);
	expect(rows[0]).toMatchObject({ kind: 'root', standing: 'skipped', chosen: false });
	house.library.bring.choose(source.id, { kind: 'movie' }, false);
	house.library.bring.choose(source.id, { kind: 'profile' }, false);
	house.library.bring.choose(source.id, { ids: [rows.find(({ title }) => title === 'Ronin')!.id] }, true);
	expect(house.library.bring.choose(source.id, { ids: [rows[0]!.id] }, true)).toBe(0);
	await apply(house, source.id);
	expect(house.db.select().from(movies).all()).toMatchObject([
		{ title: 'Ronin', rootFolderId: null, profileId: null }
	]);
});

test('a profile of the same name that is another gets a name of its own', async () => {
	await using house = await openLibrary();
	await using radarr = await startFakeRadarr();
	const [shipped] = house.profiles.profiles.list();
	radarr.house.profiles = [arrProfile(1, shipped!.name)];
	radarr.movies.push({ id: 1, title: 'Heat', year: 1995, tmdbId: 949, path: '/m/Heat' });
	const source = await add(house, 'radarr', radarr.url, radarr.house.apiKey);
	const rows = await look(house, source.id);
	expect(rows.find(({ kind }) => kind === 'profile')).toMatchObject({
		title: `${shipped!.name} (Radarr)`,
		standing: 'new'
	});
	await apply(house, source.id);
	expect(house.profiles.profiles.get(shipped!.id)).toEqual(shipped);
	const profileId = house.db.select().from(movies).get()!.profileId!;
	expect(house.profiles.profiles.get(profileId).name).toBe(`${shipped!.name} (Radarr)`);
});

test('series come from Sonarr with what is monitored, down to the episode; a death in the middle is mended by a second run', async () => {
	await using house = await openLibrary();
	await using sonarr = await startFakeSonarr();
	const local = house.lay('tv', { 'Dark/Season 01/Dark - S01E01.mkv': 4_000_000, 'Lost/readme.txt': 1 });
	sonarr.house.folders = [local];
	sonarr.series.push(
		{
			id: 1,
			title: 'Dark',
			year: 2017,
			tvdbId: 334824,
			path: `${local}/Dark`,
			episodes: { 0: [false], 1: [true, false], 2: [false, false] }
		},
		{ id: 2, title: 'Lost', year: 2004, tvdbId: 73739, path: `${local}/Lost`, episodes: { 1: [true] } },
		{ id: 3, title: 'Rome', year: 2005, tvdbId: 73508, path: `${local}/Rome`, episodes: { 1: [true] } },
		{
			id: 4,
			title: 'Sherlock',
			year: 2010,
			tvdbId: 176941,
			path: `${local}/Sherlock`,
			episodes: { 1: [true] }
		}
	);
	sonarr.house.history = [
		{
			...radarrEvent(1, 0, 'grabbed', 'Dark.S01E01.1080p.WEB.x264-GRP'),
			movieId: undefined,
			seriesId: 1,
			episodeId: 10_101,
			episode: { seasonNumber: 1, episodeNumber: 1 }
		}
	];
	const source = await add(house, 'sonarr', sonarr.url, sonarr.house.apiKey);
	await look(house, source.id);
	sonarr.die(/seriesId=2/);
	const failed = await apply(house, source.id);
	expect(failed).toMatchObject({ state: 'failed' });
	expect(failed.error).toContain('What came stays; run it again');
	expect(house.db.select().from(series).all()).toMatchObject([{ title: 'Dark' }]);

	sonarr.die();
	expect(await apply(house, source.id)).toMatchObject({ state: 'done', result: { added: 3, history: 1 } });
	expect(
		house.db
			.select()
			.from(series)
			.all()
			.map(({ title }) => title)
	).toEqual(['Dark', 'Lost', 'Rome', 'Sherlock']);
	const dark = house.db.select().from(series).where(eq(series.title, 'Dark')).get()!;
	expect(dark).toMatchObject({ tvdbId: 334824, folder: 'Dark', fileCount: 1 });
	const monitored = house.db.select().from(episodes).where(eq(episodes.seriesId, dark.id)).all();
	expect(monitored.map(({ seasonNumber, number, monitored }) => [seasonNumber, number, monitored])).toEqual([
		[0, 1, false],
		[1, 1, true],
		[1, 2, false],
		[2, 1, false],
		[2, 2, false]
	]);
	expect(
		house.db
			.select()
			.from(seasons)
			.where(eq(seasons.seriesId, dark.id))
			.all()
			.map(({ monitored }) => monitored)
	).toEqual([false, true, false]);
	expect(house.library.bring.history({ series: dark.id, limit: 10 }).items).toMatchObject([
		{ event: 'grabbed', episodeId: monitored[1]!.id }
	]);

	const again = await look(house, source.id);
	expect(again.filter(({ kind }) => kind === 'series').map(({ standing }) => standing)).toEqual(
		Array(4).fill('same')
	);
	house.library.editEpisodes([monitored[1]!.id], { monitored: false });
	const differs = await look(house, source.id);
	expect(differs.find(({ title }) => title === 'Dark')).toMatchObject({
		standing: 'changes',
		reasons: [{}, { text: '{count} of its episodes are monitored differently.', values: { count: 1 } }]
	});
});

test('watched states come from Jellyfin to the person chosen; what is newer here stays', async () => {
	await using house = await openLibrary();
	await using jellyfin = await startFakeJellyfin();
	const films = house.lay('films', {
		'Heat (1995)/Heat.mkv': 1_000_000,
		'Ronin (1998)/Ronin.mkv': 1_000_000
	});
	const tv = house.lay('tv', {
		'Dark/Season 01/Dark - S01E01E02.mkv': 1_000_000,
		'Dark/Season 01/Dark - S01E03.mkv': 1_000_000
	});
	await house.scan((await house.library.roots.add({ path: films, kind: 'movie' })).id);
	await house.scan((await house.library.roots.add({ path: tv, kind: 'series' })).id);
	const [heat, ronin] = house.db.select().from(movies).orderBy(movies.title).all();
	house.library.markWatched('ada', { movie: ronin!.id }, true);

	jellyfin.users.push({ Id: 'j1', Name: 'Ada' }, { Id: 'j2', Name: 'Guest' });
	jellyfin.locations.push('/data/films', '/data/tv');
	const tick = 10_000_000;
	jellyfin.things.push(
		{
			Id: 'h',
			Type: 'Movie',
			Name: 'Hitze',
			ProductionYear: 1995,
			Path: '/data/films/Heat (1995)/Heat.mkv',
			RunTimeTicks: 10_000 * tick
		},
		{ Id: 'r', Type: 'Movie', Name: 'Ronin', ProductionYear: 1998, RunTimeTicks: 7_000 * tick },
		{ Id: 'x', Type: 'Movie', Name: 'Elsewhere', ProductionYear: 2001 },
		{ Id: 's', Type: 'Series', Name: 'Dark', ProductionYear: 2017, ProviderIds: { Tvdb: '334824' } },
		{
			Id: 'e',
			Type: 'Episode',
			Name: 'One',
			SeriesId: 's',
			SeriesName: 'Dark',
			ParentIndexNumber: 1,
			IndexNumber: 1,
			IndexNumberEnd: 2
		},
		{
			Id: 'f',
			Type: 'Episode',
			Name: 'Three',
			SeriesId: 's',
			SeriesName: 'Dark',
			ParentIndexNumber: 1,
			IndexNumber: 3
		}
	);
	house.db.update(series).set({ tvdbId: 334824 }).run();
	Object.assign(jellyfin.states, {
		'j1 h': { Played: false, PlaybackPositionTicks: 3_000 * tick, LastPlayedDate: '2024-01-02T03:04:05Z' },
		'j1 r': { Played: false, PlaybackPositionTicks: 600 * tick, LastPlayedDate: '2019-01-02T03:04:05Z' },
		'j1 x': { Played: true, PlayCount: 1 },
		'j1 e': { Played: true, PlayCount: 2, LastPlayedDate: '2023-01-02T03:04:05Z' },
		'j2 f': { Played: true, PlayCount: 1 }
	});

	const source = await add(house, 'jellyfin', jellyfin.url, jellyfin.apiKey, [{ id: 'ada', name: 'ada' }]);
	expect(source.pairings).toEqual([{ remote: 'j1', userId: 'ada' }]);
	expect(source.mappings).toEqual([
		{ from: '/data/films', to: films },
		{ from: '/data/tv', to: tv }
	]);
	const rows = await look(house, source.id);
	expect(standings(rows).toSorted()).toEqual([
		'watched Dark S01E01: new',
		'watched Elsewhere: skipped',
		'watched Hitze: new',
		'watched Ronin: skipped'
	]);
	expect(await apply(house, source.id)).toMatchObject({ state: 'done', result: { watched: 2 } });
	const kept = house.db.select().from(progress).all();
	expect(kept).toHaveLength(4);
	expect(kept.find(({ movieId }) => movieId === heat!.id)).toMatchObject({
		userId: 'ada',
		positionSeconds: 3_000,
		watched: false,
		updatedAt: Date.parse('2024-01-02T03:04:05Z')
	});
	expect(kept.find(({ movieId }) => movieId === ronin!.id)).toMatchObject({
		watched: true,
		positionSeconds: 0
	});
	expect(kept.filter(({ episodeId }) => episodeId !== null)).toMatchObject([
		{ watched: true, playCount: 2 },
		{ watched: true, playCount: 2 }
	]);
	const again = await look(house, source.id);
	expect(again.some(({ standing }) => standing === 'new' || standing === 'changes')).toBe(false);
});

test(
	'twenty thousand films are read as they arrive, and their plan is paged',
	{ timeout: 60_000 },
	async () => {
		await using house = await openLibrary();
		await using radarr = await startFakeRadarr();
		for (let id = 1; id <= 20_000; id += 1)
			radarr.movies.push({ id, title: `Film ${id}`, year: 2000, tmdbId: id, path: `/movies/Film ${id}` });
		radarr.house.history = Array.from({ length: 2_500 }, (_, at) =>
			radarrEvent(at, 1 + at, 'grabbed', `Film.${at}`)
		);
		const source = await add(house, 'radarr', radarr.url, radarr.house.apiKey);
		await house.jobs.settled(house.library.bring.look(source.id));
		const first = house.library.bring.rows(source.id, { kind: 'movie', limit: 500 });
		expect([first.total, first.items.length]).toEqual([20_000, 500]);
		expect(first.items.at(-1)?.title).toBe('Film 500');
		const second = house.library.bring.rows(source.id, { kind: 'movie', limit: 500, cursor: first.next });
		expect(second.items[0]?.title).toBe('Film 501');
		house.library.bring.choose(source.id, { kind: 'movie' }, false);
		house.library.bring.choose(source.id, { ids: first.items.map(({ id }) => id) }, true);
		const job = await house.jobs.settled(house.library.bring.apply(source.id));
		expect(job).toMatchObject({ state: 'done', result: { added: 500, history: 500, historyLeft: 2_000 } });
	}
);

test('a wrong key, another program, an old version and an address where nothing is are told apart', async () => {
	await using house = await openLibrary();
	await using radarr = await startFakeRadarr();
	await using page = await startFake(() => ({
		headers: { 'content-type': 'text/html' },
		body: '<html>Router</html>'
	}));
	const { apiKey } = radarr.house;
	await expect(add(house, 'radarr', radarr.url, 'wrong')).rejects.toThrow('does not accept this key');
	await expect(add(house, 'sonarr', radarr.url, apiKey)).rejects.toThrow(/Radarr answers at .*, not Sonarr/);
	await expect(add(house, 'radarr', `${radarr.url}/nowhere`, apiKey)).rejects.toThrow('If it has a URL base');
	await expect(add(house, 'radarr', page.url, apiKey)).rejects.toThrow('but it is not Radarr');
	await expect(add(house, 'radarr', 'http://127.0.0.1:9', apiKey)).rejects.toThrow('cannot be reached');
	await expect(add(house, 'radarr', 'ftp://x', apiKey)).rejects.toThrow('The address looks like');
	radarr.house.version = '2.0.0.5344';
	await expect(add(house, 'radarr', radarr.url, apiKey)).rejects.toThrow(
		'This is version 2.0.0.5344 of Radarr'
	);
	expect(house.library.bring.list()).toEqual([]);
});

test('the key is kept sealed and never shown, and nothing runs without a look', async () => {
	await using house = await openLibrary();
	await using radarr = await startFakeRadarr();
	const source = await add(house, 'radarr', radarr.url, radarr.house.apiKey);
	expect(JSON.stringify([source, house.library.bring.list()])).not.toContain(radarr.house.apiKey);
	expect(await add(house, 'radarr', `${radarr.url}/api/v3`, radarr.house.apiKey)).toMatchObject({
		id: source.id
	});
	expect(() => house.library.bring.apply(source.id)).toThrow('Look first at what Radarr holds');
	const raw = house.db.select().from(bringSources).get()!.apiKey;
	expect(raw).toMatch(/^v1:/);
});
