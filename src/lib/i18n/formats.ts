import { byteStep } from '../core/text/bytes.ts';
import { keptFormat } from './kept-format.ts';

export type DateStyle = 'date' | 'time' | 'both' | 'exact' | 'month' | 'weekday';
type Moment = number | Date | string;

export interface Formats {
	/** 'both' (the default) is a short date with time; 'exact' has seconds. */
	date(moment: Moment, style?: DateStyle): string;
	/** '3 minutes ago', 'in 2 hours', 'just now'. */
	relative(moment: Moment): string;
	number(value: number, options?: Intl.NumberFormatOptions): string;
	percent(fraction: number): string;
	/** 1536 -> '1.5 kB' (decimal steps, as disks are sold). */
	bytes(size: number): string;
	/** Milliseconds -> '850 ms', '42 s', '3 min 20 s', '2 h 5 min', '3 d 4 h'. */
	duration(ms: number): string;
	list(items: readonly string[], kind?: 'and' | 'or'): string;
}

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
	date: { dateStyle: 'medium' },
	time: { timeStyle: 'short' },
	both: { dateStyle: 'medium', timeStyle: 'short' },
	exact: { dateStyle: 'medium', timeStyle: 'medium' },
	month: { month: 'long', year: 'numeric' },
	weekday: { weekday: 'long', day: 'numeric', month: 'long' }
};

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];
const spans: [unit: 'day' | 'hour' | 'minute' | 'second', ms: number][] = [
	['day', 86_400_000],
	['hour', 3_600_000],
	['minute', 60_000],
	['second', 1000]
];
const relativeSpans: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
	['year', 31_557_600_000],
	['month', 2_629_800_000],
	['week', 604_800_000],
	...spans
];

/** Node and browsers carry different ICU releases; the kind of space is where they differ most. */
const sameSpaces = (text: string) => text.replace(/[\u202f\u2009]/g, '\u00a0');

export function createFormats(options: { tag: string; timeZone: string; now(): number }): Formats {
	const { tag, timeZone, now } = options;
	const number = (value: number, style: Intl.NumberFormatOptions = {}) =>
		sameSpaces(
			keptFormat(`number ${tag} ${JSON.stringify(style)}`, () => new Intl.NumberFormat(tag, style)).format(
				value
			)
		);
	const unit = (value: number, name: string, digits = 0) =>
		number(value, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });

	return {
		number,
		percent: (fraction) => number(fraction, { style: 'percent', maximumFractionDigits: 0 }),
		date(moment, style = 'both') {
			const make = () => new Intl.DateTimeFormat(tag, { ...dateOptions[style], timeZone });
			return sameSpaces(keptFormat(`date ${tag} ${timeZone} ${style}`, make).format(new Date(moment)));
		},
		relative(moment) {
			const ms = new Date(moment).getTime() - now();
			const format = keptFormat(
				`relative ${tag}`,
				() => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
			);
			if (Math.abs(ms) < 10_000) return format.format(0, 'second');
			const [name, size] = relativeSpans.find(([, span]) => Math.abs(ms) >= span) ?? ['second', 1000];
			return sameSpaces(format.format(Math.trunc(ms / size), name));
		},
		bytes(size) {
			const { value, step, digits } = byteStep(size);
			return unit(value, byteUnits[step] ?? 'byte', digits);
		},
		duration(ms) {
			if (ms < 1000) return unit(Math.round(ms), 'millisecond');
			const first = spans.findIndex(([, span]) => ms >= span);
			let rest = Math.round(ms / 1000) * 1000;
			return spans
				.slice(first, first + 2)
				.map(([name, span]) => {
					const value = Math.floor(rest / span);
					rest -= value * span;
					return { value, name };
				})
				.filter(({ value }, index) => value > 0 || index === 0)
				.map(({ value, name }) => unit(value, name))
				.join(' ');
		},
		list(items, kind = 'and') {
			const type = kind === 'or' ? 'disjunction' : 'conjunction';
			return keptFormat(`list ${tag} ${type}`, () => new Intl.ListFormat(tag, { type })).format(items);
		}
	};
}
