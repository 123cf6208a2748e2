import { ask, libraryApi } from '$lib/components/media/library-api.ts';
import type { Guess, Target } from './look-rows.svelte.ts';

interface Wanted {
	kind: 'movie' | 'series';
	q: string;
	year: string;
}

interface Own {
	items: { kind: string; id: number; title: string; year: number | null; posterPath: string | null }[];
}

/** The library first; then the sources, for what is not in it. */
export async function searchWhat(wanted: Wanted): Promise<{ found: Guess[]; fault: string }> {
	const { kind, q, year } = wanted;
	const [own, theirs] = await Promise.allSettled([
		ask<Own>('GET', `/api/library/search?${new URLSearchParams({ q, limit: '12' })}`),
		libraryApi.lookUp(kind, q, year)
	]);
	return {
		found: [
			...(own.status === 'fulfilled' ? ownGuesses(kind, own.value) : []),
			...(theirs.status === 'fulfilled' ? theirs.value.items.map((hit) => guessOf(kind, hit)) : [])
		],
		fault: theirs.status === 'rejected' ? (theirs.reason as Error).message : ''
	};
}

const ownGuesses = (kind: Guess['kind'], { items }: Own): Guess[] =>
	items
		.filter((item) => item.kind === kind)
		.map(({ id, title, year, posterPath }) => ({
			kind,
			itemId: id,
			title,
			...(year !== null && { year }),
			...(posterPath !== null && { posterPath }),
			confidence: 0,
			reasons: []
		}));

type Hit = Awaited<ReturnType<typeof libraryApi.lookUp>>['items'][number];

function guessOf(kind: Guess['kind'], { source, ids, title, year, posterPath, overview }: Hit): Guess {
	const sourceId = source === 'tvmaze' ? ids.tvmaze : (ids.tmdb ?? ids.tvmaze);
	return {
		kind,
		source: source === 'tvmaze' ? 'tvmaze' : 'tmdb',
		...(sourceId !== undefined && { sourceId }),
		title,
		...(year !== undefined && { year }),
		...(posterPath !== undefined && { posterPath }),
		confidence: 0,
		reasons: overview ? [overview] : []
	};
}

export const targetOf = ({ kind, itemId, source, sourceId, title, year, posterPath }: Guess): Target =>
	itemId !== undefined
		? { kind, itemId }
		: { kind, add: { source: source ?? 'name', sourceId, title, year, posterPath } };
