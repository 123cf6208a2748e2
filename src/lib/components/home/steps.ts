import type { Said } from '#core/text/said.ts';
import { keptFormat } from '../../i18n/kept-format.ts';

/** One entry of the programme: a health check, seen as something to do. */
export interface Step {
	name: string;
	title: string;
	said: Said;
	state: 'ready' | 'degraded' | 'needs-configuration';
	action?: { label: string; href: string } | undefined;
}

const order: Record<Step['state'], number> = { 'needs-configuration': 0, degraded: 1, ready: 2 };

/** Films that lie there are seen at once; what brings more can wait. */
const building = ['root-folders', 'metadata', 'indexers', 'download-clients'];
const place = ({ name }: Step) => building.indexOf(name) + 1 || building.length + 1;

/** What is to be done first, in the order the house is built; what is done sinks to the end. */
export const programme = (steps: readonly Step[]): Step[] =>
	steps.toSorted((a, b) => order[a.state] - order[b.state] || place(a) - place(b));

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

/** The part of the day at this moment in the house's time zone. */
export function dayPart(now: number, timeZone: string): DayPart {
	const make = () => new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone });
	const hour = Number(keptFormat(`hour ${timeZone}`, make).format(now));
	if (hour < 5) return 'night';
	if (hour < 12) return 'morning';
	return hour < 18 ? 'afternoon' : 'evening';
}

/** 'Lara Winter' is greeted as Lara, and so is the user name 'lara'. */
export function firstName(name: string): string {
	const first = name.trim().split(/\s+/)[0] ?? '';
	return first.charAt(0).toUpperCase() + first.slice(1);
}

/** Numerals of a playbill; a house has fewer than forty things to set up. */
export function roman(number: number): string {
	const signs: [value: number, sign: string][] = [
		[10, 'X'],
		[9, 'IX'],
		[5, 'V'],
		[4, 'IV'],
		[1, 'I']
	];
	let rest = number;
	return signs
		.map(([value, sign]) => {
			const times = Math.floor(rest / value);
			rest -= times * value;
			return sign.repeat(times);
		})
		.join('');
}
