export interface CalendarEvent {
	/** Stays the same for the same thing, so that calendars update instead of adding. */
	id: string;
	/** `YYYY-MM-DD`; events are whole days. */
	day: string;
	title: string;
	description?: string | undefined;
	url?: string | undefined;
}

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
	text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n');

const mostOctets = 75;
const encoder = new TextEncoder();

/** RFC 5545, 3.1: lines longer than 75 octets go on after a line break and a space, never inside a letter. */
function folded(line: string): string {
	const parts: string[] = [];
	let part = '';
	let octets = 0;
	for (const letter of line) {
		const size = encoder.encode(letter).length;
		if (octets + size > mostOctets) {
			parts.push(part);
			part = '';
			octets = 1;
		}
		part += letter;
		octets += size;
	}
	return [...parts, part].join('\r\n ');
}

const compact = (day: string): string => day.replaceAll('-', '');
const dayAfter = (day: string): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** An iCalendar feed of whole-day events. `stamp` is an ISO time. */
export function icsFeed(name: string, stamp: string, events: readonly CalendarEvent[]): string {
	const stamped = stamp.replace(/[-:]/g, '').replace(/\.\d+/, '');
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Bijou//Calendar//EN',
		'CALSCALE:GREGORIAN',
		`X-WR-CALNAME:${escaped(name)}`,
		...events.flatMap(({ id, day, title, description, url }) => [
			'BEGIN:VEVENT',
			`UID:${escaped(id)}`,
			`DTSTAMP:${stamped}`,
			`DTSTART;VALUE=DATE:${compact(day)}`,
			`DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
			`SUMMARY:${escaped(title)}`,
			...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
			...(url ? [`URL:${url}`] : []),
			'TRANSP:TRANSPARENT',
			'END:VEVENT'
		]),
		'END:VCALENDAR'
	];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}
