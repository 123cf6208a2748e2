import { expect, test } from 'vitest';
import { companionPaths } from './companion-paths.ts';
import { countCompanions, type Companion } from './companion.ts';

const companion = (path: string, kind: Companion['kind'], more: Partial<Companion> = {}): Companion => ({
	path,
	kind,
	sizeBytes: 1,
	...more
});

const film = { was: 'in/bad.name.mkv', is: 'Film (1927)/Film (1927) [DVD].mkv' };

test.each<[string, Companion, string]>([
	['a subtitle', companion('in/bad.name.de.forced.srt', 'subtitle'), 'Film (1927) [DVD].de.forced.srt'],
	['one that bears no name', companion('in/Subs/2_English.srt', 'subtitle'), 'Film (1927) [DVD].en.srt'],
	['a picture of its own', companion('in/bad.name-fanart.jpg', 'image'), 'Film (1927) [DVD]-fanart.jpg'],
	['a picture of the whole', companion('in/poster.jpg', 'image'), 'poster.jpg'],
	['any NFO', companion('in/movie.nfo', 'nfo'), 'Film (1927) [DVD].nfo'],
	[
		'a trailer by its name',
		companion('in/bad.name-trailer.mp4', 'extra', { extraType: 'trailer' }),
		'trailers/Film (1927) [DVD]-trailer.mp4'
	],
	[
		'an extra with a name',
		companion('in/Extras/The Making.mkv', 'extra', { extraType: 'behind-the-scenes' }),
		'behind the scenes/The Making.mkv'
	],
	['any extra', companion('in/Extras/x.mkv', 'extra', { extraType: 'unknown' }), 'extras/x.mkv']
])('%s finds its place', (_, each, place) =>
	expect(companionPaths({ ...film, companions: [each] }).get(each.path)).toBe(`Film (1927)/${place}`)
);

test('two for one place stay apart, and what lies beside an extra goes with it', () => {
	const companions = [
		companion('in/Extras/Making.en.srt', 'subtitle', { of: 'in/Extras/Making.mkv' }),
		companion('in/Extras/Making.mkv', 'extra', { extraType: 'featurette' }),
		companion('in/More/Making.mkv', 'extra', { extraType: 'featurette' }),
		companion('in/a.nfo', 'nfo'),
		companion('in/b.nfo', 'nfo')
	];
	const places = companionPaths({ ...film, companions });
	expect(Object.fromEntries(places)).toEqual({
		'in/Extras/Making.mkv': 'Film (1927)/featurettes/Making.mkv',
		'in/Extras/Making.en.srt': 'Film (1927)/featurettes/Making.en.srt',
		'in/More/Making.mkv': 'Film (1927)/featurettes/Making 2.mkv',
		'in/a.nfo': 'Film (1927)/Film (1927) [DVD].nfo',
		'in/b.nfo': 'Film (1927)/Film (1927) [DVD] 2.nfo'
	});
});

test('beside a disc everything keeps its name', () => {
	const companions = [
		companion('Film/poster.jpg', 'image'),
		companion('Film/movie.nfo', 'nfo'),
		companion('Film/AUDIO_TS', 'disc')
	];
	const places = companionPaths({ was: 'Film/VIDEO_TS', is: 'Film (1927)/VIDEO_TS', companions });
	expect([...places.values()]).toEqual([
		'Film (1927)/poster.jpg',
		'Film (1927)/movie.nfo',
		'Film (1927)/AUDIO_TS'
	]);
});

test('only what comes is counted', () => {
	const companions = [
		companion('a.mkv', 'extra', { extraType: 'trailer', isLeft: true }),
		companion('a.en.srt', 'subtitle', { of: 'a.mkv' }),
		companion('b.srt', 'subtitle'),
		companion('c.mkv', 'extra', { extraType: 'unknown' })
	];
	expect(countCompanions(companions)).toEqual([
		['subtitle', 1],
		['extra', 1]
	]);
});
