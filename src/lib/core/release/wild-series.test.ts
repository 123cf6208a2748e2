import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { said } from './said.fixture.ts';

const counted = [
	['Harrow.Creek.S02E05-06.1080p.WEB.H264-CAKES', 'Harrow Creek s2 e5,6 | 1080p web h264 | CAKES'],
	['Harrow Creek - S02E05-S02E06 - Two Nights.mkv', 'Harrow Creek s2 e5,6'],
	['Harrow Creek 2x05x06 The Long Night.avi', 'Harrow Creek s2 e5,6'],
	['Harrow.Creek.2x05.1280x720', 'Harrow Creek s2 e5 | 720p'],
	['harrow.creek.1205.hdtv-lol', 'harrow creek s12 e5 | tv | lol'],
	['Harrow Creek Season 2 Episodes 5 to 8 720p', 'Harrow Creek s2 e5..8 | 720p'],
	['Harrow.Creek.Season.Two.Episode.Five.720p', 'Harrow Creek s2 e5 | 720p'],
	['Harrow.Creek.Season2Episode5.720p', 'Harrow Creek s2 e5 | 720p'],
	['Harrow.Creek.Part.3.of.6.720p.HDTV', 'Harrow Creek s1 e3 part 3 | 720p tv'],
	['The.Deep.Sea.E03.of.08.1080p', 'The Deep Sea s1 e3 | 1080p'],
	['The.Deep.Sea.Ep3of8.PDTV', 'The Deep Sea s1 e3 | tv'],
	['Mister.Blue.S04E03.Episode.37.1080p.WEB', 'Mister Blue s4 e3 | 1080p web'],
	['Mister.Blue.S04E03.The.2012.Incident.720p.WEB', 'Mister Blue s4 e3 | 720p web'],
	['Mister.Blue.S04E03.The.German.720p.WEB', 'Mister Blue s4 e3 | 720p web'],
	['Mister.Blue.S04E03.Part.One.720p.WEB', 'Mister Blue s4 e3 part 1 | 720p web'],
	['1899.Nights.S01E01.1080p.NF.WEB-DL', '1899 Nights s1 e1 | 1080p web-dl Netflix'],
	['9-1-1.Harbor.S02E03.HDTV.x264', '9-1-1 Harbor s2 e3 | tv h264'],
	['S.W.A.P.2017.S04E10.1080p.WEB', 'S.W.A.P. (2017) s4 e10 | 1080p web'],
	['Nadi (2021) S01E(01-08) Hindi 720p', 'Nadi (2021) s1 e1..8 | 720p | hi'],
	['Harrow Creek S01E01 to S01E10 720p', 'Harrow Creek s1 e1..10 | 720p']
] as const;

test.each(counted)('seasons and episodes: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'series' }))).toBe(expected);
});

const packs = [
	['Harrow Creek S01-05 Complete 1080p', 'Harrow Creek s1..5 whole | 1080p'],
	['Harrow Creek Season 1, 2, 3 & 4 720p', 'Harrow Creek s1..4 whole | 720p'],
	['Harrow Creek [Season 1 + Season 2] 720p', 'Harrow Creek s1,2 whole | 720p'],
	['Harrow Creek The Complete Second Season 720p', 'Harrow Creek s2 whole | 720p'],
	[
		'Harrow Creek (2019) Season 2 S02 (1080p AMZN WEB-DL x265 HEVC 10bit EAC3 5.1 Silence) [QxR]',
		'Harrow Creek (2019) s2 whole | 1080p web-dl h265 10bit ddp 5.1 Amazon | QxR'
	],
	['Harrow.Creek.S02.Disc.1.1080p.BluRay.AVC-GRP', 'Harrow Creek s2 disc 1 | 1080p bluray h264 | GRP'],
	['Harrow.Creek.Season.1.Disc.2.DVD9', 'Harrow Creek s1 disc 2 | dvd'],
	['Harrow.Creek.S03.Vol.2.1080p.NF.WEB-DL', 'Harrow Creek s3 part 2 | 1080p web-dl Netflix'],
	['Harrow.Creek.S01.Part.2.1080p.NF.WEB-DL', 'Harrow Creek s1 part 2 | 1080p web-dl Netflix'],
	['Mister.Blue.S04E01-E10.of.10.1080p.WEB', 'Mister Blue s4 whole | 1080p web'],
	['Mister Blue (2017-2021) Complete 720p', 'Mister Blue (2017-2021) | 720p'],
	['Harrow Creek All Seasons 720p', 'Harrow Creek | 720p'],
	['Harrow Creek - Complete Series (2001 to 2006) DVDRip', 'Harrow Creek (2001-2006) | dvd']
] as const;

test.each(packs)('packs: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'series' }))).toBe(expected);
});

const tongues = [
	['Der.Fall.Hansen.1.Staffel.German.DVDRip', 'Der Fall Hansen s1 whole | dvd | de'],
	['Der Fall Hansen - Staffel 2 - Folge 03', 'Der Fall Hansen s2 e3'],
	["L'Affaire Durand - Saison 1 à 3 - FRENCH", "L'Affaire Durand s1..3 whole | fr"],
	['Il.Caso.Rossi.S01e01-08.ITA.WEB-DLMux.1080p', 'Il Caso Rossi s1 e1..8 | 1080p web-dl | it'],
	[
		'El caso Ruiz - Temporada 1 [HDTV][Cap.101_102][Spanish][www.sitio.com]',
		'El caso Ruiz s1 e1,2 | tv | es'
	],
	['O Caso Silva 1ª a 3ª Temporada Legendado', 'O Caso Silva s1..3 whole'],
	['Sagen Holm Sæson 2 Afsnit 3', 'Sagen Holm s2 e3'],
	['Tapaus Virta Kausi 2 Jakso 3', 'Tapaus Virta s2 e3'],
	['Sprawa Nowaka Sezon 2 Odcinek 4 PL 720p', 'Sprawa Nowaka s2 e4 | 720p | pl'],
	['Pripad Novak 1. serie 4. dil CZ dabing', 'Pripad Novak s1 e4 | cs'],
	['Kovács ügy 2. évad 4. rész HUN', 'Kovács ügy s2 e4 | hu'],
	['Demir Dosya Sezon 2 Bölüm 4', 'Demir Dosya s2 e4'],
	[
		'Дело Иванова (1 сезон: 1-8 серии из 16) (2019) WEBRip 1080p',
		'Дело Иванова (2019) s1 e1..8 | 1080p webrip'
	],
	['Дело Иванова [01-12 из 24] (2019) SATRip', 'Дело Иванова (2019) s1 e1..12 | tv'],
	['Дело Иванова. Сезон 2. Серия 4', 'Дело Иванова s2 e4'],
	['春江 第二季 第04集', '春江 s2 e4'],
	['봄강.제4회.720p', '봄강 #4 | 720p']
] as const;

test.each(tongues)('counted in many tongues: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'series' }))).toBe(expected);
});

const dates = [
	['The Evening Desk - March 15, 2021 [720p]', 'The Evening Desk 2021-03-15 | 720p'],
	['The.Evening.Desk.15-03-2021.720p', 'The Evening Desk 2021-03-15 | 720p'],
	['The.Evening.Desk.21.03.15.720p.HDTV', 'The Evening Desk 2021-03-15 | 720p tv'],
	['Evening.Desk.210315.HDTV.H264.720p-WITH', 'Evening Desk 2021-03-15 | 720p tv h264 | WITH'],
	['Running.Men.E545.210315.720p-NEXT', 'Running Men s1 e545 | 720p | NEXT'],
	['EPL 2020-21 Matchday 28 Redtown v Bluetown 720p', 'EPL (2020) | 720p'],
	['Formula.1.2021x03.Portugal.Race.SkyF1HD.1080p', 'Formula 1 s2021 e3 | 1080p'],
	['NHL.2021.03.15.Wolves.vs.Bears.1080p.HDTV.60fps.x264', 'NHL 2021-03-15 | 1080p tv h264'],
	['UFC.258.PPV.720p.HDTV.x264-KYR', 'UFC 258 | 720p tv h264 | KYR']
] as const;

test.each(dates)('days and sport: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'series' }))).toBe(expected);
});

const folders = [
	['/tv/Harrow Creek/Season 2/05 - The Long Night.mkv', 'Harrow Creek s2 e5'],
	['/tv/Harrow Creek/Season 2/2-05 The Long Night.mkv', 'Harrow Creek s2 e5'],
	['/tv/Harrow Creek/S02/E05.mkv', 'Harrow Creek s2 e5'],
	['/tv/Harrow Creek/Temporada 2/Capítulo 05.mkv', 'Harrow Creek s2 e5'],
	['/tv/Harrow Creek/Specials/03 - Making Of.mkv', 'Harrow Creek s0 e3'],
	[
		'/dl/Harrow.Creek.S02E05.720p.HDTV.x264-KILLERS/k3j4h5g6f7d8s9a0q1w2.mkv',
		'Harrow Creek s2 e5 | 720p tv h264 | KILLERS'
	],
	['C:\\TV\\Harrow Creek\\Season 2\\Harrow Creek - 2x05 - The Long Night.avi', 'Harrow Creek s2 e5']
] as const;

test.each(folders)('files in folders: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'series' }))).toBe(expected);
});

const films = [
	['/movies/300 (2006)/300.mkv', '300 (2006)'],
	['/movies/Paper Boats (2021)/VIDEO_TS/VTS_01_1.VOB', 'Paper Boats (2021)'],
	['/movies/Paper Boats (2021)/BDMV/STREAM/00001.m2ts', 'Paper Boats (2021)'],
	[
		'/movies/Paper Boats (2021) [tmdbid=4321]/Paper.Boats.2021.1080p.BluRay.x264-AMBER.mkv',
		'Paper Boats (2021) | 1080p bluray h264 | AMBER'
	]
] as const;

test.each(films)('film folders: %s', (name, expected) => {
	expect(said(parse(name))).toBe(expected);
});

const posts = [
	['Harrow.Creek.S02E05.1080p.WEB.H264-CAKES.mkv.nzb', 'Harrow Creek s2 e5 | 1080p web h264 | CAKES'],
	[
		'[123456]-[FULL]-[#a.b.group@net]-[ Harrow.Creek.S02E05.720p.HDTV.x264-KILLERS ]-[01/25] - "harrow.creek.s02e05.nfo" yEnc',
		'Harrow Creek s2 e5 | 720p tv h264 | KILLERS'
	],
	['Harrow.Creek.S02E05.HDTV.x264-LOL-[site]', 'Harrow Creek s2 e5 | tv h264 | LOL'],
	['Harrow Creek S02E05,06 720p', 'Harrow Creek s2 e5,6 | 720p'],
	['Harrow Creek S02E0506', 'Harrow Creek s2 e5,6'],
	['Harrow Creek 2x05 to 2x08', 'Harrow Creek s2 e5..8'],
	['Harrow Creek S02 (01-08) 720p', 'Harrow Creek s2 e1..8 | 720p'],
	['[Harrow Creek][S01E05][720p]', 'Harrow Creek s1 e5 | 720p'],
	['Harrow Creek [05/12] 720p', 'Harrow Creek s1 e5 | 720p'],
	['Harrow Creek » S01E05', 'Harrow Creek s1 e5']
] as const;

test.each(posts)('posts and odd joints: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'series' }))).toBe(expected);
});
