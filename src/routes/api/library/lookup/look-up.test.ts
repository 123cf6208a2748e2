import { expect, test } from 'vitest';
import { idsIn, lookUp } from './look-up.ts';

test('an id is told from a title', () => {
	expect(idsIn('https://www.imdb.com/title/tt0133093/')).toEqual({ imdb: 'tt0133093' });
	expect(idsIn('tvdb: 81189')).toEqual({ tvdb: 81189 });
	expect(idsIn('2001: A Space Odyssey')).toBeUndefined();
});

const source = (name: string, answer: () => Promise<{ source: string; ids: object }[]>) => ({
	search: answer,
	find: async () => ({ source: name, ids: { imdb: 'tt0133093' } })
});
const good = source('good', async () => [{ source: 'good', ids: { tmdb: 1 } }]);
const bad = source('bad', () => Promise.reject(new Error('no answer')));
const { signal } = new AbortController();

test('a source that fails hides nothing; only when all fail it is said', async () => {
	expect((await lookUp([bad, good], { kind: 'movie', q: 'Metropolis' }, signal)).items).toHaveLength(1);
	await expect(lookUp([bad], { kind: 'movie', q: 'Metropolis' }, signal)).rejects.toThrow('no answer');
});

test('an id is looked up as such', async () => {
	const { items } = await lookUp([bad], { kind: 'movie', q: 'tt0133093' }, signal);
	expect(items[0]?.source).toBe('bad');
});
