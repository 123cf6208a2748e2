/** Which episodes of a series that is added are looked for, as Sonarr has it. */
export const monitorChoices = [
	'all',
	'future',
	'recent',
	'pilot',
	'first-season',
	'last-season',
	'none'
] as const;
export type MonitorChoice = (typeof monitorChoices)[number];

interface Dated {
	seasonNumber: number;
	number: number;
	airDate: string | null;
}

const recentDays = 90;

const daysBefore = (today: string, days: number) =>
	new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** Specials are never looked for unasked. An episode without a date is still to come. */
export function monitoredBy(choice: MonitorChoice, episodes: readonly Dated[], today: string) {
	const numbers = episodes.map(({ seasonNumber }) => seasonNumber).filter((number) => number > 0);
	const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
	const since = (day: string) => (episode: Dated) => episode.airDate === null || episode.airDate >= day;
	const tests: Record<MonitorChoice, (episode: Dated) => boolean> = {
		all: () => true,
		future: since(today),
		recent: since(daysBefore(today, recentDays)),
		pilot: ({ seasonNumber, number }) => seasonNumber === first && number === 1,
		'first-season': ({ seasonNumber }) => seasonNumber === first,
		'last-season': ({ seasonNumber }) => seasonNumber === last,
		none: () => false
	};
	return (episode: Dated) => episode.seasonNumber > 0 && tests[choice](episode);
}

/** Whether episodes that are announced later are looked for as well. */
export const monitorsNew = (choice: MonitorChoice): boolean =>
	['all', 'future', 'recent', 'last-season'].includes(choice);
