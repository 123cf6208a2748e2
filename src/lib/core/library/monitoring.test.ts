import { expect, test } from 'vitest';
import { monitorChoices, monitoredBy, monitorsNew, type MonitorChoice } from './monitoring.ts';

const episode = (code: string, airDate: string | null) => {
	const [seasonNumber = 0, number = 0] = code.split('.').map(Number);
	return { seasonNumber, number, airDate };
};
const episodes = [
	episode('0.1', '2020-01-01'),
	episode('1.1', '2024-01-01'),
	episode('1.2', '2024-01-08'),
	episode('2.1', '2026-05-01'),
	episode('2.2', '2026-06-20'),
	episode('2.3', null)
];

test.each<[MonitorChoice, string[]]>([
	['all', ['1.1', '1.2', '2.1', '2.2', '2.3']],
	['future', ['2.2', '2.3']],
	['recent', ['2.1', '2.2', '2.3']],
	['pilot', ['1.1']],
	['first-season', ['1.1', '1.2']],
	['last-season', ['2.1', '2.2', '2.3']],
	['none', []]
])('%s looks for %j', (choice, expected) => {
	const isMonitored = monitoredBy(choice, episodes, '2026-06-15');
	expect(episodes.filter(isMonitored).map((each) => `${each.seasonNumber}.${each.number}`)).toEqual(expected);
});

test('what is content with the past does not look for what comes', () => {
	expect(monitorChoices.filter((choice) => !monitorsNew(choice))).toEqual(['pilot', 'first-season', 'none']);
	expect(monitoredBy('first-season', [], '2026-06-15')(episode('1.1', null))).toBe(false);
});
