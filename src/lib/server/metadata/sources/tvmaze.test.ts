import { afterAll, beforeAll, expect, test } from 'vitest';
import { tvmazeId } from '../../../../cli/demo/service/tvmaze.ts';
import { startWorld, type FakeWorld } from '../../../../../tests/fakes/world.ts';
import { openMetadata } from '../../../../../tests/harness/metadata.ts';

let world: FakeWorld;
let house: Awaited<ReturnType<typeof openMetadata>>;
beforeAll(async () => {
	world = await startWorld({ today: '2026-06-15' });
	house = await openMetadata(world, { TMDB_API_KEY: undefined });
});
afterAll(async () => {
	await house[Symbol.asyncDispose]();
	await world[Symbol.asyncDispose]();
});
const tvmaze = () => house.metadata.tvmaze;
const showOf = (title: string) => [...world.world.shows.values()].find((show) => show.title === title)!;

test('a slip in the name still finds the series; films are not its business', async () => {
	const [first] = await tvmaze().search('series', 'Flash Gorden');
	expect(first).toMatchObject({ source: 'tvmaze', kind: 'series', title: 'Flash Gordon', year: 1936 });
	expect(first!.ids).toEqual({ tvmaze: tvmazeId(showOf('Flash Gordon')), tvdb: showOf('Flash Gordon').tvdb });
	expect(await tvmaze().search('movie', 'Flash Gordon')).toEqual([]);
});

test('a series comes with seasons, people, names and plain words', async () => {
	const series = await tvmaze().series(tvmazeId(showOf('Lantern Town')));
	expect(series).toMatchObject({
		title: 'Lantern Town',
		originalLanguage: 'ja',
		network: 'Bijou TV',
		status: 'Running',
		runtimeMinutes: 24
	});
	expect(series.overview).toMatch(/one after another\. Made up for this demo\.$/);
	expect(series.aliases).toContainEqual({ title: '提灯の町', language: 'ja' });
	expect(series.credits[0]).toMatchObject({ name: 'Hana Mori', department: 'cast', role: 'Akari' });
	expect(series.seasons.map(({ number }) => number)).toEqual([1, 2]);
	expect(series.posterPath).toBe(
		`tvmaze/uploads/images/original_untouched/1/p${showOf('Lantern Town').id}.jpg`
	);
});

test('episodes are numbered through; specials, which have no number there, get season 0', async () => {
	const series = await tvmaze().series(tvmazeId(showOf('Night Shift at the Bijou')));
	const specials = series.episodes.filter(({ season }) => season === 0);
	expect(specials.map(({ number, title, absolute }) => [number, title, absolute])).toEqual([
		[1, 'The Christmas Reel', undefined],
		[2, 'Behind the Screen', undefined]
	]);
	const regular = series.episodes.filter(({ season }) => season > 0);
	expect(regular.map(({ absolute }) => absolute)).toEqual(regular.map((_, index) => index + 1));
	expect(series).toMatchObject({ lastAired: '2026-06-13', nextAired: '2026-06-20' });
});

test('a series is found by an id of another database, through their redirect', async () => {
	const { tvdb } = showOf('Bonanza');
	expect(await tvmaze().find('series', { tvdb })).toMatchObject({ title: 'Bonanza' });
	expect(await tvmaze().find('series', { tvdb: 1 })).toBeUndefined();
	expect(await tvmaze().find('series', { tmdb: 5 })).toBeUndefined();
	expect(await tvmaze().find('movie', { imdb: 'tt0063350' })).toBeUndefined();
});

test('HTML and entities in a summary become text', async () => {
	const id = tvmazeId(showOf('Dragnet'));
	const broken = {
		id,
		name: 'Dragnet',
		summary: '<p>Joe Friday&#8217;s city &amp; badge.</p><p>It&rsquo;s true.<br />Really.</p>'
	};
	world.break({
		when: ({ path }) => path === `/shows/${id}`,
		garbage: JSON.stringify({ ...broken, _embedded: {} }),
		times: 1
	});
	const series = await tvmaze().series(id);
	expect(series.overview).toBe('Joe Friday’s city & badge.\nIt’s true.\nReally.');
	expect(series).toMatchObject({ genres: [], credits: [], aliases: [], seasons: [] });
});
