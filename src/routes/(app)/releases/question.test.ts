import { expect, test } from 'vitest';
import { isWide, tidied } from './question.ts';

test.each([
	['q=bunny&type=any&year=&season=&episode=', 'q=bunny'],
	['q=&type=movie&season=2&episode=3&imdbId= tt12 ', 'q=&imdbId=tt12&type=movie'],
	['q=bunny&type=series&season=1&episode=&artist=x', 'q=bunny&season=1&type=series'],
	['type=music&movie=4&year=1999', 'movie=4&year=1999&type=movie'],
	['q=a&categories=2040&categories=2045&indexers=1', 'q=a&categories=2040&categories=2045&indexers=1']
])('%s asks %s', (given, wanted) =>
	expect(decodeURIComponent(String(tidied(new URLSearchParams(given))))).toBe(wanted)
);

test.each([
	['q=a&type=series&season=1', false],
	['movie=3&type=movie&wait=1', false],
	['q=a&indexers=2', true],
	['q=a&year=1999', true]
])('%s is wide: %s', (given, wide) => expect(isWide(new URLSearchParams(given))).toBe(wide));
