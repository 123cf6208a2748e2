import { expect, test } from 'vitest';
import { arrCleanTitle, arrEpisodeTitle } from './arr-clean-title.ts';
import { imdbId } from './imdb-id.ts';

test.each([
	['The Lord of the Hills', 'thelordhills'],
	['A River Of Glass', 'ariverglass'],
	['House-and-Garden_2014', 'housegarden2014'],
	['Rock of', 'rockof'],
	['B.C.D.a.Film', 'bcdafilm'],
	["Don't Look", 'dontlook'],
	['Café Día', 'cafedia'],
	['99% Sure', '99percentsure'],
	['Война и мир', 'воинаимир'],
	['2012', '2012']
])('%s is stored as %s', (title, clean) => expect(arrCleanTitle(title)).toBe(clean));

test('an episode title loses punctuation and its part number', () => {
	expect(arrEpisodeTitle('The.End? (2)')).toBe('the end');
});

test.each([
	['tt0111', 'tt0000111'],
	['133093', 'tt0133093'],
	['tt12345678', 'tt12345678'],
	['tt0', undefined],
	['nm0000111', undefined]
])('the IMDb id of %s is %s', (text, id) => expect(imdbId(text)).toBe(id));
