import { entry, type Entry, type Root } from './entry.ts';
import type { ClipName } from './clips.ts';

const two = (number: number) => String(number).padStart(2, '0');
const row = (
	from: number,
	to: number,
	path: (number: number) => string,
	is: string | undefined,
	clip: ClipName,
	leaveOut: number[] = []
): Entry[] =>
	Array.from({ length: to - from + 1 }, (_, index) => from + index)
		.filter((number) => !leaveOut.includes(number))
		.map((number) => entry(path(number), is, clip));

/** The evenings of the reel that are on the shelf: the week before the demo was made. */
const reels = (born: string) =>
	Array.from({ length: 7 }, (_, back) => {
		const date = new Date(Date.parse(born) - (7 - back) * 86_400_000).toISOString().slice(0, 10);
		return entry(
			`The Evening Reel/The.Evening.Reel.${date.replaceAll('-', '.')}.720p.WEB.h264-NEWS.mkv`,
			'The Evening Reel',
			'hd720'
		);
	});

export const seriesShelf = (born: string): Root => ({
	name: 'Series',
	kind: 'series',
	entries: [
		...row(
			1,
			13,
			(n) => `Flash Gordon (1936)/Season 01/Flash Gordon (1936) - S01E${two(n)}.mkv`,
			'Flash Gordon',
			'old',
			[7, 11]
		),
		...row(
			1,
			6,
			(n) => `the.phantom.creeps.1939.dvdrip.x264/the.phantom.creeps.s01e${two(n)}.dvdrip.x264-serial.mkv`,
			'The Phantom Creeps',
			'silent'
		),
		...row(
			1,
			10,
			(n) => `Les Vampires/Les Vampires ${n < 6 ? `1x${two(n)}` : `- S01E${two(n)} - Épisode ${n}`}.mkv`,
			'Les Vampires',
			'silent'
		),
		...row(
			1,
			12,
			(n) => `Sherlock Holmes (1954)/Season 1/Sherlock.Holmes.1954.S01E${two(n)}.480p.DVDRip.x264.mkv`,
			'Sherlock Holmes',
			'hd720'
		),
		entry('Sherlock Holmes (1954)/Extras/The Sets of Epinay.mkv', 'Sherlock Holmes', 'hd720'),
		...row(1, 5, (n) => `bonanza/Bonanza.S01E${two(n)}.1959.mkv`, 'Bonanza', 'hd720', [3]),
		...row(1, 4, (n) => `One Step Beyond/Season 1/1x${two(n)}.mkv`, 'One Step Beyond', 'silent'),
		...row(
			1,
			8,
			(n) => `The Beverly Hillbillies/Season 1/Episode ${n}.mp4`,
			'The Beverly Hillbillies',
			'hd720'
		),
		entry('Dragnet 1951 - 1x01 - The Human Bomb.avi', 'Dragnet', 'old'),
		entry('Lucy Show, The/Season 1/The Lucy Show - S01E01-E02 - Two in One.mkv', 'The Lucy Show', 'hd720'),
		entry(
			'Saturday Matinee (2019)/Saturday.Matinee.S01E01E02.Lost.in.the.Western.1080p.WEB.h264.mkv',
			'Saturday Matinee',
			'hd',
			{ inside: ['en', 'de'] }
		),
		entry('Saturday Matinee (2019)/Saturday.Matinee.S01E03.1080p.WEB.h264.mkv', 'Saturday Matinee', 'hd'),
		entry('Saturday Matinee (2019)/Saturday.Matinee.S01E04-E05.1080p.WEB.h264.mkv', 'Saturday Matinee', 'hd'),
		...row(
			1,
			6,
			(n) => `Night Shift at the Bijou/Season 1/Night Shift at the Bijou - S01E${two(n)} - 1080p.mkv`,
			'Night Shift at the Bijou',
			'hd'
		),
		...row(
			1,
			6,
			(n) => `Night Shift at the Bijou/Season 2/Night Shift at the Bijou - S02E${two(n)} - 1080p.mkv`,
			'Night Shift at the Bijou',
			'disc',
			[4]
		),
		...row(
			1,
			4,
			(n) =>
				`Night Shift at the Bijou/Season 3/Night.Shift.at.the.Bijou.S03E${two(n)}.2160p.WEB-DL.H.265.mkv`,
			'Night Shift at the Bijou',
			'uhd'
		),
		entry(
			'Night Shift at the Bijou/Specials/Night Shift at the Bijou - S00E01 - The Christmas Reel.mkv',
			'Night Shift at the Bijou',
			'hd'
		),
		entry(
			'Night Shift at the Bijou/Season 1/Night Shift at the Bijou - S01E01 - 720p.mp4',
			'Night Shift at the Bijou',
			'hd720'
		),
		...reels(born),
		...row(1, 2, (n) => `Grandmas Garden/Season 1/S01E${two(n)}.mp4`, undefined, 'hd720')
	],
	notes: {
		'bonanza/tvshow.nfo': `<?xml version="1.0" encoding="UTF-8"?>
<tvshow><title>Bonanza</title><year>1959</year><uniqueid type="tvdb" default="true">{tvdb}</uniqueid></tvshow>
`
	}
});

export const animeShelf: Root = {
	name: 'Anime',
	kind: 'series',
	seriesType: 'anime',
	entries: [
		...row(
			1,
			20,
			(n) =>
				`Lantern Town/[Dusk] Lantern Town - ${two(n)} [1080p][${(n * 7_654_321).toString(16).toUpperCase().padStart(8, '0').slice(0, 8)}].mkv`,
			'Lantern Town',
			'hd',
			[17]
		),
		...row(3, 9, (n) => `Superman (1941)/[Fleischer] Superman - ${two(n)} (480p).mkv`, 'Superman', 'old')
	],
	notes: {}
};
