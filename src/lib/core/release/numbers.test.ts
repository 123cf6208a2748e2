import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import type { Parsed, ParseOptions } from './types.ts';

type Row = [kind: ParseOptions['kind'], name: string, expected: Partial<Record<keyof Parsed, unknown>>];

const series: Row[] = [
	[
		'series',
		'Harbour.Lights.S02E05a.720p.HDTV.x264-QRT',
		{ title: 'Harbour Lights', seasons: [2], episodes: [5], group: 'QRT' }
	],
	[
		'series',
		'Harbour Lights - S02E05 - 017 - Low Tide [WEBDL-1080p]-QRT',
		{ title: 'Harbour Lights', seasons: [2], episodes: [5], absolute: [17], group: 'QRT' }
	],
	[
		'series',
		'The Long Night Part One 720p HDTV x264-QRT',
		{ title: 'The Long Night', seasons: [1], episodes: [1] }
	],
	[
		'series',
		'The.Long.Night.2014.Part.Three.720p.HDTV.x264-QRT',
		{ title: 'The Long Night', seasons: [1], episodes: [3] }
	],
	[
		'series',
		'The.Long.Night.Part02.720p.HDTV.x264-QRT',
		{ title: 'The Long Night', seasons: [1], episodes: [2] }
	],
	['series', 'The.Long.Night.E1-E2.720p.HDTV', { title: 'The Long Night', seasons: [1], episodes: [1, 2] }],
	[
		'series',
		'Harbour.Lights.3of8.The.Pier.720p.WEB.x264-QRT',
		{ title: 'Harbour Lights', seasons: [1], episodes: [3] }
	],
	[
		'series',
		'Harbour Lights [S01E11E12] [720p]',
		{ title: 'Harbour Lights', seasons: [1], episodes: [11, 12] }
	],
	[
		'series',
		'Harbour Lights [S01E11-12] [720p]',
		{ title: 'Harbour Lights', seasons: [1], episodes: [11, 12] }
	],
	['series', 'Harbour.Lights.S010E05.720p.HDTV', { title: 'Harbour Lights', seasons: [10], episodes: [5] }],
	[
		'series',
		'Harbour.Lights.S01E12345.720p.HDTV',
		{ title: 'Harbour Lights', seasons: [1], episodes: [12345] }
	],
	['series', 'Harbour Lights - S42 E10713 - 2015-07-20.mp4', { seasons: [42], episodes: [10713] }],
	[
		'series',
		'Harbour.Lights.1103.hdtv-lol',
		{ title: 'Harbour Lights', seasons: [11], episodes: [3], group: 'lol' }
	],
	['series', 'Harbour.Lights.2016.0412.hdtv-qrt', { seasons: [4], episodes: [12] }],
	[
		'series',
		'Harbour Lights Complete Season 3 720p',
		{ title: 'Harbour Lights', seasons: [3], fullSeason: true }
	],
	[
		'series',
		'Harbour Lights Staffel 3 German 720p',
		{ title: 'Harbour Lights', seasons: [3], fullSeason: true }
	],
	[
		'series',
		'Harbour.Lights.Season.1-3.720p.BluRay.x264-QRT',
		{ title: 'Harbour Lights', seasons: [1, 2, 3], fullSeason: true, multiSeason: true }
	],
	['series', 'Harbour.Lights.S01.S02.S03.720p.BluRay', { seasons: [1, 2, 3] }],
	['series', 'Harbour.Lights.S01+S02.720p', { seasons: [1, 2] }],
	['series', 'Harbour.Lights.S01-S03.COMPLETE.720p', { title: 'Harbour Lights', seasons: [1, 2, 3] }],
	[
		'series',
		'Harbour.Lights.S02.Part.2.720p.WEB',
		{ title: 'Harbour Lights', seasons: [2], partialSeason: true, fullSeason: false }
	],
	[
		'series',
		'Harbour.Lights.S02P01.720p.WEB',
		{ title: 'Harbour Lights', seasons: [2], partialSeason: true }
	],
	['series', 'Harbour Lights S02 E05-E07 1080p', { seasons: [2], episodes: [5, 6, 7] }],
	['series', 'Harbour Lights S2 - E5 1080p', { seasons: [2], episodes: [5] }],
	['series', 'Harbour.Lights.S02E05.S02E06.720p', { seasons: [2], episodes: [5, 6] }],
	['series', 'Harbour.Lights.S02E05.E06.E07.720p', { seasons: [2], episodes: [5, 6, 7] }],
	[
		'series',
		'Harbour Lights 2x05 - 2x06 - Tides',
		{ title: 'Harbour Lights', seasons: [2], episodes: [5, 6] }
	],
	['series', 'Harbour.Lights.2x05-06-07.720p', { seasons: [2], episodes: [5, 6, 7] }],
	[
		'series',
		'Harbour Lights Season 2 Episode 5 - Low Tide',
		{ title: 'Harbour Lights', seasons: [2], episodes: [5] }
	],
	[
		'series',
		'Harbour Lights - Temporada 3 Capitulo 12 [HDTV]',
		{ title: 'Harbour Lights', seasons: [3], episodes: [12] }
	],
	['series', 'Harbour Lights [HDTV][Cap.312_314]', { seasons: [3], episodes: [12, 13, 14] }],
	[
		'series',
		'Harbour Lights / S2E1-6 of 8 [2022, WEB-DL 1080p] + Original',
		{ title: 'Harbour Lights', seasons: [2], episodes: [1, 2, 3, 4, 5, 6] }
	],
	['series', 'Harbour Lights 2010 S01E02 720p', { title: 'Harbour Lights', year: 2010 }],
	['series', 'Harbour.Lights.US.S01E02.720p', { title: 'Harbour Lights US' }],
	['series', '24.Harbours.S03E04.720p.HDTV.x264-QRT', { title: '24 Harbours', seasons: [3], episodes: [4] }],
	['series', 'The.4400.S03E04.720p.HDTV.x264-QRT', { title: 'The 4400', seasons: [3], episodes: [4] }],
	['series', 'Harbour.Lights.S03E04.100.Miles.720p.HDTV.x264-QRT', { seasons: [3], episodes: [4] }],
	['series', 'Harbour.Lights.S03E04.PROPER.REPACK.720p.HDTV', { proper: true, repack: true }],
	['series', 'Harbour.Lights.S03E04.PROPER2.720p.HDTV', { version: 3 }],
	[
		'series',
		'Harbour_Lights_-_08_[720p]_[Sub]_[A1B2C3D4]',
		{ title: 'Harbour Lights', absolute: [8], releaseHash: 'A1B2C3D4' }
	],
	[
		'series',
		'Harbour Lights - 1x08 - Low Tide (1080p).mkv',
		{ title: 'Harbour Lights', seasons: [1], episodes: [8], group: undefined }
	],
	['series', 'harbour.lights.s01e08.1080p.web.h264-qrt', { title: 'harbour lights', group: 'qrt' }],
	['series', 'Harbour Lights S01E08 1080p WEB h264 QRT', { title: 'Harbour Lights', group: undefined }],
	[
		'series',
		'Harbour.Lights.S01E08.DSNP.WEB-DL.1080p.DDP5.1.H.264-QRT',
		{ streamingService: 'Disney+', group: 'QRT' }
	],
	[
		'series',
		'Harbour.Lights.Season.2.Complete.720p.WEB',
		{ title: 'Harbour Lights', seasons: [2], fullSeason: true }
	],
	['series', 'Harbour.Lights.S02.Extras.720p.WEB-QRT', { seasons: [2], seasonExtra: true }],
	['series', 'Harbour Lights S02 Special Features 720p', { seasons: [2] }],
	['series', 'Harbour.Lights.S02.SUBPACK.BluRay', { seasons: [2] }],
	[
		'series',
		'Harbour.Lights.S00E05.Christmas.Special.720p',
		{ seasons: [0], episodes: [5], kind: 'special' }
	],
	[
		'series',
		'Harbour.Lights.2019.Christmas.Special.720p.HDTV.x264-QRT',
		{ title: 'Harbour Lights', year: 2019 }
	]
];

test.each(series)('seasons and episodes: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const anime: Row[] = [
	[
		'series',
		'[Moku] Kaze no Michi S02E05 - 017 [1080p][A1B2C3D4]',
		{ title: 'Kaze no Michi', seasons: [2], episodes: [5], group: 'Moku' }
	],
	[
		'series',
		'[Moku] Kaze no Michi - 05 (S01E05) [1080p]',
		{ title: 'Kaze no Michi', seasons: [1], episodes: [5], absolute: [5] }
	],
	['series', '[Moku] Kaze no Michi Episode 05 [1080p]', { title: 'Kaze no Michi', absolute: [5] }],
	['series', '[Moku] Kaze no Michi - OVA [1080p]', { title: 'Kaze no Michi' }],
	[
		'series',
		'[Moku] Kaze no Michi 01~12 [1080p]',
		{ title: 'Kaze no Michi', absolute: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }
	],
	[
		'series',
		'[Moku] Kaze no Michi - 12.5 [1080p]',
		{ title: 'Kaze no Michi', absolute: [], absoluteSpecial: [12.5] }
	],
	['series', '[Moku] Kaze no Michi - 07v3 [1080p]', { title: 'Kaze no Michi', absolute: [7], version: 3 }],
	[
		'series',
		'[Moku]_Kaze_no_Michi_-_07_(1080p_x265-AAC)_[A1B2C3D4].mkv',
		{ title: 'Kaze no Michi', absolute: [7], group: 'Moku', releaseHash: 'A1B2C3D4' }
	],
	['series', '[Moku].Kaze.no.Michi.07.[1280x720].mkv', { title: 'Kaze no Michi', absolute: [7] }],
	[
		'series',
		'Kaze no Michi - 007 - The Road [Moku][1080p]',
		{ title: 'Kaze no Michi', absolute: [7], group: 'Moku' }
	],
	[
		'series',
		'Kaze no Michi E1012 VOSTFR 1080p WEB x264-QRT',
		{ title: 'Kaze no Michi', absolute: [1012], group: 'QRT' }
	],
	['series', 'Kaze.no.Michi.Ep.07.720p.WEB', { absolute: [7] }],
	['series', '[Sub] Harbour Lights: The Return S02 - 08 [1080p]', { title: 'Harbour Lights: The Return' }],
	['series', '[Sub] Harbour Lights - 08 END [1080p]', { title: 'Harbour Lights', absolute: [8] }],
	['series', '[Sub] Harbour Lights - 08 - Low Tide [1080p]', { title: 'Harbour Lights', absolute: [8] }],
	['series', '[Sub] Harbour Lights - 108 [1080p]', { title: 'Harbour Lights', absolute: [108] }],
	['series', '[Sub] Harbour Lights 108 [1080p]', { title: 'Harbour Lights', absolute: [108] }],
	['series', '[Sub]_Harbour_Lights_108_[1080p]', { title: 'Harbour Lights', absolute: [108] }],
	[
		'series',
		'[Sub] Harbour Lights S01E08-E10 [1080p]',
		{ title: 'Harbour Lights', seasons: [1], episodes: [8, 9, 10] }
	],
	[
		'series',
		'[Sub] Harbour Lights S01 + OVA [1080p]',
		{ title: 'Harbour Lights', seasons: [1], fullSeason: true }
	],
	[
		'series',
		'[Sub] Harbour Lights (Season 2) [1080p][Batch]',
		{ title: 'Harbour Lights', seasons: [2], fullSeason: true }
	],
	['series', '[Sub] Harbour Lights (2019) - 08 [1080p]', { absolute: [8], year: 2019 }],
	['series', '[Sub] Harbour 2 Lights - 08 (BD 1080p)', { title: 'Harbour 2 Lights', absolute: [8] }]
];

test.each(anime)('fansub names: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const asian: Row[] = [
	[
		'series',
		'[字幕组][风之路][Kaze no Michi][07][1080P][简体]',
		{ title: 'Kaze no Michi', absolute: [7], group: '字幕组' }
	],
	['series', '[字幕组] 风之路 / Kaze no Michi - 07 [1080P]', { title: 'Kaze no Michi', absolute: [7] }],
	['series', '【字幕组】[风之路 Kaze no Michi][07][1080P]', { title: 'Kaze no Michi', absolute: [7] }],
	['series', '230115 XYZ987 港の灯 #08.ts', { title: 'XYZ987 港の灯', seasons: [1], episodes: [8] }],
	['series', '230115 港の灯！ ep08.mp4', { seasons: [1], episodes: [8] }],
	[
		'series',
		'230115 XYZ987 Harbour Show Season 12 ep03.mp4',
		{ title: 'XYZ987 Harbour Show', seasons: [12], episodes: [3] }
	],
	[
		'series',
		'230115 XYZ987 Harbour Show #08(Guest).ts',
		{ title: 'XYZ987 Harbour Show', seasons: [1], episodes: [8] }
	],
	[
		'series',
		'230115 XYZ987 Harbour Show 第8話.ts',
		{ title: 'XYZ987 Harbour Show', seasons: [1], episodes: [8] }
	],
	[
		'series',
		'[字幕社][10月新番][海港之光][08][1080P][GB_JP][MP4]',
		{ title: '海港之光', absolute: [8], group: '字幕社' }
	],
	['series', '[字幕社][海港之光 第二季][Harbour Lights 2nd][08][1080P]', { absolute: [8], group: '字幕社' }],
	[
		'series',
		'[Raws] 海港之光 第二季 / Harbour Lights S2 - 08 (Baha 1920x1080 AVC AAC MP4)',
		{ absolute: [], seasons: [2], episodes: [8], title: 'Harbour Lights' }
	],
	['series', '[字幕社] 海港之光 [08][1080p][简日双语]', { title: '海港之光', absolute: [8] }],
	[
		'series',
		'【字幕社】★01月新番【海港之光 Harbour Lights】【08】【1080P】【简体】',
		{ absolute: [8], group: '字幕社', title: 'Harbour Lights' }
	],
	[
		'series',
		'[字幕社&LoliHouse] 海港之光 / Harbour Lights - 08 [WebRip 1080p HEVC-10bit AAC][简繁内封字幕]',
		{ title: 'Harbour Lights', absolute: [8], group: '字幕社&LoliHouse' }
	],
	[
		'series',
		'[字幕社] Harbour Lights [01-12][1080P][简繁外挂]',
		{ title: 'Harbour Lights', absolute: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }
	],
	[
		'series',
		'[字幕社][海港之光][Harbour_Lights][01-12 Fin][1080P]',
		{ title: 'Harbour Lights', absolute: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }
	],
	[
		'series',
		'[字幕社][海港之光/Harbour Lights][08v2][1080P]',
		{ title: 'Harbour Lights', absolute: [8], version: 2 }
	],
	['series', '[字幕社][Harbour Lights][第08話][1080P]', { title: 'Harbour Lights', absolute: [8] }],
	['series', '[字幕社] 海港之光 Harbour Lights 第08集 [1080P]', { absolute: [8] }]
];

test.each(asian)('names in other scripts: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const daily: Row[] = [
	['series', 'Harbour.Lights.20180428.720p.HDTV', { title: 'Harbour Lights', airDate: '2018-04-28' }],
	[
		'series',
		'Harbour.Lights.2018.04.28.Guest.Name.720p.WEB.h264-QRT',
		{ title: 'Harbour Lights', airDate: '2018-04-28', group: 'QRT' }
	],
	['series', 'Harbour_Lights_-_2018-04-28_-_Guest', { title: 'Harbour Lights', airDate: '2018-04-28' }],
	[undefined, 'Harbour.Lights.2018.04.28.Guest.720p.WEB', { airDate: '2018-04-28', title: 'Harbour Lights' }],
	[undefined, 'Harbour Lights 28th April 2018', { airDate: '2018-04-28' }],
	[undefined, 'Harbour.Lights.28.04.2018.720p', { airDate: '2018-04-28' }],
	[undefined, 'Harbour Lights - April 28, 2018', { airDate: '2018-04-28' }],
	[undefined, 'Harbour Lights Apr 28 2018 720p', { airDate: '2018-04-28' }]
];

test.each(daily)('shows by date: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});
