import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';

export const logFileName = /^bijou\.(\d{4}-\d{2}-\d{2})\.(\d+)\.log$/;

interface RollingFileOptions {
	maxBytes?: number;
	/** So many files stay, the one in use included. */
	keep?: number;
	now?: () => number;
}

interface Place {
	day: string;
	number: number;
}

/** A file a day, and the next when it is full; the oldest go. The first line of a new day moves on, no timer. */
export function rollingFile(
	dir: string,
	{ maxBytes = 10 * 1024 * 1024, keep = 14, now = Date.now }: RollingFileOptions = {}
) {
	mkdirSync(dir, { recursive: true });
	let place = newestOf(dir, dayOf(now()));
	let size = statSync(pathOf(dir, place), { throwIfNoEntry: false })?.size ?? 0;
	let midnight = nextMidnight(now());
	const file = pino.destination({
		dest: pathOf(dir, place),
		mode: 0o600,
		sync: false,
		maxLength: 4 * 1024 * 1024
	});

	function moveOn(day: string) {
		place = { day, number: day === place.day ? place.number + 1 : 1 };
		size = 0;
		midnight = nextMidnight(now());
		file.reopen(pathOf(dir, place));
		const others = filesIn(dir).filter((other) => other.day !== place.day || other.number !== place.number);
		for (const old of others.slice(0, Math.max(0, others.length + 1 - keep)))
			rmSync(pathOf(dir, old), { force: true });
	}

	return {
		write(line: string) {
			if (now() >= midnight || size >= maxBytes) moveOn(dayOf(now()));
			size += Buffer.byteLength(line);
			return file.write(line);
		},
		end: () => file.end(),
		on: file.on.bind(file),
		once: file.once.bind(file)
	};
}

const pathOf = (dir: string, { day, number }: Place) => join(dir, `bijou.${day}.${number}.log`);

/** Oldest first. */
const filesIn = (dir: string): Place[] =>
	readdirSync(dir)
		.flatMap((name) => {
			const [, day, number] = logFileName.exec(name) ?? [];
			return day ? [{ day, number: Number(number) }] : [];
		})
		.sort((a, b) => a.day.localeCompare(b.day) || a.number - b.number);

const newestOf = (dir: string, day: string): Place =>
	filesIn(dir).findLast((place) => place.day === day) ?? { day, number: 1 };

/** The day on the wall, not in Greenwich. */
function dayOf(time: number): string {
	const date = new Date(time);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const nextMidnight = (time: number): number => new Date(time).setHours(24, 0, 0, 0);
