import { expect, test } from 'vitest';
import { discoverRequest } from './lists.ts';

test('a bare list is asked for by its own name', () => {
	expect(discoverRequest({ kind: 'series', list: 'now' })).toEqual({ path: 'tv/on_the_air', query: {} });
});

test('with a genre or a year TMDB discovers, in the order of the list', () => {
	expect(discoverRequest({ kind: 'movie', list: 'top', genre: 18, year: 1962 })).toEqual({
		path: 'discover/movie',
		query: {
			sort_by: 'vote_average.desc',
			with_genres: 18,
			primary_release_year: 1962,
			'vote_count.gte': 200
		}
	});
	expect(discoverRequest({ kind: 'series', list: 'popular', year: 1999 }).query).toMatchObject({
		first_air_date_year: 1999
	});
});
