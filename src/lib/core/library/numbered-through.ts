interface Numbered {
	season: number;
	number: number;
	absolute?: number;
}

/** The order in which all regular episodes stand in one season, as absolute numbers have them. Specials stay specials. */
export function numberedThrough<E extends Numbered>(episodes: readonly E[]): E[] {
	const inOrder = episodes.toSorted((a, b) => a.season - b.season || a.number - b.number);
	let absolute = 0;
	return inOrder.map((episode) => {
		if (episode.season === 0) return episode;
		absolute += 1;
		return { ...episode, season: 1, number: absolute, absolute };
	});
}

/** Episodes that another order leaves out stand behind its specials, so that nothing is lost by choosing it. */
export function withLeftOut<E extends Numbered & { tmdbId?: number }>(
	ordered: readonly E[],
	all: readonly E[]
): E[] {
	const known = new Set(ordered.map(({ tmdbId }) => tmdbId));
	const rest = all.filter(({ tmdbId }) => tmdbId !== undefined && !known.has(tmdbId));
	let last = Math.max(0, ...ordered.filter(({ season }) => season === 0).map(({ number }) => number));
	return [
		...ordered,
		...rest
			.toSorted((a, b) => a.season - b.season || a.number - b.number)
			.map(({ absolute: _, ...episode }) => ({ ...episode, season: 0, number: (last += 1) }) as unknown as E)
	];
}
