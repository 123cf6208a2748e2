const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export interface Numbered {
	readonly id: number;
	readonly path: string;
	/** How many episodes it holds. */
	readonly holds?: number | undefined;
}

/** Gives files their episodes one after the other, in the order people read their names. */
export function numberInOrder(files: readonly Numbered[], first: number): Map<number, number[]> {
	let next = first;
	return new Map(
		files
			.toSorted((a, b) => collator.compare(a.path, b.path))
			.map(({ id, holds = 1 }) => [id, Array.from({ length: Math.max(1, holds) }, () => next++)])
	);
}
