interface Wall {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
}

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});
	formats.set(timeZone, format);
	return format;
}

export function wallOf(at: number, timeZone: string): Wall {
	const parts = Object.fromEntries(
		formatOf(timeZone)
			.formatToParts(at)
			.map(({ type, value }) => [type, Number(value)])
	);
	return parts as unknown as Wall;
}

const asUtc = ({ year, month, day, hour, minute, second }: Wall) =>
	Date.UTC(year, month - 1, day, hour, minute, second);

const offsetAt = (at: number, timeZone: string) =>
	asUtc(wallOf(at, timeZone)) - Math.floor(at / 1_000) * 1_000;

/**
 * The moments at which the clock on the wall shows this: two in the hour that repeats in autumn. A time that spring
 * leaves out counts as the same distance after the jump, so that a nightly run is never lost.
 */
export function momentsOf(wall: Wall, timeZone: string): number[] {
	const utc = asUtc(wall);
	const offsets = [offsetAt(utc - dayMs, timeZone), offsetAt(utc + dayMs, timeZone)];
	const moments = [...new Set(offsets.map((offset) => utc - offset))].filter(
		(at) => utc - at === offsetAt(at, timeZone)
	);
	return moments.length > 0 ? moments.toSorted((a, b) => a - b) : [utc - offsets[0]!];
}
