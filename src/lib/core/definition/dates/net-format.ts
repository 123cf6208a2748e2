/** Times with the parts that were written; what is missing is filled in by `toTime`. */
export interface TimeParts {
	year?: number;
	month?: number;
	day?: number;
	weekday?: number;
	hour?: number;
	hour12?: number;
	pm?: boolean;
	minute?: number;
	second?: number;
	millisecond?: number;
	offsetMinutes?: number;
}
type Reader = (text: string, at: number, parts: TimeParts) => number;

export const monthNames = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];
export const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const miss = -1;

function digits(min: number, max: number, set: (parts: TimeParts, value: number) => void): Reader {
	return (text, at, parts) => {
		let end = at;
		while (end < at + max && text[end]! >= '0' && text[end]! <= '9') end++;
		if (end - at < min) return miss;
		set(parts, Number(text.slice(at, end)));
		return end;
	};
}

function names(
	list: string[],
	length: number | undefined,
	set: (parts: TimeParts, index: number) => void
): Reader {
	const known = list.map((name) => name.slice(0, length));
	return (text, at, parts) => {
		const rest = text.slice(at, at + 10).toLowerCase();
		const index = known.findIndex((name) => rest.startsWith(name));
		if (index < 0) return miss;
		set(parts, index);
		return at + known[index]!.length;
	};
}

function literal(wanted: string): Reader {
	return (text, at) => (text.startsWith(wanted, at) ? at + wanted.length : miss);
}

function zone(pattern: RegExp): Reader {
	return (text, at, parts) => {
		const match = pattern.exec(text.slice(at, at + 7));
		if (!match) return miss;
		const [whole, sign, hours = '0', minutes = '0'] = match;
		const total = Number(hours) * 60 + Number(minutes);
		if (total > 14 * 60) return miss;
		parts.offsetMinutes = sign === '-' ? -total : total;
		return at + whole.length;
	};
}

function fraction(count: number, exact: boolean): Reader {
	return digits(exact ? count : 0, count, () => undefined);
}

/** `.FFF`: the point may be missing with the digits. */
const optionalFraction =
	(count: number): Reader =>
	(text, at, parts) =>
		text[at] === '.' ? fraction(count, false)(text, at + 1, parts) : at;

const year = (parts: TimeParts, value: number) => (parts.year = value);
const shortYear = (parts: TimeParts, value: number) =>
	(parts.year = value < 50 ? 2000 + value : 1900 + value);
const pmLetter =
	(length: 1 | 2): Reader =>
	(text, at, parts) => {
		const mark = text.slice(at, at + length).toLowerCase();
		if (mark !== 'am'.slice(0, length) && mark !== 'pm'.slice(0, length)) return miss;
		parts.pm = mark.startsWith('p');
		return at + length;
	};

const tokens: Record<string, (count: number) => Reader> = {
	d: (count) =>
		count <= 2
			? digits(count, 2, (parts, value) => (parts.day = value))
			: names(dayNames, count === 3 ? 3 : undefined, (parts, index) => (parts.weekday = index)),
	M: (count) =>
		count <= 2
			? digits(count, 2, (parts, value) => (parts.month = value))
			: names(monthNames, count === 3 ? 3 : undefined, (parts, index) => (parts.month = index + 1)),
	y: (count) => (count <= 2 ? digits(count, 2, shortYear) : digits(count, count, year)),
	H: (count) => digits(Math.min(count, 2), 2, (parts, value) => (parts.hour = value)),
	h: (count) => digits(Math.min(count, 2), 2, (parts, value) => (parts.hour12 = value)),
	m: (count) => digits(Math.min(count, 2), 2, (parts, value) => (parts.minute = value)),
	s: (count) => digits(Math.min(count, 2), 2, (parts, value) => (parts.second = value)),
	f: (count) => fraction(count, true),
	F: (count) => fraction(count, false),
	t: (count) => pmLetter(count === 1 ? 1 : 2),
	z: (count) =>
		zone(count === 1 ? /^([+-])(\d{1,2})/ : count === 2 ? /^([+-])(\d\d)/ : /^([+-])(\d\d):?(\d\d)/),
	K: () => (text, at, parts) => {
		if (/^z/i.test(text.slice(at, at + 1))) return ((parts.offsetMinutes = 0), at + 1);
		const after = zone(/^([+-])(\d\d):?(\d\d)/)(text, at, parts);
		return after === miss ? at : after;
	}
};

const compiled = new Map<string, Reader[]>();

function compile(format: string): Reader[] {
	let readers = compiled.get(format);
	if (readers) return readers;
	readers = [];
	for (let at = 0; at < format.length;) {
		const char = format[at]!;
		if (char === "'" || char === '"') {
			const end = format.indexOf(char, at + 1);
			readers.push(literal(format.slice(at + 1, end < 0 ? undefined : end)));
			at = end < 0 ? format.length : end + 1;
		} else if (char === '\\') {
			readers.push(literal(format[at + 1] ?? ''));
			at += 2;
		} else if (char === '%') at++;
		else if (char === '.' && format[at + 1] === 'F') {
			let count = 1;
			while (format[at + 1 + count] === 'F') count++;
			readers.push(optionalFraction(count));
			at += count + 1;
		} else {
			let count = 1;
			while (tokens[char] && char !== 'K' && format[at + count] === char) count++;
			readers.push(tokens[char]?.(count) ?? literal(char));
			at += count;
		}
	}
	compiled.set(format, readers);
	return readers;
}

/** Reads a text that fits a .NET custom format exactly. */
export function parseByFormat(text: string, format: string): TimeParts | undefined {
	const parts: TimeParts = {};
	let at = 0;
	for (const read of compile(format)) {
		at = read(text, at, parts);
		if (at === miss) return undefined;
	}
	return at === text.length && isPossible(parts) ? parts : undefined;
}

const within = (value: number | undefined, low: number, high: number) =>
	value === undefined || (value >= low && value <= high);

const isPossible = (parts: TimeParts): boolean =>
	within(parts.month, 1, 12) &&
	within(parts.day, 1, 31) &&
	within(parts.hour, 0, 23) &&
	within(parts.hour12, 1, 12) &&
	within(parts.minute, 0, 59) &&
	within(parts.second, 0, 59) &&
	fitsHalf(parts);

/** An hour of 24 beside AM or PM must lie in that half of the day. */
const fitsHalf = ({ hour, hour12, pm }: TimeParts) =>
	hour === undefined || hour12 !== undefined || pm === undefined || hour >= 12 === pm;

const dayMs = 86_400_000;

/**
 * Milliseconds since 1970. Without date it is today, without zone local time; without year it is this one, or the
 * last if that would be yet to come.
 */
export function toTime(parts: TimeParts, now: number): number | undefined {
	const time = timeInYear(parts, now);
	const guessedYear = parts.year === undefined && parts.month !== undefined;
	if (!guessedYear || (time !== undefined && time <= now + dayMs)) return time;
	return timeInYear({ ...parts, year: new Date(now).getFullYear() - 1 }, now);
}

function timeInYear(parts: TimeParts, now: number): number | undefined {
	const today = new Date(now);
	const undated = parts.year === undefined && parts.month === undefined && parts.day === undefined;
	const years = parts.year ?? today.getFullYear();
	const month = undated ? today.getMonth() : (parts.month ?? 1) - 1;
	const day = undated ? today.getDate() : (parts.day ?? 1);
	const date = new Date(Date.UTC(2000, 0, 1));
	date.setUTCFullYear(years, month, day);
	if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return undefined;
	if (parts.weekday !== undefined && date.getUTCDay() !== parts.weekday) return undefined;
	date.setUTCHours(hourOf(parts), parts.minute ?? 0, parts.second ?? 0, 0);
	return parts.offsetMinutes === undefined ? localTime(date) : date.getTime() - parts.offsetMinutes * 60_000;
}

function hourOf({ hour, hour12, pm }: TimeParts): number {
	const base = hour ?? (hour12 === undefined ? 0 : hour12 % 12);
	return pm && base < 12 ? base + 12 : base;
}

/** The moment at which clocks here show what `wall` shows in UTC. */
export function localTime(wall: Date): number {
	const local = new Date(2000, 0, 1, wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds());
	local.setFullYear(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
	return local.getTime();
}
