import { expect, test } from 'vitest';
import { dayPart, firstName, programme, roman, type Step } from './steps.ts';

test('what is missing comes first, what is well comes last, in the order a house is built', () => {
	const step = (name: string, state: Step['state']): Step => ({
		name,
		state,
		title: name,
		said: { text: '' }
	});
	const steps = [
		step('disk', 'ready'),
		step('backup', 'degraded'),
		step('metadata', 'needs-configuration'),
		step('clients', 'needs-configuration'),
		step('root-folders', 'needs-configuration')
	];
	const names = programme(steps).map(({ name }) => name);
	expect(names).toEqual(['root-folders', 'metadata', 'clients', 'backup', 'disk']);
});

test.each([
	['2026-11-21T03:00:00Z', 'UTC', 'night'],
	['2026-11-21T03:00:00Z', 'Asia/Tokyo', 'afternoon'],
	['2026-11-21T23:30:00Z', 'Europe/Berlin', 'night'],
	['2026-11-21T06:00:00Z', 'Europe/Berlin', 'morning'],
	['2026-11-21T18:00:00Z', 'UTC', 'evening']
])('%s in %s is %s', (moment, zone, part) => {
	expect(dayPart(Date.parse(moment), zone)).toBe(part);
});

test.each([
	[1, 'I'],
	[4, 'IV'],
	[9, 'IX'],
	[14, 'XIV'],
	[38, 'XXXVIII']
])('%d is written %s', (number, text) => {
	expect(roman(number)).toBe(text);
});

test.each([
	['Lara Winter', 'Lara'],
	['  admin ', 'Admin'],
	['李', '李']
])('%s is greeted as %s', (name, greeted) => {
	expect(firstName(name)).toBe(greeted);
});
