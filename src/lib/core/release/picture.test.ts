import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import type { Parsed, ParseOptions } from './types.ts';

type Row = [kind: ParseOptions['kind'], name: string, expected: Partial<Record<keyof Parsed, unknown>>];

const language: Row[] = [
	[
		'series',
		'Harbour Lights Saison 2 Episode 5 FRENCH',
		{ title: 'Harbour Lights', seasons: [2], episodes: [5], languages: ['fr'] }
	],
	[
		'series',
		'Harbour Lights - Temporada 3 [HDTV 720p][Cap.312][AC3 5.1 Castellano]',
		{ title: 'Harbour Lights', seasons: [3], episodes: [12], languages: ['es'] }
	],
	[
		'series',
		'Harbour.Lights.2x05.ITA.ENG.720p.WEB-DLMux.x264-QRT',
		{ title: 'Harbour Lights', seasons: [2], episodes: [5], languages: ['it', 'en'] }
	],
	['series', 'Harbour.Lights.S03E04.DUBBED.1080p.WEB.h264-QRT', { languages: [] }],
	['series', 'Harbour.Lights.S03E04.MULTi.1080p.WEB.h264-QRT', { languages: [] }],
	['series', 'Harbour.Lights.S03E04.ITALIAN.1080p.WEB.h264-QRT', { languages: ['it'] }],
	['series', 'Harbour.Lights.S03E04.HUNDUB.1080p.WEB.h264-QRT', { languages: ['hu'] }],
	['series', 'Harbour.Lights.S03E04.RoDubbed.1080p.WEB.h264-QRT', { languages: ['ro'] }],
	['series', 'Harbour.Lights.S03E04.BGAUDIO.1080p.WEB.h264-QRT', { languages: ['bg'] }],
	['series', 'Harbour.Lights.S03E04.TRUEFRENCH.1080p.WEB.h264-QRT', { languages: ['fr'] }],
	['series', 'Harbour.Lights.S03E04.PERSIAN.1080p.WEB.h264-QRT', { languages: ['fa'] }],
	['series', 'Harbour.Lights.S03E04.TELUGU.1080p.WEB.h264-QRT', { languages: ['te'] }],
	['series', 'Harbour.Lights.S03E04.Hindi.1080p.WEB.h264-QRT', { languages: ['hi'] }],
	['series', 'Harbour.Lights.S03E04.UKR.1080p.WEB.h264-QRT', { languages: ['uk'] }],
	['series', 'Harbour.Lights.S03E04.1080p.WEB.h264.Eng.Rus-QRT', { languages: ['en', 'ru'] }],
	['series', 'Harbour.Lights.S03E04.KOR.1080p', { languages: ['ko'] }],
	['series', 'Harbour.Lights.S03E04.VIE.1080p', { languages: ['vi'] }],
	['series', 'Harbour.Lights.S03E04.pt-BR.1080p', { languages: ['pt-BR'] }],
	['series', 'Harbour.Lights.S03E04.Bosnian.1080p', { languages: ['bs'] }],
	['series', 'Harbour.Lights.S03E04.AZ.1080p', { languages: ['az'] }],
	['series', 'Harbour.Lights.S03E04.Urdu.1080p', { languages: ['ur'] }],
	['series', 'Harbour.Lights.S03E04.Hebrew.1080p', { languages: ['he'] }],
	['series', 'Harbour.Lights.S03E04.Ukr.Eng.1080p', { languages: ['uk', 'en'] }],
	['series', 'Harbour.Lights.S03E04.CZ.EN.1080p', { languages: ['cs', 'en'] }],
	['series', 'Harbour.Lights.S03E04.PL.1080p.WEB.H264-QRT', { languages: ['pl'] }],
	['series', 'Harbour.Lights.S03E04.Tagalog.1080p', { languages: ['tl'] }],
	['series', 'Harbour.Lights.S03E04.LATINO.1080p', { languages: ['es-419'] }],
	[
		'movie',
		'Der.stille.Hafen.2019.German.DL.1080p.BluRay.x264-QRT',
		{ title: 'Der stille Hafen', languages: ['de', 'x-original'] }
	],
	[undefined, 'Harbour Lights Stagione 2 Episodio 5 ITA', { seasons: [2], episodes: [5], languages: ['it'] }],
	['movie', 'Quiet.Harbour.2019.German.AC3.DL.1080p.WEB.x264-QRT', { languages: ['de', 'x-original'] }],
	[
		undefined,
		'Quiet.Harbour.2019.FRENCH.DVDRip.XviD-QRT.avi',
		{ languages: ['fr'], title: 'Quiet Harbour', container: 'avi' }
	],
	[
		undefined,
		'Quiet Harbour (2019) [DVDRip] [Spanish] [www.site.com].avi',
		{ languages: ['es'], source: 'dvd' }
	],
	[undefined, 'Quiet.Harbour.2019.iTA.ENG.1080p.BluRay.x264-QRT', { languages: ['it', 'en'] }],
	[undefined, 'Quiet.Harbour.2019.RUS.ENG.BDRip.1080p', { languages: ['ru', 'en'] }],
	[undefined, 'Quiet Harbour [2019] DVDRip [Eng Hindi]', { languages: ['en', 'hi'] }],
	[undefined, 'Quiet Harbour 2019 1080p BluRay [Hindi + English] ESub', { languages: ['hi', 'en'] }]
];

test.each(language)('languages: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const quality: Row[] = [
	['series', 'Harbour.Lights.S03E04.WEBRip.x264', { quality: 'WEBRip-480p' }],
	['series', 'Harbour.Lights.S03E04.1080p.BluRay.Remux.AVC-QRT', { quality: 'Bluray-1080p Remux' }],
	['series', 'Harbour.Lights.S03E04.2160p.UHD.BluRay.x265-QRT', { quality: 'Bluray-2160p' }],
	['series', 'Harbour Lights - S03E04 - [Bluray-1080p Remux].mkv', { quality: 'Bluray-1080p Remux' }],
	['series', 'Harbour.Lights.S03E04.UHDTV.2160p.x265', { quality: 'HDTV-2160p', source: 'tv' }],
	[
		'movie',
		'Quiet.Harbour.2019.1080p.BluRay.x264-QRT',
		{ title: 'Quiet Harbour', year: 2019, group: 'QRT', quality: 'Bluray-1080p' }
	],
	['movie', 'Quiet.Harbour.2019.DVDSCR.XviD-QRT', { source: 'screener', quality: 'DVDSCR' }],
	['movie', 'Quiet.Harbour.2019.HDTS.x264-QRT', { source: 'telesync', quality: 'TELESYNC' }],
	['movie', 'Quiet.Harbour.2019.TS.x264-QRT', { source: 'telesync' }],
	['movie', 'Quiet.Harbour.2019.HDCAM.x264-QRT', { source: 'cam' }],
	['movie', 'Quiet.Harbour.2019.WORKPRINT.x264-QRT', { source: 'workprint' }],
	['movie', 'Quiet.Harbour.2019.R5.XviD-QRT', { quality: 'REGIONAL' }],
	[
		'movie',
		'Quiet.Harbour.2019.2160p.UHD.BluRay.REMUX.HDR.HEVC.TrueHD.Atmos.7.1-QRT',
		{ quality: 'Remux-2160p', modifier: 'remux', audio: ['truehd', 'atmos'] }
	],
	[
		'movie',
		'Quiet.Harbour.2019.COMPLETE.UHD.BLURAY-QRT',
		{ modifier: 'brdisk', source: 'bluray', group: 'QRT' }
	],
	['movie', 'Quiet.Harbour.2019.BDISO.1080p', { modifier: 'brdisk' }],
	[undefined, 'Quiet Harbour 2019 HDRip XviD AC3-QRT', { source: 'hdrip', codec: 'xvid', audio: ['dd'] }],
	[undefined, 'Quiet Harbour 2019 PPVRip XviD', { source: 'ppv' }],
	[undefined, 'Quiet Harbour 2019 SATRip XviD', { source: 'tv' }],
	[undefined, 'Quiet Harbour 2019 WEB-DLRip', { source: 'webrip' }],
	[undefined, 'Quiet Harbour 2019 TVRip', { source: 'tv' }],
	[undefined, 'Quiet Harbour 2019 HDTC 720p', { source: 'telecine' }],
	[undefined, 'Quiet Harbour 2019 HQCAM', { source: 'cam' }],
	[undefined, 'Quiet Harbour 2019 CAM-Rip', { source: 'cam' }],
	[undefined, 'Quiet Harbour 2019 HD-TS', { source: 'telesync' }],
	[undefined, 'Quiet Harbour 2019 TELESYNC', { source: 'telesync' }],
	[undefined, 'Quiet Harbour 2019 DVDScr', { source: 'screener' }],
	[
		undefined,
		'Quiet Harbour 2019 WEBDL 4K HDR10+ DV',
		{ source: 'web-dl', resolution: '2160p', hdr: ['HDR10+', 'DV'] }
	],
	[undefined, 'Quiet Harbour 2019 BDRip 1080p x265 DTS-HD.MA', { source: 'bluray', audio: ['dts-hd'] }],
	[undefined, 'Quiet.Harbour.2019.1080p.WEBRip.DD+5.1.x264-QRT', { source: 'webrip', audio: ['ddp'] }],
	[
		'series',
		'Harbour.Lights.S01E08.1080p.WEB-DL.AAC2.0.H.264-QRT.mkv',
		{ title: 'Harbour Lights', group: 'QRT', quality: 'WEBDL-1080p' }
	],
	[
		'series',
		'Harbour Lights - S01E08 - Low Tide Bluray-1080p.mkv',
		{ group: undefined, quality: 'Bluray-1080p' }
	],
	['series', 'Harbour.Lights.S01.BluRay.1080p.x264-QRT', { fullSeason: true, quality: 'Bluray-1080p' }],
	['movie', 'Quiet.Harbour.2019.DVD-R', { quality: 'DVD-R' }],
	['movie', 'Quiet.Harbour.2019.PAL.DVDR-QRT', { quality: 'DVD-R', group: 'QRT' }],
	['movie', 'Quiet.Harbour.2019.NTSC.DVD5.MPEG-2', { quality: 'DVD-R' }],
	['movie', 'Quiet.Harbour.2019.FULL.DVD9.PAL', { quality: 'DVD-R' }],
	['movie', 'Quiet.Harbour.2019.DVD.REMUX', { source: 'dvd', modifier: 'remux' }],
	['movie', 'Quiet.Harbour.2019.1080p.Blu-ray.AVC.DTS-HD.MA.5.1-QRT', { modifier: 'brdisk', group: 'QRT' }],
	['movie', 'Quiet.Harbour.2019.MULTi.COMPLETE.BLURAY-QRT', { modifier: 'brdisk', source: 'bluray' }],
	['movie', 'Quiet.Harbour.2019.1080p.BluRay.AVC.x264-QRT', { modifier: undefined, quality: 'Bluray-1080p' }],
	['movie', 'Quiet.Harbour.2019.BD50.1080p', { modifier: 'brdisk' }],
	['movie', 'Quiet Harbour 2019 1080p HDTV MPEG2 DD5.1', { quality: 'Raw-HD' }],
	['movie', 'Quiet.Harbour.2019.1080p.BRRip.x264-QRT', { quality: 'Bluray-1080p' }],
	['movie', 'Quiet.Harbour.2019.UHDBDRip.x265-QRT', { source: 'bluray' }],
	['movie', 'Quiet.Harbour.2019.2160p.UHDRip.x265-QRT', { source: 'bluray' }],
	['movie', 'Quiet.Harbour.2019.BDLight.1080p-QRT', { source: 'bluray' }],
	['movie', 'Quiet.Harbour.2019.mHD.1080p.BluRay-QRT', { source: 'bluray' }],
	['movie', 'Quiet.Harbour.2019.WEBMux.1080p', { source: 'webrip' }],
	['movie', 'Quiet.Harbour.2019.1080p.WEB-Rip.x264-QRT', { quality: 'WEBRip-1080p' }],
	['movie', 'Quiet.Harbour.2019.1080p.WebHD.x264-QRT', { quality: 'WEBDL-1080p' }]
];

test.each(quality)('sources, resolutions and quality names: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const edition: Row[] = [
	[
		'movie',
		'Quiet.Harbour.Directors.Cut.2019.1080p.BluRay',
		{ title: 'Quiet Harbour', edition: ["Director's Cut"] }
	],
	['movie', 'Quiet.Harbour.2019.UNCUT.UNRATED.1080p.BluRay', { edition: ['Uncut', 'Unrated'] }],
	['movie', 'Quiet.Harbour.2019.20th.Anniversary.Edition.1080p', { edition: ['Anniversary Edition'] }],
	['movie', 'Quiet.Harbour.2019.Theatrical.Cut.1080p', { edition: ['Theatrical'] }],
	['movie', 'Quiet.Harbour.2019.Extended.Remastered.1080p', { edition: ['Extended', 'Remastered'] }],
	['movie', 'Quiet Harbour 2019 Open Matte 1080p', { edition: ['Open Matte'] }],
	[
		'movie',
		'Quiet Harbour - Special Edition (2019) 1080p',
		{ edition: ['Special Edition'], title: 'Quiet Harbour' }
	],
	['movie', 'Quiet Harbour Ultimate Edition 2019', { edition: ['Ultimate'] }],
	['movie', 'Quiet Harbour 2019 Despecialized', { edition: ['Despecialized'] }],
	['movie', 'Quiet Harbour 2019 4K Remastered 1080p', { edition: ['Remastered'], resolution: '1080p' }],
	['movie', 'Quiet Harbour 2019 Rogue Cut', { edition: ['Rogue Cut'] }],
	['movie', 'Quiet Harbour 2019 Assembly Cut', { edition: ['Assembly Cut'] }],
	['movie', 'Quiet Harbour 2019 Diamond Edition', { edition: ['Diamond'] }],
	['movie', 'Quiet Harbour 2019 Signature Edition', { edition: ['Signature'] }],
	['movie', 'Quiet Harbour 2019 Recut', { edition: ['Recut'] }],
	['movie', 'Quiet Harbour 2019 Final Cut', { edition: ['Final Cut'] }],
	['movie', "Quiet Harbour 2019 Collector's Edition", { edition: ["Collector's Edition"] }]
];

test.each(edition)('editions: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});
