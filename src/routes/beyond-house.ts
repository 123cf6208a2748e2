import type { App } from '#server/app.ts';

type Kind = 'movie' | 'series';

export interface Beyond {
	kind: Kind;
	ids: { tmdb?: number; tvmaze?: number };
	title: string;
	year: number | null;
	posterPath: string | null;
	/** Its page here. */
	href: string;
}

const most = 12;
const kinds: readonly Kind[] = ['movie', 'series'];

/** Films and series of that name that are not in the library, the well known first; nothing when nobody can be asked. */
export async function beyondHouse(app: App, title: string, signal: AbortSignal): Promise<Beyond[]> {
	const asked = await Promise.all(kinds.map((kind) => ask(app, kind, title, signal)));
	return asked
		.flat()
		.toSorted((a, b) => b.popularity - a.popularity)
		.slice(0, most)
		.map(({ popularity: _, ...found }) => found);
}

async function ask({ metadata, library }: App, kind: Kind, title: string, signal: AbortSignal) {
	const source = metadata.sources().find((each) => kind === 'series' || each.movie);
	if (!source) return [];
	const hits = await source.search(kind, title, { signal }).catch(() => []);
	return hits.flatMap(({ ids, title: name, year, posterPath, popularity = 0 }, index) => {
		const own = ids.tmdb === undefined ? { tvmaze: ids.tvmaze ?? 0 } : { tmdb: ids.tmdb };
		if (library.pages.known(kind, own) !== undefined) return [];
		const address = 'tmdb' in own ? String(own.tmdb) : `tvmaze-${own.tvmaze}`;
		return {
			kind,
			ids: own,
			title: name,
			year: year ?? null,
			posterPath: posterPath ?? null,
			href: `/discover/${kind}/${address}`,
			popularity: popularity || -index
		};
	});
}
