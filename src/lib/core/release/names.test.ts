import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import type { Parsed, ParseOptions } from './types.ts';

type Row = [kind: ParseOptions['kind'], name: string, expected: Partial<Record<keyof Parsed, unknown>>];

const general: Row[] = [
	[
		undefined,
		'Quiet Harbour Season 5 Episodes 1-10 INCOMPLETE (LEAKED)',
		{ seasons: [5], episodes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }
	],
	[undefined, 'Harbour Season 02 Ep 01-05', { seasons: [2], episodes: [1, 2, 3, 4, 5] }],
	[undefined, 'Harbour (1x02 Metamorphosis).avi', { seasons: [1], episodes: [2] }],
	[undefined, 'hrbr.3x11m720p.es[www.site.com].mkv', { seasons: [3], episodes: [11] }],
	[undefined, 'Harbours Of Salem - 2Of4 - Road To Sea', { episodes: [2] }],
	[
		undefined,
		'Harbour.[Puerto].6x05.HDTV.XviD.[www.site.com]',
		{ seasons: [6], episodes: [5], title: 'Harbour' }
	],
	[undefined, '4-13 Low Tide (HD).mkv', { seasons: [4], episodes: [13] }],
	[
		undefined,
		'[F-D] Harbour.Tale.-.004v2.-.[480P][Dual-Audio].mkv',
		{ absolute: [4], version: 2, group: 'F-D' }
	],
	[undefined, 'Harbour Black & White E10 - E17 [CW] AVI', { episodes: [10, 11, 12, 13, 14, 15, 16, 17] }],
	[undefined, '[Moku.Hu] Harbour - 034-035 [1080p].mkv', { absolute: [34, 35] }],
	[undefined, 'Harbour_S02E11_11_27.mkv', { seasons: [2], episodes: [11] }],
	[undefined, 'Маяк 14 сезон, 5 серия', { seasons: [14], episodes: [5] }],
	[undefined, 'Discovery. Парни с моря (1 серия) 2015', { episodes: [1] }],
	[undefined, 'Harbour S10E01b Low Tide', { seasons: [10], episodes: [1] }],
	[undefined, 'Harbour.Season.1.Episode.2.Low.Tide', { seasons: [1], episodes: [2] }],
	[undefined, '[Moku] Harbour - 111C [1080p].mkv', { absolute: [111] }],
	[undefined, 'Harbour-ep.1080-v2-1080p-raws', { episodes: [1080], resolution: '1080p' }],
	[undefined, 'Harbour MD Season 1 Ep5', { seasons: [1], episodes: [5] }],
	[
		undefined,
		'Harbour S01 Ep 1-12 Complete',
		{ seasons: [1], episodes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }
	],
	[undefined, 'Harbour - S01 - Complete', { seasons: [1], episodes: [] }],
	[undefined, 'Harbour Series 2 Episode 3', { seasons: [2], episodes: [3] }],
	[undefined, 'Harbour.Series.2.Complete.720p', { seasons: [2] }],
	[undefined, 'Harbour 1ª Temporada Completa 720p Dublado', { seasons: [1], languages: ['pt'] }],
	[undefined, 'Harbour - Temporada 2 Completa [720p][Español]', { seasons: [2], languages: ['es'] }],
	[undefined, 'Harbour S01-S03 (2010-2013) BDRip 1080p', { seasons: [1, 2, 3] }],
	[undefined, 'Harbour (2010) Season 1-3 S01-S03 (1080p BluRay x265)', { seasons: [1, 2, 3], year: 2010 }],
	[undefined, 'Harbour (2010) Season 1 S01 (1080p BluRay x265)', { seasons: [1], title: 'Harbour' }],
	[undefined, 'Harbour.COMPLETE.SERIES.S01-S05.1080p', { seasons: [1, 2, 3, 4, 5] }],
	[undefined, 'Harbour s01 to s05', { seasons: [1, 2, 3, 4, 5] }],
	[undefined, 'Harbour [S01-S02] 1080p', { seasons: [1, 2] }],
	[undefined, 'Harbour Season 1 & 2', { seasons: [1, 2] }],
	[undefined, 'Harbour Season 1, 2 and 3', { seasons: [1, 2, 3] }],
	[undefined, 'Harbour S01, S02, S03', { seasons: [1, 2, 3] }],
	[undefined, 'Harbour S01 S02 S03 S04', { seasons: [1, 2, 3, 4] }],
	[undefined, 'Маяк (Сезон 1-3) WEBRip', { seasons: [1, 2, 3] }],
	[undefined, 'Маяк / Harbour / Сезоны: 1-3 (3) / Серии: 1-30 из 30 [2019]', { seasons: [1, 2, 3] }],
	[undefined, 'Маяк S01 E01-E08 2019', { seasons: [1], episodes: [1, 2, 3, 4, 5, 6, 7, 8] }],
	[
		undefined,
		'Маяк (1 сезон: 1-8 серии из 8) / Harbour',
		{ seasons: [1], episodes: [1, 2, 3, 4, 5, 6, 7, 8] }
	],
	[
		undefined,
		'Quiet Harbour 2019 1080p BluRay x264 DTS [Hindi DD5.1 + English]',
		{ languages: ['hi', 'en'] }
	],
	[undefined, 'Quiet Harbour 2019 Hindi Dubbed 720p HDRip', { languages: ['hi'], source: 'hdrip' }],
	[undefined, 'Quiet Harbour 2019 [Tamil + Telugu + Hindi] 1080p', { languages: ['ta', 'te', 'hi'] }],
	[undefined, 'Quiet Harbour 2019 TAMIL 720p', { languages: ['ta'] }],
	[undefined, 'Quiet Harbour (2019) Malayalam HDRip - 720p - x264 - ESub', { languages: ['ml', 'en'] }],
	[undefined, 'Quiet Harbour 2019 iTALiAN BDRip', { languages: ['it'] }],
	[undefined, 'Quiet.Harbour.2019.PL.1080p.BluRay.x264', { languages: ['pl'] }],
	[undefined, 'Quiet.Harbour.2019.PLDUB.1080p.BluRay', { languages: ['pl'] }],
	[undefined, 'Quiet Harbour 2019 [Lektor PL] 720p', { languages: ['pl'] }],
	[undefined, 'Quiet.Harbour.2019.SWESUB.720p', { languages: ['sv'] }],
	[undefined, 'Quiet.Harbour.2019.NORWEGiAN.720p', { languages: ['no'] }],
	[undefined, 'Quiet.Harbour.2019.DANiSH.720p.BluRay', { languages: ['da'] }],
	[undefined, 'Quiet.Harbour.2019.FiNNiSH.720p', { languages: ['fi'] }],
	[undefined, 'Quiet Harbour 2019 Dual Audio [Eng-Jpn] 1080p', { languages: ['en', 'ja'] }],
	[undefined, 'Quiet Harbour 2019 Castellano 1080p', { languages: ['es'] }],
	[undefined, 'Quiet Harbour 2019 [Latino] 720p', { languages: ['es-419'] }],
	[undefined, 'Quiet Harbour 2019 VOSTFR 720p', { languages: ['fr'] }],
	[undefined, 'Quiet Harbour 2019 TRUEFRENCH DVDRIP', { languages: ['fr'] }],
	[undefined, 'Quiet Harbour 2019 Korean 720p BluRay', { languages: ['ko'] }],
	[undefined, 'Quiet Harbour 2019 CHINESE 720p BluRay', { languages: ['zh'] }],
	[undefined, 'Quiet Harbour 2019 Legendado PT-BR 720p', { languages: ['pt'] }],
	[undefined, 'Quiet Harbour 2019 Dublado 720p', { languages: ['und'] }],
	[undefined, 'Quiet Harbour 2019 HebSub 720p', { languages: ['he'] }],
	[undefined, 'Quiet Harbour 2019 Eng Subs 720p', { languages: ['en'] }],
	[undefined, 'Quiet Harbour 2019 1080p BluRay x264 Rus Ukr Eng', { languages: ['ru', 'uk', 'en'] }],
	[undefined, 'Quiet Harbour 2019 BDRip 1080p [RUS, ENG]', { languages: ['ru', 'en'] }],
	[undefined, 'Quiet Harbour 2019 EN 720p WEB', { languages: ['en'] }],
	[undefined, 'Quiet Harbour 2019 (ita eng) 720p', { languages: ['it', 'en'] }],
	[undefined, 'Quiet.Harbour.2019.GERMAN.AC3.BDRip', { languages: ['de'] }],
	[undefined, 'Quiet.Harbour.2019.TURKISH.720p', { languages: ['tr'] }],
	[undefined, 'Quiet.Harbour.2019.CZ.720p', { languages: ['cs'] }],
	[undefined, 'Quiet.Harbour.2019.HUN.720p', { languages: ['hu'] }],
	[undefined, 'Quiet.Harbour.2019.GREEK.SUBS.720p', { languages: ['el'] }],
	[undefined, 'Quiet.Harbour.2019.ROMANIAN.720p', { languages: ['ro'] }],
	[undefined, 'Quiet.Harbour.2019.LT.EN.720p', { languages: ['lt', 'en'] }],
	[undefined, 'Quiet Harbour 2019 THAI 720p', { languages: ['th'] }],
	[undefined, 'Quiet Harbour 2019 Arabic Subtitles 720p', { languages: ['ar'] }],
	[undefined, 'Quiet Harbour 2019 Multi Subs 720p', { languages: [] }],
	[undefined, 'The Danish Harbour 2019 720p', { languages: [], title: 'The Danish Harbour' }],
	[undefined, 'French Harbour 2019 720p', { title: 'French Harbour', languages: [] }],
	[undefined, 'An American Harbour in Paris 2019', { title: 'An American Harbour in Paris' }],
	[undefined, 'Harbour, I Love You 2019 1080p', { title: 'Harbour, I Love You' }],
	[undefined, 'Harbour.vs.Light.2019.1080p', { title: 'Harbour vs Light' }],
	[undefined, 'Quiet Harbour Part II (2019) 1080p', { title: 'Quiet Harbour Part II' }],
	[undefined, 'Quiet Harbour 2 (2019) 1080p', { title: 'Quiet Harbour 2' }],
	[undefined, 'Quiet Harbour - The Return (2019) 1080p', { title: 'Quiet Harbour - The Return' }],
	[undefined, '10 Quiet Harbours (2019) 1080p', { title: '10 Quiet Harbours' }],
	[undefined, '3 Harbours 2019 1080p', { title: '3 Harbours' }],
	[undefined, 'Harbour 13 2019 720p BluRay', { title: 'Harbour 13' }],
	[undefined, 'Harbour.13.1970.720p.BluRay', { title: 'Harbour 13', year: 1970 }],
	[undefined, '[ www.Harbour.com ] - Quiet Harbour 2019 720p', { title: 'Quiet Harbour' }],
	[
		undefined,
		'Quiet Harbour (2019) (1080p BDRip x265 10bit AC3 5.1 - Goki)[TAoE].mkv',
		{ title: 'Quiet Harbour' }
	],
	[undefined, 'Quiet Harbour 2019 COMPLETE BLURAY', { source: 'bluray', title: 'Quiet Harbour' }],
	[undefined, 'Quiet.Harbour.2019.PROPER.720p', { proper: true }],
	[undefined, 'Quiet.Harbour.2019.REPACK.720p', { repack: true }],
	[undefined, 'Quiet Harbour 2019 Uncut 720p', { edition: ['Uncut'] }],
	[undefined, 'Quiet Harbour Directors Cut 2019', { edition: ["Director's Cut"], title: 'Quiet Harbour' }],
	[
		undefined,
		'/home/me/Videos/Harbour Lights/Harbour Lights - Season 1/Harbour Lights 1x03 - Low Tide.avi',
		{ title: 'Harbour Lights', seasons: [1], episodes: [3] }
	],
	[undefined, 'Series/Harbour Lights/Harbour.Lights.S01E03.Low.Tide.avi', { title: 'Harbour Lights' }],
	[
		undefined,
		'Movies/Quiet Harbour (2004)/Quiet.Harbour.DVDRip.XviD-QRT.cd1.avi',
		{ title: 'Quiet Harbour', year: 2004, group: 'QRT' }
	],
	[
		undefined,
		'Movies/Quiet Harbour (2004)/CD1/quiet.harbour.cd1.avi',
		{ title: 'Quiet Harbour', year: 2004 }
	],
	[
		undefined,
		'Quiet.Harbour.[2004].DvDrip.AC3.XviD-[QRT].avi',
		{ title: 'Quiet Harbour', year: 2004, group: 'QRT' }
	],
	[undefined, 'Quiet Harbour 2004 DVDRip XviD AC3 QRT', { title: 'Quiet Harbour', group: 'QRT' }],
	[
		undefined,
		'[QRT] Quiet Harbour (2004) [BD 1080p x264 FLAC] [A1B2C3D4].mkv',
		{ title: 'Quiet Harbour', group: 'QRT' }
	],
	[
		undefined,
		'Quiet_Harbour-(2004)-Directors_Cut-DVDRip.avi',
		{ title: 'Quiet Harbour', edition: ["Director's Cut"] }
	],
	[undefined, 'quiet.harbour.(2004).dvdrip.h264.aac-qrt.avi', { title: 'quiet harbour', group: 'qrt' }],
	[undefined, 'Quiet.Harbour.2004.LIMITED.720p.BluRay.x264-QRT', { edition: ['Limited'], group: 'QRT' }],
	[undefined, 'Harbour.Lights.2x05.HDTV.XviD-QRT.[site.org.ru].avi', { group: 'QRT', seasons: [2] }],
	[undefined, 'Harbour.Lights.S02E05.FINAL.FRENCH.720p.HDTV.x264-QRT', { languages: ['fr'], group: 'QRT' }],
	[undefined, 'Harbour.Lights.S02E05.720p.AMZN.WEB-DL.DD+5.1.H.264-QRT', { audio: ['ddp'], group: 'QRT' }],
	[undefined, 'Harbour.Lights.S02E05.1080p.WEBRip.DD5.1.x264-QRT[rartv]', { audio: ['dd'], group: 'QRT' }],
	[undefined, 'Harbour.Lights.S02E05.REAL.PROPER.720p.HDTV', { proper: true, real: 1 }],
	[undefined, 'Harbour.Lights.S02E05.HDTV.x264-QRT-xpost', { group: 'QRT' }],
	[undefined, 'Harbour Lights - s02e05 - 313', { absolute: [313] }],
	[undefined, 'Harbour.Lights.102.720p.HDTV', { seasons: [1], episodes: [2] }],
	[
		undefined,
		'[Sub.Group] Harbour Lights - 05v2 [h264][720p][44419534]',
		{ absolute: [5], version: 2, releaseHash: '44419534' }
	],
	[
		undefined,
		'Harbour Lights - 313-315 - s16e03-05',
		{ absolute: [313, 314, 315], seasons: [16], episodes: [3, 4, 5] }
	],
	[undefined, 'Harbour.Lights.05of12.Low.Tide', { episodes: [5] }],
	[undefined, 'Harbour.Lights.Part.2.720p', { title: 'Harbour Lights', part: 2 }],
	[undefined, 'Harbour Lights (UK) - S02E05 - Low Tide', { title: 'Harbour Lights' }],
	[undefined, 'Harbour.Lights.UK.S02E05.720p', { title: 'Harbour Lights' }],
	[undefined, 'harbour.lights.502.hdtv-qrt.mp4', { seasons: [5], episodes: [2], group: 'qrt' }],
	[
		undefined,
		'Harbour_Lights_2013_Christmas_Special.HDTV.x264-QRT',
		{ year: 2013, title: 'Harbour Lights', group: 'QRT' }
	],
	[
		undefined,
		'Harbour Lights S06-Born Again Special HDTV x264.avi',
		{ title: 'Harbour Lights', seasons: [6] }
	],
	[
		undefined,
		'Harbour.Sports.2016.08.07.Mens.Group.C.Germany.vs.South.Korea.720p.WEB',
		{ airDate: '2016-08-07', languages: [] }
	],
	[
		undefined,
		'XHL.2015.10.09.Gulls.vs.Red.Terns.720p.Away.Feed.GC.WEBRip.AAC2.0.H.264-QRT',
		{ title: 'XHL', airDate: '2015-10-09', group: 'QRT' }
	],
	[undefined, 'UFC.250.PPV.1080p.HDTV.x264-QRT', { title: 'UFC 250' }],
	[undefined, 'WWE.Harbour.2019.04.28.720p.WEB.h264-QRT', { title: 'WWE Harbour', airDate: '2019-04-28' }],
	[undefined, 'NBA.2020.01.15.Gulls.vs.Terns.720p', { title: 'NBA', airDate: '2020-01-15' }]
];

test.each(general)('any name: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const films: Row[] = [
	['movie', 'Quiet.Harbour.2019.1080p.BluRay.DTS.x264-[QRT]', { group: 'QRT' }],
	['movie', 'Quiet Harbour (2019) [Bluray-1080p][DTS 5.1][x264]-QRT', { group: 'QRT' }],
	['movie', 'Quiet Harbour (2019) {tmdb-1} [WEBDL-1080p][EAC3 5.1][h264]-QRT.mkv', { group: 'QRT' }],
	['movie', 'Quiet Harbour (2019) Bluray-1080p.mkv', { group: undefined, year: 2019 }],
	['movie', 'Quiet.Harbour.2019.1080p.WEB-DL.DD5.1.H.264-QRT-NZBGeek', { group: 'QRT' }],
	['movie', 'Quiet.Harbour.2019.German.1080p.BluRay.x264-QRT', { languages: ['de'] }],
	['movie', 'Quiet.Harbour.2019.MULTi.VFF.1080p', { languages: ['fr'] }],
	['movie', 'Quiet.Harbour.2019.Multi.TrueFrench.1080p', { languages: ['fr'] }],
	['movie', 'Quiet Harbour 2019 DUAL 1080p BluRay', { languages: [] }],
	['movie', 'Quiet.Harbour.2019.iNTERNAL.BDRip.x264-QRT', { group: 'QRT', source: 'bluray' }],
	['movie', 'Quiet.Harbour.2019.BRRip.XviD.AC3-QRT', { quality: 'Bluray-480p' }],
	['movie', 'Quiet.Harbour.2019.576p.BluRay.x264-QRT', { quality: 'Bluray-576p' }],
	['movie', 'Quiet.Harbour.2019.480p.BluRay.x264-QRT', { quality: 'Bluray-480p' }],
	['movie', 'Quiet.Harbour.2019.720p.HDTV.x264-QRT', { quality: 'HDTV-720p' }],
	['movie', 'Quiet.Harbour.2019.PDTV.x264-QRT', { quality: 'SDTV' }],
	['movie', 'Quiet.Harbour.2019.HDTV.XviD-QRT', { quality: 'SDTV' }],
	['movie', 'Quiet.Harbour.2019.WEBRip.720p', { quality: 'WEBRip-720p' }],
	['movie', 'Quiet.Harbour.2019.2160p.WEB-DL.HEVC', { quality: 'WEBDL-2160p' }],
	['movie', 'Quiet.Harbour.2019.3D.1080p.BluRay.HSBS.x264-QRT', { is3d: true, format3d: 'hsbs' }],
	['movie', 'Quiet.Harbour.2019.2160p.DV.HDR10Plus.WEB-DL', { hdr: ['DV', 'HDR10+'] }],
	['movie', 'Quiet Harbour 2019 2160p UHD BluRay DoVi HDR10+ x265', { hdr: ['DV', 'HDR10+'] }],
	[
		'movie',
		'Quiet.Harbour.2019.1080p.BluRay.TrueHD.7.1.Atmos.x264',
		{ audio: ['truehd', 'atmos'], audioChannels: '7.1' }
	],
	['movie', 'Quiet.Harbour.2019.1080p.BluRay.DTS-X.x264', { audio: ['dts-x'] }],
	['movie', 'Quiet.Harbour.2019.1080p.BluRay.FLAC.2.0.x264', { audio: ['flac'], audioChannels: '2.0' }],
	['movie', 'Quiet.Harbour.2019.1080p.BluRay.LPCM.2.0.AVC', { audio: ['pcm'] }],
	['movie', 'Quiet.Harbour.2019.10bit.1080p.x265', { bitDepth: '10' }]
];

test.each(films)('films by their picture and sound: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const shows: Row[] = [
	['series', 'Harbour.Lights.S02E05.Hybrid.2160p.WEB-DL.DV.HDR.H265-QRT', { group: 'QRT' }],
	[
		'series',
		'Harbour Lights S02E05 Low Tide 1080p AMZN WEB-DL DDP5 1 H 264-QRT',
		{ group: 'QRT', audioChannels: '5.1' }
	],
	['series', 'Harbour.Lights.(2019).S02E05.720p', { year: 2019, title: 'Harbour Lights' }],
	['series', 'Harbour Lights (2019) - S02E05', { year: 2019 }],
	['series', '2019.Harbour.S02E05.720p', { title: '2019 Harbour' }],
	['series', "Harbour's.Lights.S02E05.720p", { title: "Harbour's Lights" }],
	['series', 'Harbour & Lights - S02E05', { title: 'Harbour & Lights' }],
	['series', 'Harbour-Lights.S02E05.720p', { title: 'Harbour-Lights' }],
	['series', 'harbour-lights-s02e05-720p-qrt', { seasons: [2], episodes: [5] }],
	['series', 'Harbour.Lights.S02E05.1999.720p', { episodes: [5] }]
];

test.each(shows)('shows by name and group: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

const wording: Row[] = [
	[
		'movie',
		'MY HARBOUR (2016) [R][Action, Horror][720p.WEB-DL.AVC.8Bit.6ch.AC3].mkv',
		{ title: 'MY HARBOUR', year: 2016 }
	],
	['movie', 'V.H.B.2.2013.LIMITED.720p.BluRay.x264-QRT', { title: 'V.H.B. 2', year: 2013 }],
	['movie', 'A.I.Artificial.Harbour.(2001).720p', { title: 'A.I. Artificial Harbour' }],
	[
		'movie',
		'The.Harbour.from.U.N.C.L.E.2015.1080p.BluRay.x264-QRT',
		{ title: 'The Harbour from U.N.C.L.E.' }
	],
	['movie', '1776.1979.EXTENDED.720p.BluRay.X264-QRT', { title: '1776', year: 1979 }],
	['movie', 'Harbour.2.0.2018.1080p.BluRay', { year: 2018 }],
	['movie', "Harbour (2018) - Director's Cut [1080p]", { title: 'Harbour', edition: ["Director's Cut"] }],
	['movie', 'Harbour, The (2018)', { title: 'Harbour, The' }],
	['movie', 'Harbour! (2018) 1080p', { title: 'Harbour!' }],
	[
		'movie',
		'The Harbour 2018 Hybrid 2160p UHD BluRay REMUX DV HDR HEVC TrueHD Atmos 7.1-QRT',
		{ title: 'The Harbour', modifier: 'remux', group: 'QRT' }
	],
	[
		'movie',
		'Harbour.2018.1080p.MA.WEB-DL.DDP5.1.Atmos.H.264-QRT',
		{ group: 'QRT', streamingService: 'Movies Anywhere' }
	],
	['movie', 'Harbour.2018.1080p.NetflixHD.h264-QRT', { source: 'web-dl' }],
	['movie', 'Harbour.2018.German.DL.1080p.SkyHD.h264-QRT', { source: 'web-dl' }],
	['movie', 'Harbour.2018.Dubbed.German.DTSD.DL.720p.BluRay.x264-QRT', { audio: ['dts'] }],
	['movie', 'Harbour.2018.1080p.BluRay.x264.DTS-HD.MA.5.1-QRT', { audio: ['dts-hd'], group: 'QRT' }],
	['movie', 'Harbour.2018.Bluray.1080p.x264.AAC5.1-QRT', { audio: ['aac'], audioChannels: '5.1' }],
	['series', 'Harbour.S01E02.1080p.AmazonHD.x264-QRT', { quality: 'WEBDL-1080p' }],
	['series', 'Harbour S01E02 (1080p)', { quality: 'HDTV-1080p', group: undefined }],
	['series', 'Harbour - S01E02 - Low Tide (1080p BluRay x265 QRT).mkv', { group: 'QRT' }],
	['series', 'Harbour.S01E02.720p.x265-MeGusta', { group: 'MeGusta' }],
	['series', 'Harbour.S01E02.480p.x264-mSD[eztv]', { group: 'mSD' }],
	['series', 'Harbour.S01E02.XviD-AFG', { group: 'AFG', quality: 'SDTV' }],
	['series', '[Moku] Harbour - 02 (BD 1080p HEVC)', { quality: 'Bluray-1080p' }],
	['series', '[Moku] Harbour - 02 [WEB 1080p]', { quality: 'WEBDL-1080p' }],
	['series', '[Moku] Harbour S01 [BDRip 1080p][Batch]', { quality: 'Bluray-1080p', fullSeason: true }],
	['series', 'Harbour.S01E02.Bluray.x264', { quality: 'Bluray-720p' }],
	['series', 'Harbour.S01E02.DVDRip.x264', { quality: 'DVD' }],
	['series', 'Harbour.S01E02.1080p.HDTV.x264-QRT.mkv', { quality: 'HDTV-1080p' }],
	['series', 'Harbour.S01E02.avi', { quality: 'SDTV' }],
	['series', 'Harbour.S01E02.mkv', { quality: 'HDTV-720p' }],
	['series', 'Harbour.S01E02.HDTV', { quality: 'SDTV' }],
	['series', 'Harbour.S01E02.1080i.HDTV.H.264-QRT', { quality: 'HDTV-1080p' }],
	['series', 'Harbour S01E02 4k WEB-DL', { quality: 'WEBDL-2160p' }],
	['series', 'Harbour.S01E02.2160p.BluRay.Remux', { quality: 'Bluray-2160p Remux' }],
	[undefined, 'Harbour S01E02 720p WEB-DLRip', { source: 'webrip' }],
	[undefined, 'Harbour 2018 IPTVRip', { source: 'tv' }],
	[undefined, 'Harbour 2018 DVD-Rip XviD', { source: 'dvd' }],
	[undefined, 'Harbour 2018 BD-Rip', { source: 'bluray' }],
	[undefined, 'Harbour 2018 BR-Rip', { source: 'bluray' }],
	[undefined, 'Harbour 2018 BDRemux 1080p', { source: 'bluray', modifier: 'remux' }],
	[undefined, 'Harbour 2018 UHD BDRemux 2160p', { source: 'bluray', modifier: 'remux' }],
	[undefined, 'Harbour 2018 WEBRip 720p 2GB', { source: 'webrip' }],
	[undefined, 'Harbour 2018 HDTV-Rip', { source: 'tv' }],
	[undefined, 'Harbour 2018 1080p HDRip KORSUB x264', { source: 'hdrip' }],
	[undefined, 'Harbour.2018.720p.HC.WEBRip', { source: 'webrip' }],
	[undefined, 'Harbour.2018.NEW.720p.HDCAM', { source: 'cam' }],
	[undefined, 'Harbour 2018 TSRip', { source: 'telesync' }],
	[undefined, 'Harbour 2018 HDTS 720p', { source: 'telesync' }],
	[undefined, 'Harbour 2018 DVDSCR', { source: 'screener' }],
	[undefined, 'Harbour 2018 PreDVDRip', { source: 'screener' }],
	[undefined, 'Harbour 2018 SCREENER', { source: 'screener' }]
];

test.each(wording)('titles and sources in many spellings: %s %s', (kind, name, expected) => {
	const parsed = parse(name, { kind });
	for (const [field, value] of Object.entries(expected))
		expect(parsed[field as keyof Parsed], field).toEqual(value);
});

test.each(['constructor', '__proto__', 'toString.S01E01', 'hasOwnProperty 2019 1080p valueOf-constructor'])(
	'words that objects know by themselves are only words: %s',
	(name) => {
		const parsed = parse(name);
		expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
		expect(parsed.edition).toEqual([]);
	}
);
