import { afterAll, beforeAll, expect, test } from 'vitest';
import { show } from '../../../../../cli/demo/world/show.ts';
import { startWorld, type FakeWorld } from '../../../../../../tests/fakes/world.ts';
import { openMetadata } from '../../../../../../tests/harness/metadata.ts';

const chronicle = show({
	title: 'The Long Chronicle',
	date: '1990-01-01',
	minutes: 10,
	genres: 'Documentary',
	studio: 'Bijou TV',
	cast: '',
	overview: 'More seasons than fit one answer.',
	seasons: Array.from({ length: 24 }, (_, number) => ({
		number,
		dates: { from: `${1990 + number}-01-01`, everyDays: 7 },
		titles: ['One', 'Two', 'Three']
	}))
});

let world: FakeWorld;
let house: Awaited<ReturnType<typeof openMetadata>>;
beforeAll(async () => {
	world = await startWorld({ today: '2026-06-15', shows: [chronicle] });
	house = await openMetadata(world);
});
afterAll(async () => {
	await house[Symbol.asyncDispose]();
	await world[Symbol.asyncDispose]();
});

const filmId = (title: string, year: number) =>
	[...world.world.films.values()].find((film) => film.title === title && film.date.startsWith(String(year)))!
		.id;
const showId = (title: string) => [...world.world.shows.values()].find((each) => each.title === title)!.id;
const tmdb = () => house.metadata.tmdb;

test.each([
	['nosferatu', undefined, 'Nosferatu', 1922],
	['Der müde Tod', undefined, 'Destiny', 1921],
	['キッド', undefined, 'The Kid', 1921],
	['Броненосец Потёмкин', undefined, 'Battleship Potemkin', 1925],
	['Dr Jekyll and Mr Hyde', 1913, 'Dr. Jekyll and Mr. Hyde', 1913],
	['The Bat', 1959, 'The Bat', 1959]
])('a search for the film "%s" (%s) finds %s (%i)', async (title, year, found, of) => {
	const [first] = await tmdb().search('movie', title, { year });
	expect(first).toMatchObject({ source: 'tmdb', kind: 'movie', title: found, year: of });
	expect(first!.posterPath).toBe(`tmdb/p${first!.ids.tmdb}.jpg`);
});

test('a search for nothing that exists finds nothing', async () => {
	expect(await tmdb().search('movie', 'Zzyzx Road to Nowhere')).toEqual([]);
	expect(await tmdb().search('movie', 'Nosferatu', { year: 1979 })).toEqual([]);
});

test('a film comes with its people, names, dates and collection', async () => {
	const film = await tmdb().movie(filmId('Terror by Night', 1946));
	expect(film).toMatchObject({
		kind: 'movie',
		title: 'Terror by Night',
		year: 1946,
		runtimeMinutes: 60,
		genres: ['Mystery', 'Crime'],
		studios: ['Universal Pictures'],
		status: 'Released',
		inCinemas: '1946-02-01',
		collection: { name: 'Sherlock Holmes (Basil Rathbone) Collection' }
	});
	expect(film.credits.find(({ department }) => department === 'directing')).toMatchObject({
		name: 'Roy William Neill',
		role: 'Director'
	});
	expect(film.credits.find(({ name }) => name === 'Basil Rathbone')).toMatchObject({
		department: 'cast',
		role: 'Sherlock Holmes'
	});
	const collection = await tmdb().collection(film.collection!.tmdbId);
	expect(collection.parts.map(({ year }) => year)).toEqual([1942, 1945, 1946, 1946]);
});

test('other names carry the language of their country', async () => {
	const film = await tmdb().movie(filmId('Nosferatu', 1922));
	expect(film).toMatchObject({
		originalTitle: 'Nosferatu, eine Symphonie des Grauens',
		originalLanguage: 'de'
	});
	expect(film.ids).toEqual({ tmdb: film.ids.tmdb, imdb: 'tt0013442' });
	expect(film.aliases).toContainEqual({ title: '吸血鬼ノスフェラトゥ', language: 'ja' });
});

test('titles come in the language that was chosen, and are kept apart by it', async () => {
	const id = filmId('His Girl Friday', 1940);
	expect((await tmdb().movie(id)).title).toBe('His Girl Friday');
	await house.settings.update('metadata', { language: 'de-DE' });
	expect((await tmdb().movie(id)).title).toBe('Sein Mädchen für besondere Fälle');
	await house.settings.update('metadata', { language: 'en-US' });
	expect((await tmdb().movie(id)).title).toBe('His Girl Friday');
});

test('a series has its specials, seasons, numbers throughout and what comes next', async () => {
	const series = await tmdb().series(showId('Night Shift at the Bijou'));
	expect(series).toMatchObject({
		kind: 'series',
		status: 'Returning Series',
		network: 'Bijou TV',
		certification: 'TV-PG',
		lastAired: '2026-06-13',
		nextAired: '2026-06-20'
	});
	expect(series.seasons.map(({ number, title }) => [number, title])).toEqual([
		[0, 'Specials'],
		[1, 'Season 1'],
		[2, 'Season 2'],
		[3, 'Season 3']
	]);
	expect(series.episodes.filter(({ season }) => season === 0).map(({ absolute }) => absolute)).toEqual([
		undefined,
		undefined
	]);
	expect(series.episodes.find(({ season, number }) => season === 3 && number === 2)).toMatchObject({
		absolute: 14,
		title: 'The Wrong Print'
	});
});

test('all seasons are fetched, also those beyond the twenty that one answer holds', async () => {
	const series = await tmdb().series(chronicle.id);
	expect(series.seasons).toHaveLength(24);
	expect(series.episodes).toHaveLength(72);
	expect(series.episodes.at(-1)).toMatchObject({ season: 23, number: 3, absolute: 69 });
	const asked = world.asked().filter((path) => path.startsWith(`/3/tv/${chronicle.id}`));
	const most = asked.map((path) =>
		new URL(path, world.url).searchParams.get('append_to_response')!.split(',')
	);
	expect(Math.max(...most.map((parts) => parts.length))).toBeLessThanOrEqual(20);
});

test('another order numbers the same episodes anew', async () => {
	const id = showId('Superman');
	const aired = await tmdb().series(id);
	expect(aired.orders).toMatchObject([
		{ name: 'As numbered', kind: 'absolute', episodeCount: 17 },
		{ name: 'By studio', kind: 'production', episodeCount: 17 }
	]);
	const byStudio = await tmdb().series(id, { order: aired.orders[1]!.id });
	expect(byStudio.seasons).toEqual([
		{ number: 1, title: 'Fleischer Studios' },
		{ number: 2, title: 'Famous Studios' }
	]);
	expect(byStudio.episodes[9]).toMatchObject({ season: 2, number: 1, absolute: 10, title: 'Japoteurs' });
	expect(byStudio.episodes.map(({ tmdbId }) => tmdbId)).toEqual(aired.episodes.map(({ tmdbId }) => tmdbId));
});

test('films and series are found by ids of other databases; what has none is not', async () => {
	expect(await tmdb().find('movie', { imdb: 'tt0063350' })).toMatchObject({
		title: 'Night of the Living Dead'
	});
	const superman = [...world.world.shows.values()].find(({ title }) => title === 'Superman')!;
	expect(await tmdb().find('series', { tvdb: superman.tvdb })).toMatchObject({ ids: { tmdb: superman.id } });
	expect(await tmdb().find('movie', { imdb: 'tt9999999' })).toBeUndefined();
	expect(await tmdb().find('series', { imdb: 'tt0063350' })).toBeUndefined();
	expect(await tmdb().find('movie', {})).toBeUndefined();
});

test('a person is known for each work once', async () => {
	const film = await tmdb().movie(filmId('Sherlock Jr.', 1924));
	const keaton = film.credits.find(({ name }) => name === 'Buster Keaton')!;
	const person = await tmdb().person(keaton.tmdbId!);
	expect(person.name).toBe('Buster Keaton');
	expect(person.known.map(({ title }) => title).toSorted()).toEqual([
		'Sherlock Jr.',
		'Steamboat Bill, Jr.',
		'The General'
	]);
	expect(person.known.find(({ title }) => title === 'Sherlock Jr.')).toMatchObject({
		role: 'The Projectionist',
		kind: 'movie'
	});
});

test('lists are pages; a mixed one tells films from series', async () => {
	const page = await tmdb().browse('movie', 'trending/all/week', { page: 2 });
	expect(page.items).toHaveLength(20);
	expect(page.total).toBe(world.world.films.size + world.world.shows.size);
	expect(page.pages).toBe(Math.ceil(page.total / 20));
	expect(new Set(page.items.map(({ kind }) => kind))).toEqual(new Set(['movie', 'series']));
	const western = (await tmdb().genres('movie')).find(({ name }) => name === 'Western')!;
	const westerns = await tmdb().browse('movie', 'discover/movie', { with_genres: western.id });
	expect(westerns.items.map(({ title }) => title).toSorted()).toEqual([
		'McLintock!',
		'The Great Train Robbery'
	]);
});

test('a film that is not there is a fault that says so', async () => {
	await expect(tmdb().movie(1)).rejects.toMatchObject({ details: { status: 404 } });
});

test('an answer without its list is a fault, not a film that nobody knows', async () => {
	world.break({ garbage: '{}' });
	await expect(tmdb().search('movie', 'The Bat', { year: 1926 })).rejects.toMatchObject({ status: 502 });
	world.mend();
	expect(await tmdb().search('movie', 'The Bat', { year: 1926 })).not.toEqual([]);
});
