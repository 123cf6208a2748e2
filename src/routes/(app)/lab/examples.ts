import { addressOf } from './names.ts';

export interface Example {
	title: string;
	text: string;
	names: readonly string[];
	kind?: 'movie' | 'series';
}

export const filmVersions: readonly string[] = [
	'The.Lamplighter.2021.2160p.UHD.BluRay.REMUX.DV.HDR10.HEVC.TrueHD.7.1.Atmos-VELVET',
	'The.Lamplighter.2021.2160p.UHD.BluRay.x265.10bit.HDR10Plus.DTS-HD.MA.5.1-ORCHID',
	'The.Lamplighter.2021.2160p.NF.WEB-DL.DDP5.1.Atmos.DV.HDR.H.265-FOYER',
	'The.Lamplighter.2021.REPACK.1080p.BluRay.REMUX.AVC.DTS-HD.MA.5.1-VELVET',
	'The.Lamplighter.2021.1080p.BluRay.x264.DTS-ORCHID',
	'The.Lamplighter.2021.German.DL.1080p.BluRay.x264-KASSE',
	'The.Lamplighter.2021.1080p.AMZN.WEB-DL.DDP5.1.H.264-FOYER',
	'The.Lamplighter.2021.1080p.WEBRip.x265.AAC5.1-SMALL',
	'The.Lamplighter.2021.720p.BluRay.x264.AC3-ORCHID',
	'The.Lamplighter.2021.720p.HDTV.x264-BALCONY',
	'The.Lamplighter.2021.DVDRip.XviD.MP3-OLDREEL',
	'The.Lamplighter.2021.HDCAM.x264.AAC-ROW9'
];

/** Where to begin when nothing is at hand. None of these exists. */
export const examples: readonly Example[] = [
	{
		title: 'One film in five versions',
		text: 'Which would be taken, and why that one?',
		names: [0, 2, 4, 7, 11].map((at) => filmVersions[at]!),
		kind: 'movie'
	},
	{
		title: 'Episodes and seasons',
		text: 'Single, double, daily, a whole season, an anime with absolute numbers.',
		names: [
			'Harbour.Street.S03E07.The.Long.Tide.1080p.WEB.H264-QUAY',
			'Harbour.Street.S03E08-E09.PROPER.720p.HDTV.x264-QUAY',
			'Harbour.Street.S02.COMPLETE.1080p.BluRay.x265.10bit.AAC5.1-MOLE',
			'The.Evening.Desk.2024.03.14.Guest.Name.1080p.WEB.h264-LATE',
			'[Kawa] Hoshi no Tegami - 14v2 (1080p) [5E1D09AF].mkv'
		],
		kind: 'series'
	},
	{
		title: 'Hard to read',
		text: 'Numbers in titles, other alphabets, a path, a trap.',
		names: [
			'1917.Avenue.2019.1080p.BluRay.x264-GRP',
			'7.12.Uhr.2012.German.1080p.WEB.h264-GRP',
			'夜の映画館.2018.1080p.BluRay.x264.FLAC-GRP',
			'Series/Harbour Street (2016)/Season 03/Harbour.Street.S03E07.mkv',
			'The.L\u0430mplighter.2021.1080p.WEB-DL.exe'
		]
	},
	{
		title: 'Music',
		text: 'Artist, album, codec and rate.',
		names: [
			'The Paper Lanterns - Matinee (2019) [FLAC 24-96]',
			'The_Paper_Lanterns-Matinee-CD-FLAC-2019-ENRiCH',
			'The Paper Lanterns - Matinee (2019) MP3 320'
		]
	}
];

export const exampleAddress = ({ names, kind }: Example): string =>
	addressOf({ text: names.join('\n'), kind, profileId: '' }) ?? '/lab';
