import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cronFault, nextCron } from './cron.ts';
import { wallOf } from './zone.ts';

const at = (iso: string) => Date.parse(iso);
const next = (expression: string, zone: string, from: string) =>
	new Date(nextCron(expression, zone, at(from))!).toISOString().replace('.000', '');

test.each([
	['0 3 * * *', 'UTC', '2026-01-01T12:00:00Z', '2026-01-02T03:00:00Z'],
	['0 3 * * *', 'Europe/Berlin', '2026-01-01T12:00:00Z', '2026-01-02T02:00:00Z'],
	['0 3 * * *', 'Europe/Berlin', '2026-07-01T12:00:00Z', '2026-07-02T01:00:00Z'],
	['*/15 * * * *', 'UTC', '2026-01-01T12:00:00Z', '2026-01-01T12:15:00Z'],
	['30 * * * * *', 'UTC', '2026-01-01T12:00:31Z', '2026-01-01T12:01:30Z'],
	['0 0 * * 1', 'Asia/Tokyo', '2026-01-01T00:00:00Z', '2026-01-04T15:00:00Z'],
	['0 0 L * *', 'UTC', '2026-02-10T00:00:00Z', '2026-02-28T00:00:00Z'],
	['0 0 29 2 *', 'UTC', '2026-03-01T00:00:00Z', '2028-02-29T00:00:00Z'],
	['45 23 31 12 *', 'Pacific/Auckland', '2026-06-01T00:00:00Z', '2026-12-31T10:45:00Z'],
	// Spring leaves out 02:30 in Berlin: an hour later on the wall, so that the night is not skipped.
	['30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00Z'],
	// Autumn has 02:30 twice: the first counts, the second is no further run.
	['30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z'],
	['30 2 * * *', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
	// "Every half hour" goes on through the repeated hour.
	['*/30 * * * *', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z'],
	['*/30 * * * *', 'Europe/Berlin', '2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z']
])('%s in %s after %s comes at %s', (expression, zone, from, expected) => {
	expect(next(expression, zone, from)).toBe(expected);
});

test('what never comes is undefined', () => {
	expect(nextCron('0 0 L-29 2 *', 'UTC', at('2026-01-01T00:00:00Z'))).toBeUndefined();
});

test('the next moment is later, and the wall shows what was asked, in every zone', () => {
	const zones = [
		'UTC',
		'Europe/Berlin',
		'America/St_Johns',
		'Australia/Lord_Howe',
		'Asia/Kathmandu',
		'Africa/Cairo'
	];
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 59 }),
			fc.integer({ min: 4, max: 22 }),
			fc.constantFrom(...zones),
			fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
			(minute, hour, zone, from) => {
				const found = nextCron(`${minute} ${hour} * * *`, zone, from)!;
				expect(found).toBeGreaterThan(from);
				expect(found - from).toBeLessThanOrEqual(25 * 3_600_000);
				expect(wallOf(found, zone)).toMatchObject({ hour, minute, second: 0 });
			}
		)
	);
});

test('a wrong expression is explained', () => {
	expect(cronFault('0 3 * * *')).toBeUndefined();
	expect(cronFault('0 25 * * *')).toBe('"25" is no hour.');
	expect(cronFault('whenever')).toMatch(/five fields/);
});
