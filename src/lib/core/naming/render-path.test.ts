import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength } from './component.ts';
import { multiEpisodeStyles } from './episode-numbers.ts';
import type { NameSubject } from './name-subject.ts';
import { type NamingStyle, defaultStyle } from './naming-style.ts';
import { namingPresets } from './presets.ts';
import { renderPath } from './render-path.ts';
import { doubleEpisode, episode, film } from './subject.fixture.ts';
import { tokenValues } from './token-values.ts';

test.each<[string, NameSubject, string]>([
	['{Movie Title} ({Release Year})', film, 'The River - Día & Night (2011)'],
	['{Movie CleanTitle}', film, 'The River Dia and Night'],
	['{Movie TitleThe}', film, 'River - Día & Night, The'],
	['{Movie Title:DE}', film, 'Der Fluss'],
	['{Movie Title:FR}', film, 'The River - Día & Night'],
	['{Movie.CleanTitle}.{Release.Year}', film, 'The.River.Dia.and.Night.2011'],
	['{movie cleantitle}', film, 'the river dia and night'],
	['{MOVIE CLEANTITLE}', film, 'THE RIVER DIA AND NIGHT'],
	['{Movie CleanTitle:10}', film, 'The River…'],
	['{Movie TitleFirstCharacter}/{Movie CleanTitle}', film, 'R/The River Dia and Night'],
	['{Movie Collection}/x', film, 'The River Collection/x'],
	['x{-Release Group}', film, 'x-GRP'],
	['x{-Release Group}', episode, 'x'],
	['x {[Quality Full]}', film, 'x [Bluray-1080p Proper]'],
	['x {[MediaInfo AudioCodec}{ MediaInfo AudioChannels]}', film, 'x [DTS 5.1]'],
	[
		'x {[MediaInfo AudioCodec}{ MediaInfo AudioChannels]}',
		{ title: 'x', media: { audioCodec: 'DTS' } },
		'x [DTS]'
	],
	[
		'x {[MediaInfo AudioCodec}{ MediaInfo AudioChannels]}',
		{ title: 'x', media: { audioChannels: '5.1' } },
		'x [5.1]'
	],
	['x {[MediaInfo AudioCodec}{ MediaInfo AudioChannels]}', { title: 'x' }, 'x'],
	['x [{MediaInfo VideoCodec} {MediaInfo VideoBitDepth}bit]', episode, 'x'],
	['x {MediaInfo AudioLanguages}', film, 'x [EN+DE]'],
	['x {MediaInfo AudioLanguages:-DE}', film, 'x [EN]'],
	['x {MediaInfo AudioLanguages:EN+}', film, 'x [EN+…]'],
	['x {Custom Formats}', film, 'x HDR IMAX'],
	['x {Custom Formats:-HDR}', film, 'x IMAX'],
	['x {Custom Format:IMAX}', film, 'x IMAX'],
	['x {tmdb-{TmdbId}}', film, 'x {tmdb-603}'],
	['x {tmdb-{TmdbId}}', episode, 'x'],
	['x {edition-{Edition Tags}}', film, "x {edition-Director's Cut}"],
	['x{ - {Edition Tags}}', film, "x - Director's Cut"],
	['x{ - {Edition Tags}}', episode, 'x'],
	['x ({Movie Certification})', film, 'x'],
	['x [tvdbid-{TvdbId}]', film, 'x'],
	['{Original Title}', film, 'The.River.2011.1080p.BluRay-GRP'],
	['{Original Title}', episode, 'A Show (2020)'],
	['{Series TitleYear}', episode, 'A Show (2020)'],
	['{Series TitleWithoutYear}', episode, 'A Show'],
	['{Series CleanTitleYear}', episode, 'A Show 2020'],
	['S{season:00}E{episode:00}', episode, 'S01E01'],
	['{season:0}x{episode:00}', episode, '1x01'],
	['{Air-Date} {Episode Title}', episode, '2020-03-04 Pilot (1)'],
	['{absolute:000}', episode, '013'],
	['{Episode Title}', doubleEpisode, 'Pilot + Dawn'],
	['CON/aux.txt/x', film, 'CON_/aux_.txt/x'],
	['../../etc/{Movie Title:5}', film, 'The River - Día & Night/The River - Día & Night/etc/The…'],
	['a. /b', film, 'a/b']
])('%s', (template, subject, expected) => expect(renderPath(template, subject)).toBe(expected));

test.each([
	['extend', 'S01E01-02-03 - 013-014-015'],
	['duplicate', 'S01E01 - S01E02 - S01E03 - 013 - 014 - 015'],
	['repeat', 'S01E01E02E03 - 013-014-015'],
	['scene', 'S01E01-E02-E03 - 013-014-015'],
	['range', 'S01E01-03 - 013-015'],
	['prefixed-range', 'S01E01-E03 - 013-015']
] as const)('several episodes: %s', (multiEpisode, expected) => {
	const style = { ...defaultStyle, multiEpisode };
	expect(renderPath('A - S{season:00}E{episode:00} - {absolute:000}', doubleEpisode, { style })).toBe(
		`A - ${expected}`
	);
});

test.each<[Partial<NamingStyle>, string, string]>([
	[{ colon: 'delete' }, 'A: B:C', 'A BC'],
	[{ colon: 'dash' }, 'A: B:C', 'A- B-C'],
	[{ colon: 'space-dash' }, 'A: B', 'A - B'],
	[{ colon: 'smart' }, 'A: B:C', 'A - B-C'],
	[{ illegal: 'replace' }, 'What? A/B', 'What! A+B'],
	[{ illegal: 'delete' }, 'What? A/B', 'What AB'],
	[{ spaces: 'dots' }, 'A B', 'A.B'],
	[{ spaces: 'underscores' }, 'A B', 'A_B'],
	[{ letters: 'lower' }, 'A B', 'a b']
])('style %o writes %s as %s', (style, title, expected) => {
	expect(renderPath('{Movie Title}', { title }, { style: { ...defaultStyle, ...style } })).toBe(expected);
});

test('spaces inside of brackets leave no sign behind', () => {
	const path = (spaces: 'dots' | 'underscores') =>
		renderPath(
			'{Series Title} {[MediaInfo AudioCodec}{ MediaInfo AudioChannels]} ({Custom Formats} ) end',
			{
				...episode,
				media: { audioChannels: '5.1' }
			},
			{ style: { ...defaultStyle, spaces } }
		);
	expect(path('dots')).toBe('A.Show.(2020).[5.1].end');
	expect(path('underscores')).toBe('A_Show_(2020)_[5.1]_end');
});

test('a long name loses its titles before its traits', () => {
	const subject = {
		...episode,
		title: '長い'.repeat(60),
		episodes: [{ number: 1, title: '題名'.repeat(60) }]
	};
	const name = renderPath(
		'{Series Title} - S{season:00}E{episode:00} - {Episode Title} [{Quality Full}]',
		subject,
		{ extension: '.mkv' }
	);
	expect(byteLength(name)).toBeLessThanOrEqual(255);
	expect(name).toMatch(/^長い.* - S01E01 - 題名.* \[WEBDL-720p\]\.mkv$/u);
});

const junk = fc.string({
	unit: fc.constantFrom(
		...'aB9 ./\\:*?"<>|{}[]()-_~…é漢👩‍👩‍👧\u0000\u202e\ud800\n',
		'..',
		'CON',
		'nul',
		'{Movie Title}',
		'{[Quality Full]}'
	)
});
const subjects = fc.record({
	title: fc.oneof(junk, fc.string({ unit: 'binary', maxLength: 400 }), fc.constant('漢'.repeat(300))),
	group: junk,
	quality: junk,
	edition: junk,
	releaseName: junk,
	season: fc.nat(3000),
	episodes: fc.array(fc.record({ number: fc.nat(5000), absolute: fc.nat(5000), title: junk }), {
		maxLength: 40
	})
});
const tokens = fc
	.constantFrom(...tokenValues.keys(), 'episode', 'absolute', 'season')
	.map((key) => `{${key}}`);
const templates = fc.oneof(
	fc.constantFrom(...namingPresets.flatMap(({ formats }) => Object.values(formats))),
	fc
		.array(fc.oneof(junk, tokens, fc.constant('S{season:00}E{episode:00}')), { maxLength: 8 })
		.map((parts) => parts.join(''))
);
const styles = fc.record({
	multiEpisode: fc.constantFrom(...multiEpisodeStyles),
	colon: fc.constantFrom('delete', 'dash', 'space-dash', 'space-dash-space', 'smart'),
	illegal: fc.constantFrom('replace', 'delete'),
	spaces: fc.constantFrom('keep', 'dots', 'underscores'),
	letters: fc.constantFrom('keep', 'lower', 'upper')
}) as fc.Arbitrary<NamingStyle>;

test('whatever goes in, a safe relative path comes out', () => {
	fc.assert(
		fc.property(
			templates,
			subjects,
			styles,
			fc.constantFrom('.mkv', '.en.srt', '', './..'),
			(template, subject, style, extension) => {
				const path = renderPath(template, subject, { style, extension });
				for (const part of path.split('/')) {
					expect(part).not.toBe('');
					expect(byteLength(part)).toBeLessThanOrEqual(255);
					expect(part).not.toMatch(/^\.|[. ]$|^\s|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
					expect(part).not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\\:*?"<>|]/);
					expect(part.isWellFormed()).toBe(true);
				}
			}
		),
		{ numRuns: 3000 }
	);
});
