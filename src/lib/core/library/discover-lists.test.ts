import { expect, test } from 'vitest';
import { discoverRequest } from './discover-lists.ts';

test('a bare list is asked for by its own name', () => {
	expect(discoverRequest({ kind: 'series', list: 'now' })).toEqual({ path: 'tv/on_the_air', query: {} });
});

test('with a wish TMDB discovers, in the order of the list', () => {
	expect(discoverRequest({ kind: 'movie', list: 'top', genre: 18, from: 1960, to: 1969 })).toEqual({
		path: 'discover/movie',
		query: {
			sort_by: 'vote_average.desc',
			with_genres: 18,
			'primary_release_date.gte': '1960-01-01',
			'primary_release_date.lte': '1969-12-31',
			'vote_count.gte': 200
		}
	});
	expect(
		discoverRequest({ kind: 'series', list: 'popular', from: 1999, rating: 7, language: 'de' }).query
	).toEqual({
		sort_by: 'popularity.desc',
		'first_air_date.gte': '1999-01-01',
		'vote_average.gte': 7,
		'vote_count.gte': 200,
		with_original_language: 'de'
	});
});
