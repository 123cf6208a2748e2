import type { Show } from './fact.ts';
import { dayAfter, dayMs, show } from './show.ts';

const madeUp = 'Made up for this demo.';
const titlesOf = (text: string) => text.trim().split(/\s*\n\s*/);

/** Shows that run at the Bijou itself: their dates move with today, so that calendars always have something to show. */
export function houseShows(today: string, born: string): Show[] {
	return [lanternTown(today), nightShift(today), eveningReel(today, born), matinee()];
}

/** Numbered through over its seasons, as anime is. */
const lanternTown = (today: string) => {
	const second = dayAfter(today, -7 * 9);
	return show({
		title: 'Lantern Town',
		original: '提灯の町',
		language: 'ja',
		country: 'JP',
		date: dayAfter(second, -364),
		minutes: 24,
		genres: 'Animation, Sci-Fi & Fantasy, Mystery',
		studio: 'Bijou TV',
		fame: 65,
		cast: 'Hana Mori = Akari; Ren Aoki = The Lamplighter',
		aliases: { JP: '提灯の町', US: 'Chochin no Machi', DE: 'Laternenstadt' },
		running: true,
		overview: `Every lantern in the town holds a night that somebody has forgotten. Akari lights them again, one after another. ${madeUp}`,
		seasons: [
			{
				number: 1,
				dates: { from: dayAfter(second, -364), everyDays: 7 },
				titles: titlesOf(`The First Light
				Paper and Wire
				The Street That Was Not There
				Rain on the Roof of the Bathhouse
				A Letter for Nobody
				The Clockmaker's Cat
				Seven Steps Down
				The Night Market
				What the River Keeps
				Ash
				The Lamplighter's Name
				Morning`)
			},
			{
				number: 2,
				dates: { from: second, everyDays: 7 },
				titles: titlesOf(`The Second Town
				Glass
				A Visitor with No Shadow
				The Ferry
				Moth Season
				The House of Doors
				Snow in the Projector
				The Other Akari
				Festival
				The Bridge at Noon
				Wick
				The Last Oil
				Every Window`)
			}
		],
		orders: (episodes) => [{ name: 'Absolute', type: 2, groups: [{ name: 'All', episodes }] }]
	});
};

/** Weekly, with specials, one that has just been shown and one to come. */
const nightShift = (today: string) => {
	const third = dayAfter(today, -7 * 4 - 2);
	return show({
		title: 'Night Shift at the Bijou',
		country: 'GB',
		date: dayAfter(third, -728),
		minutes: 42,
		genres: 'Comedy, Mystery',
		studio: 'Bijou TV',
		fame: 60,
		running: true,
		by: 'Ada Vale',
		cast: 'Edith Crane = Mrs. Pell; Tom Hollis = Rudy; Amara Diallo = Inspector Wick',
		certification: 'TV-PG',
		overview: `The projectionist, the usherette and the ghost in row F solve what the police of a small seaside town cannot. ${madeUp}`,
		seasons: [
			{
				number: 0,
				dates: [dayAfter(third, -500), dayAfter(third, -130)],
				minutes: 60,
				titles: ['The Christmas Reel', 'Behind the Screen']
			},
			{
				number: 1,
				dates: { from: dayAfter(third, -728), everyDays: 7 },
				titles: [
					'Row F',
					'The Missing Reel',
					'Ice Cream Lady',
					'A Seat in the Dark',
					'House Lights',
					'Curtain'
				]
			},
			{
				number: 2,
				dates: { from: dayAfter(third, -364), everyDays: 7 },
				titles: [
					'Nitrate',
					'The Organ Plays Itself',
					'Double Feature',
					'The Man in the Balcony',
					'Intermission',
					'Change-over'
				]
			},
			{
				number: 3,
				dates: { from: third, everyDays: 7 },
				titles: [
					'Coming Attractions',
					'The Wrong Print',
					'Matinée',
					'Standing Room',
					'Lost Property',
					'No Exit',
					'The Last Usher',
					'Fade to Black'
				]
			}
		]
	});
};

/** Every evening: known by its dates. */
const eveningReel = (today: string, born: string) => {
	const first = dayAfter(born, -20);
	const days = Math.round((Date.parse(today) - Date.parse(first)) / dayMs) + 7;
	const dates = Array.from({ length: days }, (_, day) => dayAfter(first, day));
	const seasons = [...Map.groupBy(dates, (date) => Number(date.slice(0, 4)))].map(([number, own]) => ({
		number,
		dates: own,
		titles: own.map(
			(date) =>
				`The reel of ${new Date(Date.parse(date)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })}`
		)
	}));
	return show({
		title: 'The Evening Reel',
		country: 'GB',
		date: first,
		minutes: 30,
		genres: 'Talk, News',
		studio: 'Bijou TV',
		fame: 30,
		running: true,
		cast: 'Clara Bright = Herself',
		overview: `Ten minutes of newsreel, ten of talk, ten of music, at half past seven. ${madeUp}`,
		seasons
	});
};

/** Ended, with an episode that fills two numbers on disc. */
const matinee = () =>
	show({
		title: 'Saturday Matinee',
		country: 'AU',
		date: '2019-03-02',
		minutes: 22,
		genres: 'Kids, Comedy, Animation',
		studio: 'Bijou TV',
		fame: 25,
		cast: 'Polly Finch = Dot; Sam Reyes = Captain Spool',
		overview: `Dot and Captain Spool repair old films from the inside, and get lost in most of them. ${madeUp}`,
		seasons: [
			{
				number: 1,
				dates: { from: '2019-03-02', everyDays: 7 },
				titles: [
					'Lost in the Western, Part 1',
					'Lost in the Western, Part 2',
					'The Silent Treatment',
					'A Scratch in Time',
					'Cliffhanger'
				]
			}
		]
	});
