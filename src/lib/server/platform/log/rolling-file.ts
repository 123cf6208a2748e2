import { fstatSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lineWriter } from './line-writer.ts';
import type { LineWriter } from './line-writer.ts';

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
): LineWriter {
	mkdirSync(dir, { recursive: true });
	const closing = new Set<Promise<void> | undefined>();
	let place = newestOf(dir, dayOf(now()));
	let size = 0;
	let midnight = 0;
	let file: LineWriter | undefined;

	function open() {
		mkdirSync(dir, { recursive: true });
		const fd = openSync(pathOf(dir, place), 'a', 0o600);
		const earlier = file?.end().finally(() => closing.delete(earlier));
		closing.add(earlier);
		size = fstatSync(fd).size;
		file = lineWriter(fd);
		const others = filesIn(dir).filter((other) => other.day !== place.day || other.number !== place.number);
		for (const old of others.slice(0, Math.max(0, others.length + 1 - keep)))
			rmSync(pathOf(dir, old), { force: true });
	}

	function moveTo(next: Place) {
		[place, size, midnight] = [next, 0, nextMidnight(now())];
		try {
			open();
		} catch {
			// A folder that went away or may not be written: the log goes on where it was, and tries the next file in time.
		}
	}

	moveTo(place);
	return {
		write(line) {
			if (now() >= midnight || size >= maxBytes) moveTo(after(place, dayOf(now())));
			size += Buffer.byteLength(line);
			file?.write(line);
		},
		async end() {
			await Promise.all([...closing, file?.end()]);
		}
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

const after = ({ day, number }: Place, today: string): Place => ({
	day: today,
	number: today === day ? number + 1 : 1
});

/** The day on the wall, not in Greenwich. */
function dayOf(time: number): string {
	const date = new Date(time);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const nextMidnight = (time: number): number => new Date(time).setHours(24, 0, 0, 0);
