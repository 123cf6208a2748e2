import { expect, test } from 'vitest';
import { artworkName } from './artwork-names.ts';

const film = { stems: ['Iron Orchard (1999) - 1080p'], alone: true };

test.each([
	['poster.jpg', 'poster'],
	['Folder.PNG', 'poster'],
	['cover.webp', 'poster'],
	['fanart.jpg', 'backdrop'],
	['backdrop2.jpg', 'backdrop'],
	['Iron Orchard (1999) - 1080p-poster.jpg', 'poster'],
	['Iron Orchard (1999) - 1080p.jpg', 'poster'],
	['Iron Orchard (1999) - 1080p-fanart.jpg', 'backdrop'],
	['banner.jpg', undefined],
	['logo.png', undefined],
	['poster.txt', undefined],
	['Iron Orchard (1999) - 1080p-thumb.jpg', undefined],
	['posters.jpg', undefined]
])('%s is a %s', (name, role) => {
	expect(artworkName(name, film)?.role).toBe(role);
});

test.each([
	['season01-poster.jpg', 1],
	['Season 2.jpg', 2],
	['season-specials-poster.jpg', 0],
	['season2010-poster.png', 2010],
	['season-all-poster.jpg', undefined]
])('%s is of season %s', (name, season) => {
	expect(artworkName(name, { stems: [], alone: true })?.season).toBe(season);
});

test('among several films only what bears the name of one is its own', () => {
	const shelf = { stems: ['Iron Orchard'], alone: false };
	expect(artworkName('poster.jpg', shelf)).toBeUndefined();
	expect(artworkName('Iron Orchard-poster.jpg', shelf)).toMatchObject({ role: 'poster' });
	expect(artworkName('Iron Orchard 2-poster.jpg', shelf)).toBeUndefined();
});

test('what bears the name of the film is preferred, then the order of the words', () => {
	const rank = (name: string) => artworkName(name, film)!.rank;
	const names = ['folder.jpg', 'poster1.jpg', 'poster.jpg', 'Iron Orchard (1999) - 1080p-poster.jpg'];
	expect(names.toSorted((a, b) => rank(a) - rank(b))).toEqual(names.toReversed());
});
