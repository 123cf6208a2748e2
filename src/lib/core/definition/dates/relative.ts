import { lower } from '../text.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const units: [matches: (unit: string) => boolean, ms: number][] = [
	[(unit) => unit.includes('sec') || unit === 's', second],
	[(unit) => unit.includes('min') || unit === 'm', minute],
	[(unit) => unit.includes('hour') || unit.includes('hr') || unit === 'h', hour],
	[(unit) => unit.includes('day') || unit === 'd', day],
	[(unit) => unit.includes('week') || unit.includes('wk') || unit === 'w', 7 * day],
	[(unit) => unit.includes('month') || unit === 'mo', 30 * day],
	[(unit) => unit.includes('year') || unit === 'y', 365 * day]
];

/** `2 hours and 5 min ago`; a text without any number means now. */
export function parseAgo(text: string, now: number): number {
	const plain = lower(text);
	if (plain.includes('now')) return now;
	const cleaned = plain.replaceAll(',', '').replaceAll('ago', '').replaceAll('and', '');
	let past = 0;
	for (const [, amount, unit] of cleaned.matchAll(/([\d.]+)\s*([^\d\s.]+)/gu)) {
		const known = units.find(([matches]) => matches(unit!));
		if (!known) throw new Error(`${JSON.stringify(unit)} is not a unit of time`);
		past += Number(amount) * known[1];
	}
	if (Number.isNaN(past)) throw new Error(`${JSON.stringify(text)} is not a time`);
	return now - Math.round(past);
}
