import { type TitleForm, gramsOf, titleForm } from './title-form.ts';

/** How alike two titles are: 1 for the same title in another spelling, 0 for nothing in common. */
export function similarity(a: string, b: string): number {
	return formSimilarity(titleForm(a), titleForm(b));
}

const sameLoosely = 0.97;
const sameInLatin = 0.95;
/** Titles that differ in their number are different films however alike the rest is. */
const otherNumber = 0.6;

export function formSimilarity(a: TitleForm, b: TitleForm): number {
	if (a.key === '' || b.key === '') return 0;
	if (a.key === b.key) return 1;
	if (a.looseKey === b.looseKey) return sameLoosely;
	const latin = latinLikeness(a, b);
	if (latin === 1) return sameInLatin;
	const alike = Math.max(
		dice(gramsOf(a.looseKey), gramsOf(b.looseKey)),
		latin * sameInLatin,
		insideLikeness(a.looseKey, b.looseKey)
	);
	return (a.numbers === b.numbers ? alike : Math.min(alike, otherNumber)) * sameInLatin;
}

function latinLikeness(a: TitleForm, b: TitleForm): number {
	if (a.latinKey === undefined && b.latinKey === undefined) return 0;
	const [left, right] = [a.latinKey ?? a.looseKey, b.latinKey ?? b.looseKey];
	return left === right ? 1 : dice(gramsOf(left), gramsOf(right));
}

/** A title that another one begins with ("Film" and "Film: The Subtitle") is nearer than their letters say. */
function insideLikeness(a: string, b: string): number {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	if (short.length < 4 || !long.startsWith(short)) return 0;
	return 0.6 + 0.3 * (short.length / long.length);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (a.size === 0 || b.size === 0) return 0;
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let shared = 0;
	for (const gram of small) if (large.has(gram)) shared++;
	return (2 * shared) / (a.size + b.size);
}
