import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { said } from './said.fixture.ts';

const sources = [
	['Salt.Road.2019.REAL.PROPER.720p.WEB.h264-SLOT', 'Salt Road (2019) v2 | 720p web h264 | SLOT'],
	[
		'A House of Rain 2023 1080p AMZN WEB-DL DD+5.1 H 264-KiNGFiSH',
		'A House of Rain (2023) | 1080p web-dl h264 ddp 5.1 Amazon | KiNGFiSH'
	],
	[
		'A.House.of.Rain.2023.2160p.AMZN.WEB-DL.DDP5.1.Atmos.DV.HDR10P.H.265-KiNGFiSH',
		'A House of Rain (2023) | 2160p web-dl h265 DV HDR10+ ddp atmos 5.1 Amazon | KiNGFiSH'
	],
	[
		'Nine.Minutes.to.Dawn.2020.BDRemux.1080p.AVC.DTS-HDMA7.1-Sokol',
		'Nine Minutes to Dawn (2020) | 1080p bluray remux h264 dts-hd 7.1 | Sokol'
	],
	[
		'Paper.Boats.2017.KORSUB.HDRip.x264.AAC2.0-STUTZ',
		'Paper Boats (2017) | hdrip h264 aac 2.0 | +ko | STUTZ'
	],
	['Paper.Boats.2017.V2.HDTS.x264.AAC-Mky', 'Paper Boats (2017) v2 | telesync h264 aac | Mky'],
	['Paper.Boats.2017.HDTC.x264.AC3-CPGN', 'Paper Boats (2017) | telecine h264 dd | CPGN'],
	['Paper.Boats.2017.PDVDRip.x264.AAC.700MB', 'Paper Boats (2017) | screener h264 aac'],
	['Paper.Boats.2017.WORKPRINT.XviD-NoGRP', 'Paper Boats (2017) | workprint xvid | NoGRP'],
	['Paper.Boats.2004.R5.LiNE.XviD-DEViSE', 'Paper Boats (2004) | dvd regional xvid | DEViSE'],
	['Paper.Boats.2004.NTSC.DVDR-iNVADE', 'Paper Boats (2004) | dvd remux | iNVADE'],
	['Paper.Boats.2004.HDDVD.720p.x264.AC3-Hd2', 'Paper Boats (2004) | 720p hddvd h264 dd | Hd2'],
	['Paper.Boats.2004.VODRip.x264.AAC-SPRK', 'Paper Boats (2004) | webrip h264 aac | SPRK'],
	['Paper.Boats.2004.SATRip.XviD-MESSA', 'Paper Boats (2004) | tv xvid | MESSA'],
	['Paper.Boats.2004.iTALiAN.AC3.HDTVMux.x264-Pir4nha', 'Paper Boats (2004) | tv h264 dd | it | Pir4nha'],
	[
		'Paper.Boats.2004.iTALiAN.ENGLiSH.BDMux.1080p.x264-Pir4nha',
		'Paper Boats (2004) | 1080p bluray h264 | it en | Pir4nha'
	],
	[
		'Paper.Boats.2021.UHDRemux.2160p.DV.HDR10Plus.TrueHD.Atmos',
		'Paper Boats (2021) | 2160p bluray remux DV HDR10+ truehd atmos'
	],
	['Paper.Boats.2021.COMPLETE.UHD.BLURAY-TERMiNAL', 'Paper Boats (2021) | 2160p bluray brdisk | TERMiNAL'],
	['Paper.Boats.2021.BDMV.1080p.AVC', 'Paper Boats (2021) | 1080p bluray brdisk h264'],
	['Paper.Boats.2021.HQ.HDCAM-GRP', 'Paper Boats (2021) | cam | GRP'],
	[
		'Paper.Boats.2021.2160p.iT.WEB-DL.DDP5.1.DV.HDR.H.265-FLUX',
		'Paper Boats (2021) | 2160p web-dl h265 DV HDR ddp 5.1 iTunes | FLUX'
	],
	['Paper.Boats.2021.1080p.WEB-DL.H265.5.1ch.EAC3', 'Paper Boats (2021) | 1080p web-dl h265 ddp 5.1'],
	['Paper.Boats.2021.DVDRip.6CH.x264.ShAaNiG', 'Paper Boats (2021) | dvd h264 5.1'],
	['Paper.Boats.2021.1080p.BluRay.H.264.Hi10P.FLAC', 'Paper Boats (2021) | 1080p bluray h264 10bit flac']
] as const;

test.each(sources)('sources of films: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'movie' }))).toBe(expected);
});

const editions = [
	[
		'The.Iron.Orchard.DC.1994.1080p.BluRay.x264-AMBER',
		"The Iron Orchard (1994) | 1080p bluray h264 Director's Cut | AMBER"
	],
	[
		'The.Iron.Orchard.1994.Unrated.Extended.Directors.Cut.1080p.BluRay',
		"The Iron Orchard (1994) | 1080p bluray Unrated Extended Director's Cut"
	],
	[
		'The.Iron.Orchard.1994.40th.Anniversary.Edition.1080p.BluRay',
		'The Iron Orchard (1994) | 1080p bluray Anniversary Edition'
	],
	[
		'The.Iron.Orchard.1994.Kinofassung.German.DL.720p.BluRay.x264-RSG',
		'The Iron Orchard (1994) | 720p bluray h264 Theatrical | de x-original | RSG'
	],
	[
		'The.Iron.Orchard.1994.Edicion.Especial.SPANISH.1080p',
		'The Iron Orchard (1994) | 1080p Special Edition | es'
	],
	['The.Iron.Orchard.1994.Redux.1080p.BluRay.x264', 'The Iron Orchard (1994) | 1080p bluray h264 Redux'],
	['The.DVD.Collector.2015.DVDRip', 'The DVD Collector (2015) | dvd'],
	['Uncut.Stones.2019.1080p.BluRay.x264-AMBER', 'Uncut Stones (2019) | 1080p bluray h264 | AMBER'],
	['The.Final.Cut.of.Meat.2004.1080p.BluRay', 'The Final Cut of Meat (2004) | 1080p bluray']
] as const;

test.each(editions)('editions: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'movie' }))).toBe(expected);
});

const titles = [
	['1984.2023.1080p.WEB.h264-SLOT', '1984 (2023) | 1080p web h264 | SLOT'],
	['2012.2009.720p.BluRay.x264-AMBER', '2012 (2009) | 720p bluray h264 | AMBER'],
	['2001.A.Moon.Story.1968.1080p.BluRay', '2001 A Moon Story (1968) | 1080p bluray'],
	['Class.of.1999.1990.1080p.BluRay', 'Class of 1999 (1990) | 1080p bluray'],
	['(500) Boats of Summer 2009 1080p', '(500) Boats of Summer (2009) | 1080p'],
	['The.720p.Conspiracy.2019.1080p.WEB-DL', 'The 720p Conspiracy (2019) | 1080p web-dl'],
	['The.Screener.2018.1080p.WEB.h264-AMBER', 'The Screener (2018) | 1080p web h264 | AMBER'],
	['Blu.Ray.of.Light.2015.1080p.WEB-DL', 'Blu Ray of Light (2015) | 1080p web-dl'],
	[
		'Atmos.2022.1080p.WEB-DL.DDP5.1.Atmos.H.264-AMBER',
		'Atmos (2022) | 1080p web-dl h264 ddp atmos 5.1 | AMBER'
	],
	['A.Web.of.Lies.2018.1080p.WEB.h264-AMBER', 'A Web of Lies (2018) | 1080p web h264 | AMBER'],
	['Cam.2018.1080p.WEB.h264-AMBER', 'Cam (2018) | 1080p web h264 | AMBER'],
	[
		'The.French.Tailor.2013.FRENCH.1080p.BluRay.x264-LOST',
		'The French Tailor (2013) | 1080p bluray h264 | fr | LOST'
	],
	['Lost.in.Thailand.2012.CHINESE.1080p.BluRay', 'Lost in Thailand (2012) | 1080p bluray | zh'],
	['Proper.Manners.2015.PROPER.1080p.WEB', 'Proper Manners (2015) v2 | 1080p web'],
	['M.I.L.K.2014.1080p.BluRay', 'M.I.L.K. (2014) | 1080p bluray'],
	['Rocket Boys Vol. 2 (2017) 1080p BluRay', 'Rocket Boys Vol. 2 (2017) | 1080p bluray'],
	['La.Chambre.Haute.AKA.The.High.Room.1998.1080p.BluRay', 'La Chambre Haute (1998) | 1080p bluray'],
	['The High Room / Верхняя комната (1998) BDRip 1080p', 'The High Room (1998) | 1080p bluray'],
	['[Paper Boats] [2021] [1080p]', 'Paper Boats (2021) | 1080p'],
	['Paper Boats: The Return - 2021 - 1080p', 'Paper Boats: The Return (2021) | 1080p'],
	['Paper Boats Trilogy 2001-2007 1080p BluRay x264', 'Paper Boats Trilogy (2001-2007) | 1080p bluray h264'],
	['F1.2021.Portuguese.Grand.Prix.1080p.WEB', 'F1 (2021) | 1080p web'],
	['K-19 The Oakmaker 2002', 'K-19 The Oakmaker (2002)'],
	['U-571 Oak 2000 1080p', 'U-571 Oak (2000) | 1080p']
] as const;

test.each(titles)('titles that look like something else: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'movie' }))).toBe(expected);
});

const makers = [
	['Paper.Boats.2021.1080p.WEB.H264-FOX', 'Paper Boats (2021) | 1080p web h264 | FOX'],
	['Paper.Boats.2021.1080p.BluRay.x264-D-Z0N3', 'Paper Boats (2021) | 1080p bluray h264 | D-Z0N3'],
	['Paper.Boats.2021.1080p.BluRay.x264-GRP-AsRequested', 'Paper Boats (2021) | 1080p bluray h264 | GRP'],
	['Paper.Boats.2021.1080p.BluRay.x264-GRP_sample', 'Paper Boats (2021) | 1080p bluray h264 | GRP'],
	['Paper.Boats.2021.1080p.BluRay.x264-GRP [PublicHD]', 'Paper Boats (2021) | 1080p bluray h264 | GRP'],
	['Paper.Boats.2021.1080p.WEB.H264-CAKES EZTV', 'Paper Boats (2021) | 1080p web h264 | CAKES'],
	['Paper Boats (2021) [720p] [WEBRip] [YTS.LT]', 'Paper Boats (2021) | 720p webrip | YTS.LT'],
	[
		'Paper Boats (2021) (1080p BluRay x265 HEVC 10bit AAC 7.1 Tigole) [QxR]',
		'Paper Boats (2021) | 1080p bluray h265 10bit aac 7.1 | QxR'
	],
	['www.SiteName.ws_-_Paper.Boats.2021.1080p.WEB', 'Paper Boats (2021) | 1080p web'],
	['SiteName.com Paper Boats 2021 720p', 'Paper Boats (2021) | 720p'],
	[
		'Paper.Boats.2021.2160p.HDR10.PLUS.ENG.ITA.LATINO.DDP5.1.DV.x265.MP4-BEN.THE.MEN',
		'Paper Boats (2021) | 2160p h265 HDR10+ DV ddp 5.1 | es-419 en it | BEN.THE.MEN'
	],
	['paper.boats.2021.limited.dvdrip.xvid-amber.cd1.avi', 'paper boats (2021) | dvd xvid Limited | amber']
] as const;

test.each(makers)('groups, re-posters and sites: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'movie' }))).toBe(expected);
});

const general = [
	[
		'www.1Site.at - Paper Boats (2021) Tamil HDRip - 1080p - x264 - AAC - 2.5GB',
		'Paper Boats (2021) | 1080p hdrip h264 aac | ta'
	],
	[
		'The Iron Orchard (1994) [tmdbid-88213] - [Directors Cut].mkv',
		"The Iron Orchard (1994) | Director's Cut"
	],
	['Paper Boats (2021) BDRip-AVC от Someone', 'Paper Boats (2021) | bluray h264 | ru | Someone'],
	[
		'Бумажные кораблики / Paper Boats (Джон Смит) [2021, США, драма, BDRip] Dub',
		'Paper Boats (2021) | bluray | ru'
	],
	['纸船.2021.HD1080P.国语中字', '纸船 (2021) | 1080p | zh'],
	[
		'【首发于高清影视之家】纸船[简繁英字幕].Paper.Boats.2021.1080p.BluRay.x265-GRP',
		'Paper Boats (2021) | 1080p bluray h265 | zh +zh | GRP'
	],
	['[Moku] Kaze no Michi - 07 (BD 1920x1080 x.264 Flac)', 'Kaze no Michi #7 | 1080p bluray h264 flac | Moku']
] as const;

test.each(general)('how a general reader signs: %s', (name, expected) => {
	expect(said(parse(name))).toBe(expected);
});
