import { describe, expect, test } from 'vitest';
import { fromGoLayout } from './go-layout.ts';
import { guessTime, timeText } from './guess.ts';
import { parseByFormat, toTime } from './net-format.ts';
import { parseAgo } from './relative.ts';

/** Wednesday, the 12th of June 2024, noon local time. */
const now = new Date(2024, 5, 12, 12, 0, 0).getTime();
const local = (...parts: [number, number, number, number?, number?, number?]) =>
	new Date(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0).getTime();
const minute = 60_000;
const day = 86_400_000;

describe('.NET formats', () => {
	test.each([
		['2024-03-05 07:08:09', 'yyyy-MM-dd HH:mm:ss', local(2024, 3, 5, 7, 8, 9)],
		['2024-03-0507:08:09', 'yyyy-MM-ddHH:mm:ss', local(2024, 3, 5, 7, 8, 9)],
		['05/03/2024 07:08:09 +05:30', 'dd/MM/yyyy HH:mm:ss zzz', Date.UTC(2024, 2, 5, 1, 38, 9)],
		['5 mar 24 1:02PM', 'd MMM yy h:mmtt', local(2024, 3, 5, 13, 2)],
		['Tuesday, 5. March 2024', 'dddd, d. MMMM yyyy', local(2024, 3, 5)],
		['12:05 AM', 'h:mm tt', local(2024, 6, 12, 0, 5)],
		['24/Feb/99', "dd'/'MMM'/'yy", local(1999, 2, 24)],
		['2024-03-05T10:20:30.1234567Z', 'yyyy-MM-ddTHH:mm:ss.FFFFFFFK', Date.UTC(2024, 2, 5, 10, 20, 30)],
		['31 Dec', 'd MMM', local(2023, 12, 31)],
		['1 Feb', 'd MMM', local(2024, 2, 1)]
	])('%s by %s', (text, format, wanted) => expect(toTime(parseByFormat(text, format)!, now)).toBe(wanted));

	test.each([
		['5/03/2024', 'dd/MM/yyyy'],
		['2024-13-01', 'yyyy-MM-dd'],
		['2024-03-05 ', 'yyyy-MM-dd'],
		['25:00', 'HH:mm'],
		['Marc 5', 'MMM d']
	])('%s does not fit %s', (text, format) => expect(parseByFormat(text, format)).toBeUndefined());

	test('the day must exist, and the weekday be right', () => {
		expect(toTime(parseByFormat('30.02.2024', 'dd.MM.yyyy')!, now)).toBeUndefined();
		expect(toTime(parseByFormat('Mon 05.03.2024', 'ddd dd.MM.yyyy')!, now)).toBeUndefined();
	});
});

test.each([
	['Mon Jan 2 15:04:05 2006', 'ddd MMM d HH:mm:ss yyyy'],
	['02/01/06 3:04 PM', 'dd/MM/yy h:mm tt'],
	['2006-01-02T15:04:05-07:00', 'yyyy-MM-ddTHH:mm:sszzz'],
	['Monday, 2 January 2006', 'dddd, d MMMM yyyy'],
	['15:04:05.000', 'HH:mm:ss.fff']
])('Go layout %s', (layout, wanted) => expect(fromGoLayout(layout)).toBe(wanted));

test.each([
	['2 hours ago', 120 * minute],
	['1 day, 3 hrs and 5 min', day + 185 * minute],
	['3mo 2w', 104 * day],
	['1.5 years', 547.5 * day],
	['an hour ago', 0],
	['just now', 0]
])('ago: %s', (text, past) => expect(parseAgo(text, now)).toBe(now - past));
test('unknown units are refused', () => expect(() => parseAgo('5 moons ago', now)).toThrow('unit'));

describe('guesses', () => {
	test.each([
		['1718186400', 1718186400000],
		['unknown', now],
		['5 minutes ago', now - 5 * minute],
		['Today, 10:30', local(2024, 6, 12, 10, 30)],
		['yesterday at 11:05 PM', local(2024, 6, 11, 23, 5)],
		['Tomorrow', local(2024, 6, 13)],
		['Tuesday at 08:15', local(2024, 6, 11, 8, 15)],
		['Wednesday at 18:15', local(2024, 6, 12, 18, 15)],
		['05-31 22:10', local(2024, 5, 31, 22, 10)],
		['12-31 22:10', local(2023, 12, 31, 22, 10)],
		['7 Mar 9:05', local(2024, 3, 7, 9, 5)],
		['3/5/2024 10:20 pm', local(2024, 3, 5, 22, 20)],
		['added 2024-03-05 at 10:20:30', local(2024, 3, 5, 10, 20, 30)],
		['Mar 5th, 2024', local(2024, 3, 5)],
		["5th of March '24", local(2024, 3, 5)],
		['2024-03-05T10:20:30Z', local(2024, 3, 5, 10, 20)],
		['Tue, 05 Mar 2024 10:20:30 +0300', local(2024, 3, 5, 10, 20, 30)],
		['12:25am', local(2024, 6, 12, 0, 25)]
	])('%s', (text, wanted) => expect(guessTime(text, now)).toBe(wanted));

	test('reads what filters write, to the second', () => {
		const time = Date.UTC(2024, 1, 29, 23, 59, 58);
		expect(timeText(time)).toBe('Thu, 29 Feb 2024 23:59:58 +0');
		expect(guessTime(timeText(time), now)).toBe(time);
	});
	test.each([['never'], [''], ['99999999999999999999']])('%j is no date', (text) => {
		expect(() => guessTime(text, now)).toThrow('is not a date');
	});
});
