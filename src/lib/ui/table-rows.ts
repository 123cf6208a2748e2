import type { Snippet } from 'svelte';

export interface Column<T> {
	key: string;
	title: string;
	/** The plain value: shown when there is no `cell`, and what is sorted by. */
	value?: (row: T) => string | number | null | undefined;
	cell?: Snippet<[T]>;
	sortable?: boolean;
	/** 'end' for numbers. */
	align?: 'start' | 'end';
	/** Any CSS width; the others share what is left. */
	width?: string;
	/** Less important: quieter, and left out where the table is narrow (the cards of a phone show it again). */
	secondary?: boolean;
}

export interface Sort {
	key: string;
	direction: 'ascending' | 'descending';
}

/** Only rows near the window are in the document once there are more than this. */
export const virtualFrom = 120;
const overscan = 12;
export const firstScreenful = 40;

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export function sorted<T>(
	rows: readonly T[],
	columns: readonly Column<T>[],
	sort: Sort | undefined
): readonly T[] {
	const value = columns.find((column) => column.key === sort?.key)?.value;
	if (!sort || !value) return rows;
	const sign = sort.direction === 'ascending' ? 1 : -1;
	const compare = (a: T, b: T) => {
		const [one, other] = [value(a) ?? null, value(b) ?? null];
		// What has no value stands last, whichever way.
		if (one === null || other === null) return Number(one === null) - Number(other === null);
		if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
		return sign * collator.compare(String(one), String(other));
	};
	return [...rows].sort(compare);
}

export const turned = (sort: Sort | undefined, key: string): Sort => ({
	key,
	direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending'
});

/** Which rows to draw, given how far above the window's top the body begins. */
export function rowsInView(total: number, rowHeight: number, hiddenAbove: number, windowHeight: number) {
	const first = Math.floor(hiddenAbove / rowHeight) - overscan;
	const count = Math.ceil(windowHeight / rowHeight) + 2 * overscan;
	const from = Math.max(0, Math.min(first, total - count));
	// In steps of two, so that the stripes of odd and even rows stay where they are.
	return { from: from - (from % 2), to: Math.min(total, Math.max(0, first) + count) };
}
