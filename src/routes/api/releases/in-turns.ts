const turnMs = 15;

/** Maps a long list without holding up others: after each turn they have theirs. */
export async function inTurns<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
	const mapped: R[] = [];
	let since = performance.now();
	for (const item of items) {
		mapped.push(map(item));
		if (performance.now() - since < turnMs) continue;
		await new Promise((later) => setImmediate(later));
		since = performance.now();
	}
	return mapped;
}
