import { expect, test } from 'vitest';
import { episodePath, moviePath, trackPath } from './item-paths.ts';
import { type FormatName } from './naming-formats.ts';
import { defaultFormats, namingPresets } from './presets.ts';
import { episode, film } from './subject.fixture.ts';
import { validateFormat } from './validate-format.ts';

const mkv = { extension: '.mkv' };

test('every preset is sound', () => {
	for (const { id, formats } of namingPresets) {
		const faults = Object.entries(formats).flatMap(([name, pattern]) =>
			validateFormat(name as FormatName, pattern)
		);
		expect(faults, id).toEqual([]);
	}
});

test('a film stands in its folder, as Jellyfin reads it', () => {
	expect(moviePath(defaultFormats, film, mkv)).toBe(
		"The River Dia and Night (2011) [tmdbid-603]/The River Dia and Night (2011) [tmdbid-603] - Director's Cut [HDR IMAX][Bluray-1080p Proper][DV HDR10][DTS 5.1][x264]-GRP.mkv"
	);
});

test.each([
	['standard', 'A Show (2020) - S01E01 - Pilot (1) [WEBDL-720p].mkv'],
	['daily', 'A Show (2020) - 2020-03-04 - Pilot (1) [WEBDL-720p].mkv'],
	['anime', 'A Show (2020) - S01E01 - 013 - Pilot (1) [WEBDL-720p].mkv']
] as const)('an episode of a %s series', (kind, name) => {
	expect(episodePath(defaultFormats, kind, episode, mkv)).toBe(`A Show (2020) [tvdbid-77]/Season 01/${name}`);
});

test('without a date or an absolute number an episode goes by its season', () => {
	const bare = { ...episode, airDate: undefined, episodes: [{ number: 1 }] };
	for (const kind of ['daily', 'anime'] as const) {
		expect(episodePath(defaultFormats, kind, bare, mkv)).toContain('A Show (2020) - S01E01 [WEBDL-720p].mkv');
	}
});

test('specials have a folder of their own', () => {
	expect(episodePath(namingPresets[1]!.formats, 'standard', { ...episode, season: 0 }, mkv)).toContain(
		'/Specials/'
	);
});

test('music goes by artist and album', () => {
	const track = {
		title: 'Blue Glass',
		artist: 'AC/DC',
		year: 1980,
		track: { number: 3, title: 'Road', disc: 1 }
	};
	expect(trackPath(defaultFormats, track, { extension: '.flac' })).toBe(
		'AC+DC/Blue Glass (1980)/103 - Road.flac'
	);
});

test.each<[FormatName, string, string]>([
	['movieFile', '{Movei Title}', '{Movei Title} is not a known token.'],
	['movieFile', '{Release Year}', 'It needs the title'],
	['movieFile', '{Movie Title', 'A brace is not closed'],
	['movieFolder', '../{Movie Title}', '"." and ".." cannot be folders.'],
	['movieFolder', '/{Movie Title}', 'patterns are relative'],
	['episode', '{Series Title} {season}', 'It needs season and episode'],
	['dailyEpisode', '{Series Title}', 'It needs {Air-Date}'],
	['seasonFolder', 'Season', 'number of the season']
])('%s %s is refused: %s', (name, pattern, message) => {
	expect(validateFormat(name, pattern).join(' ')).toContain(message);
});

test.each<[FormatName, string]>([
	['episode', '{season}x{episode:00}'],
	['animeEpisode', '{absolute:000}'],
	['specialsFolder', 'Extras'],
	['movieFile', '{Original Title}']
])('%s %s is fine', (name, pattern) => expect(validateFormat(name, pattern)).toEqual([]));
