import { expect, test } from 'vitest';
import { episodeKey, planItem, type BringItem, type LocalState } from './bring-item.ts';
import { createBringMatcher } from './bring-match.ts';
import { below, likelyPlaces, mapPath } from './bring-paths.ts';
import { planWatched } from './bring-watched.ts';

test.each([
	['/movies/Heat (1995)', '/movies', 'Heat (1995)'],
	['/movies/', '/movies', ''],
	['/movies2/Heat', '/movies', undefined],
	['D:\\Films\\Heat', 'd:\\films\\', 'Heat'],
	['/Heat', '/', 'Heat']
])('%s below %s is %s', (path, folder, rest) => expect(below(path, folder)).toBe(rest));

test.each([
	['/data/movies/Heat', '/media/films/Heat'],
	['/data/other/Heat', '/srv/other/Heat'],
	['/elsewhere/Heat', '/elsewhere/Heat'],
	['D:\\TV\\Dark\\Season 1', '/media/tv/Dark/Season 1']
])('%s is seen here as %s', (path, here) => {
	const mappings = [
		{ from: '/data', to: '/srv' },
		{ from: '/data/movies/', to: '/media/films/' },
		{ from: 'd:\\tv', to: '/media/tv' }
	];
	expect(mapPath(path, mappings)).toBe(here);
});

test('the same path is the likeliest place, then one of the same name', () => {
	const local = ['/media/films', '/srv/movies', '/movies'];
	expect(likelyPlaces('/movies', local)).toEqual(['/movies', '/srv/movies']);
});

const heat = {
	id: 1,
	ids: { tmdb: 949, imdb: 'tt0113277' },
	title: 'Heat',
	year: 1995,
	path: '/m/Heat (1995)'
};
const namesakes = [
	{ id: 2, ids: {}, title: 'The Office', year: 2005 },
	{ id: 3, ids: { tvdb: 7 }, title: 'Twin', year: 2000 },
	{ id: 4, ids: {}, title: 'Twin', year: 2000 }
];
test.each([
	['its TMDB id', { ids: { tmdb: 949 }, title: 'x' }, { id: 1, by: 'tmdb' }],
	['its IMDb id, however written', { ids: { imdb: '0113277' }, title: 'x' }, { id: 1, by: 'imdb' }],
	['its folder', { ids: {}, title: 'x', path: '/m/Heat (1995)/' }, { id: 1, by: 'path' }],
	['title and year', { ids: { tvdb: 73244 }, title: 'The Office!', year: 2005 }, { id: 2, by: 'title' }],
	['a title of two items: nobody', { ids: {}, title: 'Twin', year: 2000 }, undefined],
	['a title without year: nobody', { ids: {}, title: 'Heat' }, undefined],
	['a title whose id says otherwise: nobody', { ids: { tmdb: 5 }, title: 'Heat', year: 1995 }, undefined]
])('matches by %s', (_, item, expected) => {
	expect(createBringMatcher([heat, ...namesakes])(item)).toEqual(expected);
});

const item: BringItem = {
	kind: 'series',
	remoteId: 5,
	ids: { tvdb: 1 },
	title: 'Dark',
	genres: [],
	dates: {},
	monitored: true,
	profileId: 'hd',
	profileName: 'HD',
	tags: ['kids'],
	seasons: [
		{ number: 1, monitored: true },
		{ number: 2, monitored: false }
	]
};
const local: LocalState = {
	ids: { tvdb: 1 },
	monitored: true,
	profileId: 'hd',
	profileName: 'HD',
	tags: ['kids', 'own'],
	hasFolder: true,
	seasons: item.seasons,
	episodes: new Map([[episodeKey(1, 1), true]]),
	takesEpisodes: true
};
const plan = (remote: BringItem, here: LocalState, episodes = new Map<string, boolean>()) =>
	planItem(
		remote,
		{ path: '/tv/Dark', isHere: true },
		{ matched: { id: 9, by: 'tvdb' }, local: here, episodes }
	);

test('what is the same already needs nothing', () => {
	expect(plan(item, local, new Map([['1x1', true]]))).toMatchObject({ standing: 'same' });
});

test.each<[string, Partial<BringItem>, Partial<LocalState>, string]>([
	['monitored', { monitored: false }, {}, 'It will not be monitored any more.'],
	[
		'profile',
		{},
		{ profileId: 'any', profileName: 'Any' },
		'Its profile will be {name} instead of {before}.'
	],
	['tags', { tags: ['kids', 'new'] }, {}, 'It gets the tags {names}.'],
	[
		'seasons',
		{ seasons: [{ number: 2, monitored: true }] },
		{},
		'{count} of its seasons are monitored differently.'
	],
	['type', { seriesType: 'anime' }, { seriesType: 'standard' }, 'Its episodes will be counted as {type}.'],
	['folder', {}, { hasFolder: false }, 'It gets the folder {path}.'],
	['ids', {}, { ids: {} }, 'It gets ids that were missing here.']
])('a difference in %s is a change with its reason', (_, remote, here, reason) => {
	const planned = plan({ ...item, ...remote }, { ...local, ...here });
	expect(planned.standing).toBe('changes');
	expect(planned.reasons.map(({ text }) => text)).toContain(reason);
});

test('single episodes count too', () => {
	expect(
		plan(
			item,
			local,
			new Map([
				['1x1', false],
				['1x2', true]
			])
		).reasons.slice(1)
	).toEqual([
		{ text: '{count} of its episodes are monitored differently.', values: { count: 1 } },
		{ text: '{count} of its episodes are not known here yet.', values: { count: 1 } }
	]);
});

test('a new item says where its folder is, or that it is not here', () => {
	const texts = (isHere: boolean) =>
		planItem(item, { path: '/tv/Dark', isHere }).reasons.map(({ text }) => text);
	expect(texts(true)).toContain('Its folder {path} is here.');
	expect(texts(false)).toContain('Its folder {path} is not here, so it comes without files.');
});

test.each([
	['nothing here yet', { at: 50 }, undefined, 'new'],
	['older here', { at: 50 }, { at: 40, watched: false }, 'changes'],
	['newer here', { at: 50 }, { at: 60, watched: false }, 'skipped'],
	['no date there', {}, { at: 1, watched: false }, 'skipped'],
	['the same here', { at: 50 }, { at: 60 }, 'same']
])('watched states: %s', (_, remote, here, standing) => {
	const state = { watched: true, positionSeconds: 0, playCount: 1 };
	expect(planWatched({ ...state, ...remote }, here && { ...state, ...here }).standing).toBe(standing);
});
