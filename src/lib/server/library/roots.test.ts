import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../../tests/harness/library.ts';
import { files } from './schema/files.ts';
import { libraries } from './schema/folders.ts';
import { movies, series } from './schema/items.ts';

test('a root folder must be a folder of its own', async () => {
	await using house = await openLibrary();
	const { roots } = house.library;
	const films = house.lay('films', { 'A (2001)/A.mkv': 100 });
	symlinkSync(films, join(house.media, 'same'));
	writeFileSync(join(house.media, 'file'), 'x');
	await roots.add({ path: films, kind: 'movie' });
	const refused: [string, string][] = [
		['films', 'whole path'],
		[join(house.media, 'nowhere'), 'no folder'],
		[join(house.media, 'file'), 'no folder'],
		[films, 'overlaps'],
		[join(house.media, 'same'), 'overlaps'],
		[join(films, 'A (2001)'), 'overlaps'],
		[house.media, 'overlaps'],
		[house.config.dataDir, 'own files'],
		[join(house.config.dataDir, '..'), 'own files'],
		['/', 'own files']
	];
	for (const [path, reason] of refused)
		await expect(roots.add({ path, kind: 'movie' })).rejects.toThrow(reason);
	expect(roots.list()).toMatchObject([{ path: films, kind: 'movie', libraryName: 'Films', state: 'new' }]);
});

test('libraries come with the first root folder of their kind and go when they are empty', async () => {
	await using house = await openLibrary();
	const { roots } = house.library;
	for (const name of ['one', 'two', 'three', 'four']) mkdirSync(join(house.media, name));
	const one = await roots.add({ path: join(house.media, 'one'), kind: 'movie' });
	const two = await roots.add({ path: join(house.media, 'two'), kind: 'movie' });
	const anime = await roots.add({ path: join(house.media, 'three'), kind: 'series', seriesType: 'anime' });
	expect(two.libraryId).toBe(one.libraryId);
	expect(
		house.db
			.select()
			.from(libraries)
			.all()
			.map(({ name, kind }) => `${name} ${kind}`)
	).toEqual(['Films movie', 'Anime series']);
	expect(() => roots.libraries.remove(one.libraryId)).toThrow('still has root folders');
	expect(() => roots.update(one.id, { libraryId: anime.libraryId })).toThrow('cannot become');
	const children = roots.libraries.add({ name: 'Children', kind: 'movie' });
	expect(
		roots.update(two.id, { libraryId: children.id, readOnly: true, skipPatterns: ['tmp*'] })
	).toMatchObject({ libraryName: 'Children', readOnly: true });
	roots.remove(anime.id);
	roots.libraries.remove(anime.libraryId);
	expect(roots.libraries.list().map(({ name }) => name)).toEqual(['Films', 'Children']);
});

test('removing a root folder forgets what was only there and touches nothing on the disk', async () => {
	await using house = await openLibrary();
	const films = await house.library.roots.add({
		path: house.lay('films', { 'A (2001)/A.mkv': 100 }),
		kind: 'movie'
	});
	const shows = await house.library.roots.add({
		path: house.lay('shows', { 'S/Season 1/S S01E01.mkv': 100 }),
		kind: 'series'
	});
	await house.scan(films.id);
	await house.scan(shows.id);
	house.library.roots.remove(films.id);
	expect(house.db.select().from(movies).all()).toEqual([]);
	expect(house.db.select().from(series).all()).toMatchObject([{ title: 'S' }]);
	expect(house.db.select().from(files).all()).toHaveLength(1);
	const again = await house.library.roots.add({ path: join(house.media, 'films'), kind: 'movie' });
	await house.scan(again.id);
	expect(house.db.select().from(movies).all()).toMatchObject([{ title: 'A', year: 2001, fileCount: 1 }]);
});

test('what a person has left out stays out', async () => {
	await using house = await openLibrary();
	const path = house.lay('films', {
		'A (2001)/A.mkv': 100,
		'tmp (2002)/B.mkv': 100,
		'.hidden/C.mkv': 100,
		'@eaDir/D.mkv': 100,
		'shelf/old/E (2003).mkv': 100,
		'F (2004)/.ignore': '',
		'F (2004)/F.mkv': 100
	});
	const root = await house.library.roots.add({ path, kind: 'movie', skipPatterns: ['tmp*', 'shelf/old'] });
	await house.scan(root.id);
	expect(
		house.db
			.select()
			.from(files)
			.all()
			.map((file) => file.path)
	).toEqual(['A (2001)/A.mkv']);
});
