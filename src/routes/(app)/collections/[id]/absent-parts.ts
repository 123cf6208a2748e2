import type { App } from '#server/app.ts';

interface Collection {
	tmdbId: number | null;
	parts: { tmdbId: number | null }[];
}

/** Films of the collection that the library does not know; the page does not wait for them. */
export async function absentParts({ metadata }: App, { tmdbId, parts }: Collection, signal: AbortSignal) {
	if (tmdbId === null || !metadata.hasTmdb()) return [];
	const facts = await metadata.tmdb.collection(tmdbId, signal).catch(() => undefined);
	const here = new Set(parts.map((part) => part.tmdbId));
	return (facts?.parts ?? [])
		.filter(({ ids }) => ids.tmdb !== undefined && !here.has(ids.tmdb))
		.map(({ ids, title, year, posterPath }) => ({
			tmdbId: ids.tmdb ?? 0,
			title,
			year: year ?? null,
			posterPath: posterPath ?? null
		}));
}
