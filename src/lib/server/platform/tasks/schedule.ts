import { parseDuration } from '#core/text/duration.ts';
import { invalid } from '../errors.ts';
import type { Schedule, TaskDefinition } from '../tasks.ts';
import { cronFault, nextCron } from './cron.ts';

const second = 1_000;
const minute = 60 * second;
const yearMs = 366 * 86_400_000;

/** A run later than this was slept through rather than delayed. */
export const lateAfterMs = minute;
const longestJitterMs = 5 * minute;
const cronJitterMs = 30 * second;

export function defaultSchedule({ id, every, cron }: TaskDefinition): Schedule {
	if (every) return checked({ every });
	if (cron) return checked({ cron });
	throw new Error(`Task ${id} has neither "every" nor "cron"`);
}

/** Refuses what would never, or always, run. */
export function checked(schedule: Schedule): Schedule {
	if ('every' in schedule) {
		const ms = parseDuration(schedule.every);
		if (ms === undefined || ms < 5 * second || ms > yearMs) {
			throw fault('every', 'Give a span from 5s to a year, such as 15m, 6h or 1d.');
		}
		return { every: schedule.every.trim() };
	}
	const wrong = cronFault(schedule.cron);
	if (wrong) throw fault('cron', wrong);
	const zone = schedule.timeZone?.trim();
	if (zone && !isZone(zone)) throw fault('timeZone', `There is no time zone ${zone}.`);
	if (nextCron(schedule.cron, 'UTC', Date.UTC(2026, 0, 1)) === undefined) {
		throw fault('cron', 'This day never comes.');
	}
	return { cron: schedule.cron.trim(), ...(zone && { timeZone: zone }) };
}

export interface Clock {
	now: number;
	timeZone: string;
	random: () => number;
}

/** The run after one that starts now. Jitter keeps tasks with the same span from marching in step. */
export function nextRun(schedule: Schedule, { now, timeZone, random }: Clock): number {
	if ('every' in schedule) {
		const every = parseDuration(schedule.every)!;
		return now + every + Math.floor(random() * Math.min(every / 10, longestJitterMs));
	}
	const at = nextCron(schedule.cron, schedule.timeZone ?? timeZone, now)!;
	return at + Math.floor(random() * Math.min((at - now) / 10, cronJitterMs));
}

/** The very first run: soon for spans, a little apart from the others; at its hour for cron. */
export function firstRun(schedule: Schedule, startsAfter: string | undefined, clock: Clock): number {
	if (startsAfter) return clock.now + parseDuration(startsAfter)!;
	if ('cron' in schedule) return nextRun(schedule, clock);
	const spread = Math.min(parseDuration(schedule.every)!, 2 * minute);
	return clock.now + Math.floor((0.1 + 0.9 * clock.random()) * spread);
}

/** A stored moment can be too far away: the schedule got shorter, or the clock went back. */
export function noLaterThan(schedule: Schedule, storedAt: number, clock: Clock): number {
	const latest = nextRun(schedule, { ...clock, random: () => 1 });
	return storedAt > latest ? nextRun(schedule, clock) : storedAt;
}

function isZone(timeZone: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
	} catch {
		return false;
	}
}

const fault = (path: string, message: string) => invalid(message, [{ path, message }]);
