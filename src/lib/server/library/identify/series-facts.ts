import { numberedThrough } from '#core/library/numbered-through.ts';
import type { MetadataSource, SeriesFacts } from '#server/metadata/module.ts';

/** Not a group of a source: the aired episodes, numbered through in one season. */
export const throughOrder = 'through';

/** What a source says of a show, its episodes in the order that was chosen; as aired without one. */
export async function seriesInOrder(
	source: MetadataSource,
	id: number,
	order: string | null,
	signal: AbortSignal
): Promise<SeriesFacts> {
	if (order !== throughOrder) return source.series(id, { signal, order: order ?? undefined });
	const facts = await source.series(id, { signal });
	const titled = facts.seasons.filter(({ number }) => number === 0);
	return { ...facts, seasons: [...titled, { number: 1 }], episodes: numberedThrough(facts.episodes) };
}
