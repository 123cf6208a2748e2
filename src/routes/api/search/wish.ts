import { z } from 'zod';
import type { SearchMode } from '#core/torznab/query.ts';

export const searchTypes = ['any', 'movie', 'series', 'music', 'book'] as const;

const modes: Record<(typeof searchTypes)[number], SearchMode> = {
	any: 'search',
	movie: 'movie-search',
	series: 'tv-search',
	music: 'music-search',
	book: 'book-search'
};
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
	profileId: z.string().optional().meta({ description: 'Judges by this profile' })
});

export function toWish({ type, title, indexers: _i, profileId: _p, ...rest }: z.output<typeof searchQuery>) {
	const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
	const kept = given as { [K in keyof typeof rest]?: Exclude<(typeof rest)[K], undefined> };
	return { ...kept, mode: modes[type], interactive: true, ...(title?.length && { titles: title }) };
}
