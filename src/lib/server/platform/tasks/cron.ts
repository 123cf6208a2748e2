import { createTask, parse, validateDetailed } from 'node-cron';
import { momentsOf, wallOf } from './zone.ts';

const dayMs = 86_400_000;
/** 29 February on a Monday comes every 28 years; nobody plans further. */
const horizonDays = 366 * 28;

interface Cron {
	hours: number[];
	minutes: number[];
	seconds: number[];
	isDay(utcNoon: number): boolean;
}

const crons = new Map<string, Cron>();

/** What is wrong with an expression, in words; undefined when nothing is. */
export function cronFault(expression: string): string | undefined {
	const { valid, errors } = validateDetailed(expression);
	if (valid) return undefined;
	const [first] = errors;
	if (!first || first.field === 'expression') return 'Give five fields: minute, hour, day, month, weekday.';
	return `"${first.value}" is no ${fieldNames[first.field] ?? first.field}.`;
}

const fieldNames: Record<string, string> = { dayOfMonth: 'day of the month', dayOfWeek: 'weekday' };

/** The first moment after `after` at which the expression holds in that time zone; undefined when there is none. */
export function nextCron(expression: string, timeZone: string, after: number): number | undefined {
	const cron = compile(expression);
	const { year, month, day } = wallOf(after, timeZone);
	const firstNoon = Date.UTC(year, month - 1, day, 12);
	for (let days = 0; days <= horizonDays; days++) {
		const noon = firstNoon + days * dayMs;
		if (!cron.isDay(noon)) continue;
		const found = momentOnDay(cron, new Date(noon), timeZone, after);
		if (found !== undefined) return found;
	}
	return undefined;
}

function momentOnDay(cron: Cron, date: Date, timeZone: string, after: number): number | undefined {
	const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
	const everyHour = cron.hours.length === 24;
	let earliest: number | undefined;
	for (const hour of cron.hours) {
		for (const minute of cron.minutes) {
			for (const second of cron.seconds) {
				const moments = momentsOf({ ...day, hour, minute, second }, timeZone);
				// "Every few minutes" goes on through the hour that autumn repeats; "at 2:30" means once.
				for (const at of everyHour ? moments : moments.slice(0, 1)) {
					if (at > after && (earliest === undefined || at < earliest)) earliest = at;
				}
				if (earliest !== undefined && !everyHour) return earliest;
			}
		}
		if (earliest !== undefined && !isRepeated(cron, day, hour, timeZone)) return earliest;
	}
	return earliest;
}

type Day = { year: number; month: number; day: number };

const isRepeated = (cron: Cron, day: Day, hour: number, timeZone: string) =>
	momentsOf({ ...day, hour, minute: cron.minutes[0]!, second: 0 }, timeZone).length > 1;

function compile(expression: string): Cron {
	const known = crons.get(expression);
	if (known) return known;
	const { hour, minute, second } = parse(expression);
	const daysOnly = expression.trim().split(/\s+/).slice(-3).join(' ');
	const task = createTask(`0 0 12 ${daysOnly}`, () => undefined, { timezone: 'UTC' });
	void task.destroy();
	const cron = {
		hours: sorted(hour),
		minutes: sorted(minute),
		seconds: sorted(second),
		isDay: (utcNoon: number) => task.match(new Date(utcNoon))
	};
	crons.set(expression, cron);
	return cron;
}

const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b);
