import type { App } from '#server/app.ts';

interface Person {
	tmdbId: number | null;
	parts: { tmdbId: number | null; kind: 'movie' | 'series' }[];
}

/** Life and further work of somebody, from TMDB where it is known; nothing when it cannot be asked. */
export async function beyond({ metadata }: App, { tmdbId, parts }: Person, signal: AbortSignal) {
	if (tmdbId === null || !metadata.hasTmdb()) return undefined;
	const facts = await metadata.tmdb.person(tmdbId, signal).catch(() => undefined);
	if (!facts) return undefined;
	const here = new Set(parts.map((part) => `${part.kind}-${part.tmdbId}`));
	return {
		biography: facts.biography ?? null,
		born: facts.born ?? null,
		died: facts.died ?? null,
		known: facts.known
			.filter(({ kind, ids }) => ids.tmdb !== undefined && !here.has(`${kind}-${ids.tmdb}`))
			.toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0))
			.slice(0, 18)
			.map(({ kind, ids, title, year, posterPath, role }) => ({
				kind,
				tmdbId: ids.tmdb ?? 0,
				title,
				year: year ?? null,
				posterPath: posterPath ?? null,
				role: role ?? null
			}))
	};
}
