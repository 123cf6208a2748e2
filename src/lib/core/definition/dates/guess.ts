import { lower, trim } from '../text.ts';
import { dayNames, localTime, monthNames, parseByFormat, toTime, type TimeParts } from './net-format.ts';
import { parseAgo } from './relative.ts';

const dayMs = 86_400_000;
const exactFormat = "ddd, dd MMM yyyy HH':'mm':'ss z";
const two = (value: number) => String(value).padStart(2, '0');
const title = (name: string, length: number) => name[0]!.toUpperCase() + name.slice(1, length);

/** How a date goes from a filter to the `date` field: in UTC, so that no minutes of an offset are lost. */
export function timeText(time: number): string {
	const date = new Date(time);
	const [weekday, month] = [dayNames[date.getUTCDay()]!, monthNames[date.getUTCMonth()]!];
	const year = String(date.getUTCFullYear()).padStart(4, '0');
	const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
	return `${title(weekday, 3)}, ${two(date.getUTCDate())} ${title(month, 3)} ${year} ${clock} +0`;
}

/** Reads a date the way people and sites write it, in the order the format prescribes. */
export function guessTime(text: string, now: number): number {
	const wanted = trim(text);
	for (const guess of guesses) {
		const time = guess(wanted, now);
		if (time !== undefined) return time;
	}
	throw new Error(`${JSON.stringify(text.slice(0, 60))} is not a date`);
}

type Guess = (text: string, now: number) => number | undefined;

const guesses: Guess[] = [
	(text, now) => timeOf(parseByFormat(text, exactFormat), now),
	(text) => (/^\d+$/.test(text) ? unixTime(text) : undefined),
	(text, now) => (lower(text).includes('now') ? now : undefined),
	(text, now) => (/\bago\b/i.test(text) ? parseAgo(text, now) : undefined),
	nearDay,
	lastWeekday,
	withoutYear,
	anywhere,
	clockOnly
];

const timeOf = (parts: TimeParts | undefined, now: number) => (parts ? toTime(parts, now) : undefined);

function unixTime(digits: string): number {
	const time = Number(digits) * 1000;
	if (time > 8.64e15) throw new Error(`${JSON.stringify(digits)} is not a date`);
	return time;
}

/** Letters right behind take part of the time away: `T10:20:30Z` is read as 10:20, as the reference engines do. */
const clockPattern = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap]m))?(?!\w)/i;

function clockParts(match: RegExpExecArray | null): TimeParts {
	if (!match) return {};
	const [, hour, minute, second = '0', half] = match;
	const time = { minute: Number(minute), second: Number(second) };
	return half ? { ...time, hour12: Number(hour), pm: /p/i.test(half) } : { ...time, hour: Number(hour) };
}

function dayParts(time: number): TimeParts {
	const date = new Date(time);
	return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

const nearDays: Record<string, number> = { today: 0, yesterday: -1, tomorrow: 1 };

function nearDay(text: string, now: number): number | undefined {
	const match = /\b(today|yesterday|tomorrow)\b/i.exec(text);
	if (!match) return undefined;
	const date = new Date(now);
	const wall = new Date(
		Date.UTC(date.getFullYear(), date.getMonth(), date.getDate() + nearDays[match[1]!.toLowerCase()]!)
	);
	const rest = text.slice(match.index + match[0].length);
	return timeOf({ ...dayParts(localTime(wall)), ...clockParts(clockPattern.exec(rest)) }, now);
}

function lastWeekday(text: string, now: number): number | undefined {
	const match = /\b(sun|mon|tues|wednes|thurs|fri|satur)day\s+at\s+(.*)/i.exec(text);
	const clock = match && clockPattern.exec(match[2]!);
	if (!match || !clock) return undefined;
	const wanted = dayNames.indexOf(`${match[1]!.toLowerCase()}day`);
	const daysBack = (new Date(now).getDay() - wanted + 7) % 7;
	return timeOf({ ...dayParts(now - daysBack * dayMs), ...clockParts(clock) }, now);
}

/** `03-25 10:20` and `5 Mar 10:20`: this year, or the last one if that were yet to come. */
function withoutYear(text: string, now: number): number | undefined {
	const numbers = /^(\d{1,2})-(\d{1,2})(?=\s|$)(.*)$/s.exec(text);
	const named = /^(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{1,2}:\d{2}.*)$/i.exec(text);
	const month = named ? monthIndex(named[2]!) : Number(numbers?.[1]);
	const day = Number(named?.[1] ?? numbers?.[2]);
	if (!month || !day) return undefined;
	const clock = clockParts(clockPattern.exec((named?.[3] ?? numbers?.[3])!));
	return toTime({ month, day, ...clock }, now);
}

function monthIndex(name: string): number {
	const short = name.toLowerCase();
	return short.length < 3
		? 0
		: monthNames.findIndex((month) => month.startsWith(short) || short.startsWith(month.slice(0, 3))) + 1;
}

const months = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ordinal = '(?<day>\\d{1,2})(?:-?(?:st|nd|rd|th))?';
const datePatterns = [
	/(?<!\d)(?<month>\d{1,2})\s*[/.\\]\s*(?<day>\d{1,2})\s*[/.\\]\s*(?<year>\d{4}|\d{2})(?!\d)/,
	/(?<!\d)(?<year>\d{4}|\d{2})\s*-\s*(?<month>\d{1,2})\s*-\s*(?<day>\d{1,2})(?!\d)/,
	new RegExp(`(?<![\\d\\w])${months}\\s+${ordinal}\\s*,?\\s*(?<year>\\d{4})(?![\\d\\w])`, 'i'),
	new RegExp(
		`(?<![\\d\\w:])${ordinal}(?:\\s+|-)(?:of\\s+)?${months}(?:\\s*,?\\s*|-)'?(?<year>\\d{4}|\\d{2})(?![\\d\\w:])`,
		'i'
	),
	new RegExp(`(?<![\\d\\w])(?<year>\\d{4})(?:\\s+|-)${months}(?:\\s+|-)${ordinal}(?![\\d\\w])`, 'i'),
	new RegExp(
		`(?<![\\d\\w])${months}\\s+${ordinal}\\s+[\\d:]+\\s+(?:[a-z]{2,4}\\s+)?(?<year>\\d{4})(?![\\d\\w])`,
		'i'
	),
	new RegExp(`(?<![\\d\\w])${months}\\s+${ordinal}(?![\\d\\w])`, 'i')
];

/** Any date in the text, with a time beside it. Zones are not looked at, slashes put the month first. */
function anywhere(text: string, now: number): number | undefined {
	for (const pattern of datePatterns) {
		const match = pattern.exec(text);
		if (!match) continue;
		const { year, month = '', day } = match.groups as Record<string, string | undefined>;
		const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
		const clock = clockParts(clockPattern.exec(pattern.source.includes('[\\d:]+') ? text : rest));
		const parts = { month: Number(month) || monthIndex(month), day: Number(day), ...clock };
		if (year === undefined) return toTime(parts, now);
		const time = toTime({ ...parts, year: fullYear(year) }, now);
		if (time !== undefined) return time;
	}
	return undefined;
}

/** `12:25am`: today. */
function clockOnly(text: string, now: number): number | undefined {
	const clock = clockPattern.exec(text);
	return clock ? timeOf({ ...dayParts(now), ...clockParts(clock) }, now) : undefined;
}

function fullYear(digits: string): number {
	const year = Number(digits);
	return digits.length > 2 ? year : year > 30 ? 1900 + year : 2000 + year;
}
