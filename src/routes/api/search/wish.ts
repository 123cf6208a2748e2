import { z } from 'zod';
import type { Wish } from '#core/torznab/plan-queries.ts';
import type { SearchMode } from '#core/torznab/query.ts';
import type { AskedItem } from './asked-item.ts';

export const searchTypes = ['any', 'movie', 'series', 'music', 'book'] as const;

const modes: Record<(typeof searchTypes)[number], SearchMode> = {
	any: 'search',
	movie: 'movie-search',
	series: 'tv-search',
	music: 'music-search',
	book: 'book-search'
};
const item = z.number().int().positive();
const id = z.string().regex(/^\d{1,12}$/, 'An id is a number');

export const searchQuery = z.object({
	type: z.enum(searchTypes).default('any'),
	q: z.string().trim().max(300).optional().meta({ description: 'Words; empty lists the newest' }),
	title: z
		.array(z.string().max(300))
		.max(10)
		.optional()
		.meta({ description: 'The titles it goes by, in place of q' }),
	year: z.number().int().min(1870).max(2200).optional(),
	season: z.number().int().min(0).max(9999).optional(),
	episode: z
		.string()
		.regex(/^\d{1,4}$|^\d{1,2}\/\d{1,2}$/, 'A number, or MM/DD of a daily show')
		.optional(),
	absolute: z.number().int().min(0).max(99_999).optional().meta({ description: 'Number across all seasons' }),
	imdbId: z
		.string()
		.regex(/^(?:tt)?\d{1,12}$/)
		.optional(),
	tmdbId: id.optional(),
	tvdbId: id.optional(),
	tvMazeId: id.optional(),
	artist: z.string().max(200).optional(),
	album: z.string().max(200).optional(),
	author: z.string().max(200).optional(),
	categories: z.array(z.coerce.number().int().positive()).max(100).optional(),
	indexers: z
		.array(z.coerce.number().int())
		.max(1000)
		.optional()
		.meta({ description: 'Ids; all in use when absent' }),
	movie: item
		.optional()
		.meta({ description: 'Id of a film in the library: asks by all that is known of it' }),
	series: item.optional().meta({
		description: 'Id of a series in the library, with season and episode: asks by all that is known of it'
	}),
	profileId: z.string().optional().meta({ description: 'Judges by this profile' })
});
export type SearchQuery = z.output<typeof searchQuery>;

/** What was said outright counts before what is known of the item. */
export function toWish(query: SearchQuery, asked?: AskedItem): Wish {
	const { type, title, indexers: _i, profileId: _p, movie: _m, series: _s, ...rest } = query;
	const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
	const kept = said as { [K in keyof typeof rest]?: Exclude<(typeof rest)[K], undefined> };
	const mode = asked ? modes[asked.kind] : modes[type];
	const { titles, ...known } = asked?.wish ?? {};
	const named = title?.length ? title : kept.q ? undefined : titles;
	return { ...kept, ...known, mode, interactive: true, ...(named && { titles: named }) };
}
