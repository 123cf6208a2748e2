import { needsConfiguration, notFound } from '#server/platform/errors.ts';
import type { Ids, Metadata, MetadataSource, MovieFacts, SeriesFacts } from '#server/metadata/module.ts';
import type { ItemKind } from '../schema/folders.ts';

type Facts = MovieFacts | SeriesFacts;

const ownId = (source: MetadataSource, ids: Ids) => (source.id === 'tvmaze' ? ids.tvmaze : ids.tmdb);

/** Everything the first source that knows these ids says of a title. */
export async function findFacts(
	metadata: Pick<Metadata, 'sources'>,
	kind: ItemKind,
	ids: Ids,
	signal: AbortSignal
): Promise<Facts> {
	const sources = metadata.sources().filter((source) => kind === 'series' || source.movie);
	if (sources.length === 0) throw needsConfiguration('Films can be added once there is a TMDB key.');
	for (const source of sources) {
		const id = ownId(source, ids) ?? (await found(source, kind, ids, signal));
		if (id === undefined) continue;
		return kind === 'movie' ? source.movie!(id, signal) : source.series(id, { signal });
	}
	if (ids.tmdb !== undefined && sources.every(({ id }) => id !== 'tmdb'))
		throw needsConfiguration('A TMDB id is of use once there is a TMDB key.');
	throw notFound(kind === 'movie' ? 'film with these ids' : 'series with these ids');
}

async function found(source: MetadataSource, kind: ItemKind, ids: Ids, signal: AbortSignal) {
	if (ids.imdb === undefined && ids.tvdb === undefined) return undefined;
	const hit = await source.find(kind, ids, signal);
	return hit && ownId(source, hit.ids);
}
