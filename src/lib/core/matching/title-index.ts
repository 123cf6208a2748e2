import { formSimilarity } from './similarity.ts';
import { type TitleForm, createForm, gramsOf } from './title-form.ts';

export interface TitleHit<T> {
	readonly entry: T;
	/** Which of its titles was the nearest. */
	readonly title: string;
	readonly similarity: number;
}

/** Titles prepared so that the nearest of many thousands are found in less than a millisecond. */
export interface TitleIndex<T> {
	readonly size: number;
	find(title: string, limit?: number): TitleHit<T>[];
}

interface Row {
	readonly entry: number;
	readonly form: TitleForm;
}

/** Only the rarest pieces of what is sought are looked up; common ones tell little and cost most. */
const maxGrams = 8;
const maxRows = 60;
const maxListed = 6000;
const least = 0.45;

export function createTitleIndex<T>(
	entries: readonly T[],
	titlesOf: (entry: T) => readonly string[]
): TitleIndex<T> {
	const rows: Row[] = [];
	const byKey = new Map<string, number[]>();
	const byGram = new Map<string, number[]>();
	entries.forEach((entry, number) => {
		for (const title of new Set(titlesOf(entry))) {
			const form = createForm(title);
			const row = rows.push({ entry: number, form }) - 1;
			for (const key of keysOf(form)) append(byKey, key, row);
			for (const gram of allGrams(form)) append(byGram, gram, row);
		}
	});
	return {
		size: entries.length,
		find(title, limit = 10) {
			const sought = createForm(title);
			const exact = keysOf(sought).flatMap((key) => byKey.get(key) ?? []);
			const near = exact.length >= limit ? [] : nearRows(byGram, sought);
			return bestHits(entries, rows, [...new Set([...exact, ...near])], sought).slice(0, limit);
		}
	};
}

const keysOf = (form: TitleForm): string[] => [
	...new Set([form.key, form.looseKey, form.latinKey ?? form.looseKey])
];

const allGrams = ({ looseKey, latinKey }: TitleForm): Set<string> =>
	new Set([...gramsOf(looseKey), ...(latinKey === undefined ? [] : gramsOf(latinKey))]);

function append(map: Map<string, number[]>, key: string, row: number): void {
	const known = map.get(key);
	if (known) known.push(row);
	else map.set(key, [row]);
}

/** The rows that share most of the rarest pieces with what is sought. */
function nearRows(byGram: ReadonlyMap<string, number[]>, sought: TitleForm): number[] {
	let listed = 0;
	const lists = [...allGrams(sought)]
		.map((gram) => byGram.get(gram) ?? [])
		.filter((list) => list.length > 0)
		.sort((a, b) => a.length - b.length)
		.filter((list, at) => at < 2 || (at < maxGrams && (listed += list.length) < maxListed));
	const counts = new Map<number, number>();
	for (const list of lists) for (const row of list) counts.set(row, (counts.get(row) ?? 0) + 1);
	const needed = lists.length > 3 ? 2 : 1;
	return [...counts]
		.filter(([, count]) => count >= needed)
		.sort((a, b) => b[1] - a[1])
		.slice(0, maxRows)
		.map(([row]) => row);
}

function bestHits<T>(
	entries: readonly T[],
	rows: readonly Row[],
	found: readonly number[],
	sought: TitleForm
): TitleHit<T>[] {
	const best = new Map<number, TitleHit<T>>();
	for (const number of found) {
		const { entry, form } = rows[number]!;
		const similarity = formSimilarity(form, sought);
		if (similarity < least || similarity <= (best.get(entry)?.similarity ?? 0)) continue;
		best.set(entry, { entry: entries[entry]!, title: form.title, similarity });
	}
	return [...best.values()].sort((a, b) => b.similarity - a.similarity);
}
