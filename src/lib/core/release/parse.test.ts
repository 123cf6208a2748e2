import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import type { Parsed, ParseOptions } from './types.ts';

type Row = [kind: ParseOptions['kind'], name: string, expected: Partial<Record<keyof Parsed, unknown>>];

const movie: Row[] = [
	[
		'movie',
		'Quiet Harbour (2019) [1080p] [BluRay] [5.1] [YTS.MX]',
		{ title: 'Quiet Harbour', year: 2019, group: 'YTS.MX' }
	],
	['movie', 'Quiet.Harbour.2.2019.1080p.BluRay.x264-QRT', { title: 'Quiet Harbour 2', year: 2019 }],
	['movie', '2012.2009.1080p.BluRay.x264-QRT', { title: '2012', year: 2009 }],
	['movie', '1917.2019.1080p.BluRay.x264-QRT', { title: '1917', year: 2019 }],
	['movie', 'Harbour.2049.2017.1080p.BluRay', { title: 'Harbour 2049', year: 2017 }],
	[
		'movie',
		'Quiet Harbour: The Return (2019) (1080p BluRay x265 HEVC 10bit AAC 5.1 Tigole)',
		{ title: 'Quiet Harbour: The Return', group: 'Tigole' }
	],
	['movie', 'Quiet Harbour {imdb-tt1234567} (2019)', { imdbId: 'tt1234567' }],
	[
		'movie',
		'Quiet Harbour (2019) {tmdb-4321} [Bluray-1080p]',
		{ tmdbId: 4321, year: 2019, title: 'Quiet Harbour' }
	],
	[
		'movie',
		'Quiet.Harbour.aka.Stiller.Hafen.2019.1080p.BluRay',
		{ titles: ['Quiet Harbour', 'Stiller Hafen'] }
	],
	[
		'movie',
		'[Moku] Kaze no Michi Movie (2019) (BD 1080p) [A1B2C3D4]',
		{ title: 'Kaze no Michi Movie', group: 'Moku' }
	],
	['movie', 'www.Harbourbay.org - Quiet Harbour 2019 720p', { title: 'Quiet Harbour' }],
	[
		'movie',
		'[ www.harbour.com ] Quiet.Harbour.2019.720p.BluRay.x264-QRT',
		{ title: 'Quiet Harbour', group: 'QRT' }
	],
	['movie', 'Quiet.Harbour.2019.PROPER.1080p.BluRay.x264-QRT', { proper: true, version: 2 }],
	['movie', 'The.Limited.Harbour.2019.LIMITED.1080p', { title: 'The Limited Harbour' }]
];

test.each(movie)('films: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const group: Row[] = [
	['series', 'Harbour.Lights.S03E04.1080p.BluRay.x264-QRT[rartv]', { group: 'QRT' }],
	['series', 'Harbour.Lights.S03E04.1080p.WEB.h264-QRT[eztv.re].mkv', { group: 'QRT' }],
	['series', 'Harbour.Lights.S03E04.1080p.WEB.h264-QRT-[rarbg]', { group: 'QRT' }],
	['series', 'Harbour.Lights.S03E04.1080p.WEB.h264-QRT-Obfuscated', { group: 'QRT' }],
	['series', 'Harbour.Lights.S03E04.1080p.WEB-DL', { group: undefined }],
	['series', 'Harbour.Lights.S03E04-1080p.mkv', { group: undefined }],
	['series', 'Harbour Lights - S03E04 - Two-Faced', { group: undefined }],
	['series', 'Harbour Lights - S03E04 - Night-Time [720p]', { group: undefined }],
	['series', 'Harbour.Lights.S01E08.iNTERNAL.1080p.WEB.H264-QRT-postbot', { group: 'QRT' }],
	['series', 'Harbour.Lights.S01E08.1080p.WEB.H264-QRT-Scrambled', { group: 'QRT' }],
	['series', 'Harbour.Lights.S01E08.1080p.WEB.H264-QRT-AsRequested', { group: 'QRT' }],
	['series', 'Harbour.Lights.S01E08.1080p.WEB.H264-QRT-WhiteRev', { group: 'QRT' }],
	['series', 'Harbour.Lights.S01E08.1080p.WEB.H264-QRT-BUYMORE', { group: 'QRT' }],
	['series', 'Harbour.Lights.S01E08.720p.HDTV.x264-QRT-CAPTCHA', { group: 'QRT' }],
	['series', 'Harbour.Lights.S01E08.720p.HDTV.x264-QRT-4Planet', { group: 'QRT' }],
	['series', 'Harbour.Lights.S01E08.720p.HDTV.x264-QRT.[eztv]', { group: 'QRT' }],
	['series', 'Harbour Lights S01E08 (1080p AMZN WEB-DL x265 HEVC 10bit EAC3 5.1 Panda)', { group: 'Panda' }],
	['series', 'Harbour Lights S01 (1080p BluRay x265 HEVC 10bit AAC 5.1 Silence) [QxR]', { group: 'QxR' }],
	[
		'series',
		'Harbour Lights (2019) S01E08 (1080p WEB-DL x265 HEVC 10bit EAC3 5.1 English - Frys) [TAoE]',
		{ group: 'TAoE' }
	],
	['series', 'Harbour.Lights.S01E08.1080p.WEB.H264-Erai-raws', { group: 'Erai-raws' }],
	[
		'series',
		'[Erai-raws] Harbour Lights - 08 [1080p][Multiple Subtitle].mkv',
		{ group: 'Erai-raws', absolute: [8] }
	],
	['series', 'Harbour.Lights.S01E08.Title.With-Hyphen.1080p.WEB.H264-QRT', { group: 'QRT' }],
	['series', 'Harbour.Lights.S01E08.720p.BluRay.x264-D-Z0N3', { group: 'D-Z0N3' }],
	['series', 'Harbour Lights - S01E08 - Low Tide.mkv', { group: undefined, title: 'Harbour Lights' }],
	['series', 'Harbour Lights - 2019-04-28 - Guest.mkv', { group: undefined }],
	['series', 'Harbour Lights - S01E08 - Low Tide [HDTV-720p][AAC 2.0][x264].mkv', { group: undefined }],
	['series', 'Harbour Lights - S01E08 - Low Tide WEBDL-1080p Proper.mkv', { group: undefined, proper: true }],
	['movie', 'Quiet.Harbour.2019.720p.BluRay.x264.[YTS.MX]', { group: 'YTS.MX' }],
	['movie', 'Quiet.Harbour.2019.720p.BluRay.x264-[YTS.MX].mp4', { group: 'YTS.MX' }],
	['movie', 'Quiet.Harbour.2019.1080p.WEBRip.x264.AAC5.1-[YTS.MX]', { group: 'YTS.MX' }],
	['movie', 'Quiet Harbour (2019) 1080p BrRip x264 - YIFY', { group: 'YIFY' }],
	['movie', 'Quiet Harbour 2019 [1080p] [WEBRip] [YTS.MX] [YIFY]', { group: 'YIFY' }]
];

test.each(group)('release groups: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const general: Row[] = [
	[undefined, 'Harbour Lights S02 EP05 720p', { seasons: [2], episodes: [5] }],
	[undefined, 'Harbour Lights - Staffel 2 Folge 5', { seasons: [2], episodes: [5] }],
	[undefined, 'Harbour Lights Sezon 2 Odcinek 5', { seasons: [2], episodes: [5] }],
	[undefined, 'Harbour Lights 2. Staffel', { seasons: [2] }],
	[undefined, 'Harbour Lights S01-S04 1080p', { seasons: [1, 2, 3, 4] }],
	[undefined, 'Harbour Lights (Season 1-4)', { seasons: [1, 2, 3, 4] }],
	[undefined, 'Harbour Lights Seasons 1-4 Complete', { seasons: [1, 2, 3, 4] }],
	[undefined, 'Harbour.Lights.Season.1.to.4.Complete', { seasons: [1, 2, 3, 4] }],
	[undefined, 'Harbour Lights 1x05 720p', { seasons: [1], episodes: [5] }],
	[undefined, 'Harbour Lights - 1x05x06 - Tides', { seasons: [1], episodes: [5, 6] }],
	[undefined, 'Harbour Lights Episode 5', { episodes: [5] }],
	[undefined, 'Маяк. Сезон 2. Серия 5. 1080p', { seasons: [2], episodes: [5] }],
	[undefined, 'Маяк 2 сезон 5 серия', { seasons: [2], episodes: [5] }],
	[
		undefined,
		'Маяк / Harbour Lights / Сезон: 2 / Серии: 1-5 из 8 [2019, WEB-DL 1080p]',
		{ title: 'Harbour Lights', seasons: [2], episodes: [1, 2, 3, 4, 5] }
	],
	[undefined, '[Moku] Kaze no Michi S2 - 05 [1080p].mkv', { seasons: [2], episodes: [5] }],
	[undefined, '[Moku] Kaze no Michi - 05 [1080p].mkv', { title: 'Kaze no Michi', group: 'Moku' }],
	[undefined, 'Kaze no Michi - 05 [720p].mkv', { title: 'Kaze no Michi' }],
	[undefined, 'Quiet.Harbour.3D.2019.1080p.BluRay.Half-SBS.x264-QRT', { is3d: true, title: 'Quiet Harbour' }],
	[undefined, 'Quiet.Harbour.(2019).mkv', { title: 'Quiet Harbour', year: 2019 }],
	[undefined, 'Quiet Harbour 2019.mkv', { title: 'Quiet Harbour', year: 2019 }],
	[undefined, 'Quiet_Harbour_[2019]_[720p].mkv', { title: 'Quiet Harbour', year: 2019 }],
	[undefined, 'Harbour.Lights.S01E08.mkv', { title: 'Harbour Lights' }],
	[undefined, 'Harbour Lights - S01E08.mkv', { title: 'Harbour Lights' }],
	[undefined, 'Harbour Lights S01E08 Low Tide.mkv', { title: 'Harbour Lights', episodeTitle: 'Low Tide' }],
	[undefined, 'Silent.Harbour.1927.1080p.BluRay', { kind: 'movie', title: 'Silent Harbour', year: 1927 }],
	['series', 'Quiet.Park.1905.HDTV.x264', { kind: 'episode', seasons: [19], episodes: [5] }]
];

test.each(general)('names without a known kind: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const path: Row[] = [
	[
		undefined,
		'/media/Series/Harbour Lights/Season 2/08 - Low Tide.mkv',
		{ title: 'Harbour Lights', seasons: [2], episodes: [8] }
	],
	[
		undefined,
		'/media/Series/Harbour Lights (2019)/Season 02/Harbour Lights - S02E08.mkv',
		{ title: 'Harbour Lights', seasons: [2], episodes: [8] }
	],
	[
		undefined,
		'/media/Series/Harbour Lights/S02/Episode 8.mkv',
		{ title: 'Harbour Lights', seasons: [2], episodes: [8] }
	],
	['series', 'Harbour Lights/Season 3/02-03 - Low Tide.avi', { seasons: [3], episodes: [2, 3] }],
	['series', 'Harbour Lights/Season 3/11-13.mkv', { seasons: [3], episodes: [11, 12, 13] }],
	['series', 'Harbour Lights/Season 3/10 - 12 Angry Gulls.avi', { seasons: [3], episodes: [10] }],
	['series', 'Harbour Lights/01 - Low Tide.mkv', { title: 'Harbour Lights', absolute: [1] }],
	['series', 'Harbour Lights/02 High Tide.mkv', { title: 'Harbour Lights', absolute: [2] }],
	['series', 'Harbour Lights/Season 3/305 - Low Tide.mkv', { seasons: [3], episodes: [5] }],
	['series', 'Harbour Lights/2/05 - Low Tide.mkv', { title: 'Harbour Lights', seasons: [2], episodes: [5] }],
	['series', 'Harbour Lights/2. Staffel/05.mkv', { title: 'Harbour Lights', seasons: [2], episodes: [5] }],
	['series', 'Harbour Lights/2ª Temporada/05.mkv', { title: 'Harbour Lights', seasons: [2], episodes: [5] }],
	[undefined, '/media/Series/Harbour Lights/Specials/Making Of.mkv', { title: 'Harbour Lights' }],
	[
		undefined,
		'/media/Movies/Quiet Harbour (2019)/Quiet.Harbour.2019.1080p.BluRay.x264-QRT.mkv',
		{ title: 'Quiet Harbour', year: 2019, group: 'QRT' }
	],
	[
		undefined,
		'/media/Movies/Quiet.Harbour.2019.1080p.BluRay.x264-QRT/qrt-qh1080p.mkv',
		{ title: 'Quiet Harbour', year: 2019, group: 'QRT' }
	],
	[undefined, '/media/Movies/Quiet Harbour (2019)/movie.mkv', { title: 'Quiet Harbour', year: 2019 }],
	[undefined, 'Quiet.Harbour.2019.1080p.BluRay.x264-QRT/sample/qrt-qh-sample.mkv', { title: 'Quiet Harbour' }]
];

test.each(path)('paths, where folders help: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const junk: Row[] = [
	['series', 'b1f2c3d4e5f60718293a4b5c6d7e8f90', { reject: true }],
	['series', 'a8Fk2LmQ9xTz4RvB7nWc1YpD6sHj3Ge0', { reject: true }],
	['series', 'k3j4h5g6f7d8s9a0q1w2e3r4', { reject: true }],
	['series', 'Kd8sJf7Lq2Wm5Xc9Vb1Nz4T', { reject: true }],
	['series', 'thequietharbour1205finale', { reject: true }],
	['series', 'Harbour Lights', { reject: true, title: 'Harbour Lights' }],
	['series', 'Harbour Lights.mkv', { reject: false }],
	[undefined, 'Harbour Lights', { reject: false }],
	['movie', 'b1f2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4.mkv', { reject: true }],
	['movie', 'Harbour Lights S01E08 720p HDTV', { reject: true }]
];

test.each(junk)('what is no release: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});
