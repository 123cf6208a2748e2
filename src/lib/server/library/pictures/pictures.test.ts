import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { rawDb } from '#server/platform/db.ts';
import { startFakeTmdb } from '../../../../../tests/fakes/tmdb.ts';
import { openLibrary } from '../../../../../tests/harness/library.ts';
import { movies, seasons, series } from '../schema/items.ts';

const GB = 1_000_000_000;
const signal = new AbortController().signal;
const plain = (background: string) =>
	sharp({ create: { width: 200, height: 300, channels: 3, background } })
		.jpeg()
		.toBuffer();

async function openHouse() {
	const tmdb = await startFakeTmdb();
	tmdb.movies.push(
		{ id: 1, title: 'Iron Orchard', year: 1999 },
		{ id: 3, title: 'Silver River', year: 2005 }
	);
	tmdb.series.push({ id: 9, title: 'Night Circus', year: 2012, seasons: { 1: ['One'], 2: ['Two'] } });
	const house = await openLibrary({ tmdbUrl: tmdb.url });
	const films = house.lay('films', {
		'Iron Orchard (1999)/Iron Orchard.mkv': GB,
		'Silver River.mkv': GB,
		'Other.mkv': GB
	});
	const shows = house.lay('series', {
		'Night Circus/Season 1/night.circus.s01e01.mkv': GB,
		'Night Circus/Season 2/night.circus.s02e01.mkv': GB
	});
	const put = async (path: string, colour = 'red') =>
		writeFileSync(join(house.media, path), await plain(colour));
	const root = await house.library.roots.add({ path: films, kind: 'movie' });
	const showRoot = await house.library.roots.add({ path: shows, kind: 'series' });
	const film = (id: number) => house.db.select().from(movies).where(eq(movies.tmdbId, id)).get()!;
	return {
		...house,
		tmdb,
		root,
		showRoot,
		put,
		film,
		async [Symbol.asyncDispose]() {
			await house[Symbol.asyncDispose]();
			await tmdb.close();
		}
	};
}

test('pictures beside films and shows are found with them, and served through the cache', async () => {
	await using house = await openHouse();
	await house.put('films/Iron Orchard (1999)/poster.jpg', 'rgb(200, 20, 20)');
	await house.put('films/Silver River-fanart.jpg');
	await house.put('films/poster.jpg');
	await house.put('series/Night Circus/folder.jpg');
	await house.put('series/Night Circus/season02-poster.jpg');
	await house.put('series/Night Circus/Season 1/poster.jpg');
	await house.scan(house.root.id);
	await house.scan(house.showRoot.id);
	const { posterPath, sourcePosterPath } = house.film(1);
	expect(posterPath).toMatch(/^local\/\d+-\w+$/);
	expect(sourcePosterPath).toBe('tmdb/movie-1.jpg');
	expect(house.film(3)).toMatchObject({
		posterPath: 'tmdb/movie-3.jpg',
		backdropPath: expect.stringMatching(/^local/)
	});
	expect(house.db.select().from(series).get()!.posterPath).toMatch(/^local/);
	expect(
		house.db
			.select()
			.from(seasons)
			.all()
			.map(({ number, posterPath: ref }) => [number, ref?.split('/')[0]])
	).toEqual([
		[1, 'local'],
		[2, 'local']
	]);
	const file = await house.metadata.artwork.file(posterPath!, 160);
	expect(await sharp(file).metadata()).toMatchObject({ width: 160, format: 'webp' });
	expect(house.metadata.artwork.placeholders([posterPath]).get(posterPath!)!.tint).toMatch(/^rgb\(2/);
});

test('one that is put there later is seen, a changed one has a new name, and without it the source is back', async () => {
	await using house = await openHouse();
	await house.scan(house.root.id);
	expect(house.film(1).posterPath).toBe('tmdb/movie-1.jpg');
	const path = 'films/Iron Orchard (1999)/poster.jpg';
	await house.put(path);
	await house.scan(house.root.id, { full: true });
	const first = house.film(1).posterPath;
	expect(first).toMatch(/^local/);
	await new Promise((resolve) => setTimeout(resolve, 20));
	await house.put(path, 'blue');
	await house.scan(house.root.id, { full: true });
	expect(house.film(1).posterPath).not.toBe(first);
	expect(house.film(1).posterPath!.split('-')[0]).toBe(first!.split('-')[0]);
	house.settings.update('library', { localPictures: 'fallback' });
	expect(house.film(1).posterPath).toBe('tmdb/movie-1.jpg');
	house.settings.update('library', { localPictures: 'first' });
	expect(house.film(1).posterPath).toMatch(/^local/);
	rmSync(join(house.media, path));
	await house.scan(house.root.id, { full: true });
	expect(house.film(1).posterPath).toBe('tmdb/movie-1.jpg');
});

test('what a person chose stays through refreshes, until it is let go', async () => {
	await using house = await openHouse();
	await house.put('films/Iron Orchard (1999)/poster.jpg');
	await house.scan(house.root.id);
	const { id } = house.film(1);
	house.tmdb.movies[0]!.pictures = ['/a.jpg', '/b.jpg'];
	const { posters, fault } = await house.library.pictures.list('movie', id, signal);
	expect(fault).toBeNull();
	expect(posters.map(({ ref, from, chosen }) => [from, ref.startsWith('local') ? '' : ref, chosen])).toEqual([
		['local', '', true],
		['tmdb', 'tmdb/movie-1.jpg', false],
		['tmdb', 'tmdb/a.jpg', false],
		['tmdb', 'tmdb/b.jpg', false]
	]);
	const ref = await house.metadata.artwork.keep(await plain('green'));
	expect(await house.metadata.artwork.keep(await plain('green'))).toBe(ref);
	expect(ref).toMatch(/^upload\/\w+\.webp$/);
	await expect(house.metadata.artwork.keep(Buffer.from('no picture'))).rejects.toThrow('no picture');
	expect(await sharp(await house.metadata.artwork.file(ref, 160)).metadata()).toMatchObject({ width: 160 });
	const copied = join(house.media, 'copy.db');
	await rawDb(house.db).backup(copied);
	const copy = new Database(copied, { readonly: true });
	const kept = copy.prepare(`SELECT body FROM kept_pictures WHERE 'upload/' || name = ?`).pluck().get(ref);
	copy.close();
	expect(await sharp(kept as Buffer).metadata()).toMatchObject({ width: 200, height: 300 });
	const undoId = house.library.edit('movie', [id], { posterPath: ref })!;
	rawDb(house.db).exec('DELETE FROM metadata_cache');
	house.library.refresh({ items: [{ kind: 'movie', id }] });
	await house.idle();
	await house.scan(house.root.id, { full: true });
	expect(house.film(1)).toMatchObject({ posterPath: ref, lockedFields: ['posterPath'] });
	house.library.edit('movie', [id], { lockedFields: [] });
	expect(house.film(1).posterPath).toMatch(/^local/);
	house.library.edit('movie', [id], { posterPath: 'tmdb/a.jpg' });
	await expect(house.library.undo(undoId)).rejects.toThrow('changed again since');
	expect(house.film(1).posterPath).toBe('tmdb/a.jpg');
	await expect(house.metadata.artwork.file('local/../../etc/passwd', 160)).rejects.toMatchObject({
		status: 400
	});
	await expect(house.metadata.artwork.file('upload/%2e%2e/x', 160)).rejects.toMatchObject({ status: 400 });
	await expect(house.metadata.artwork.file('local/999-1', 160)).rejects.toMatchObject({ status: 404 });
});

test('the poster of a season is chosen among its own, those of its series and one of a person’s own', async () => {
	await using house = await openHouse();
	const show = house.tmdb.series[0]!;
	Object.assign(show, { pictures: ['/show.jpg'], seasonPictures: { 1: ['/one-a.jpg', '/one-b.jpg'] } });
	await house.put('series/Night Circus/season01-poster.jpg');
	await house.scan(house.showRoot.id);
	const { id: seriesId } = house.db.select().from(series).get()!;
	const { pictures, editSeason, undo } = house.library;
	const season = () => house.db.select().from(seasons).where(eq(seasons.number, 1)).get()!;
	const refresh = async () => {
		rawDb(house.db).exec('DELETE FROM metadata_cache');
		house.library.refresh({ items: [{ kind: 'series', id: seriesId }] });
		await house.idle();
		await house.scan(house.showRoot.id, { full: true });
	};
	const offered = await pictures.listSeason(seriesId, 1, signal);
	expect(offered.posters.map(({ ref, from, chosen }) => [from === 'local' ? '' : ref, chosen])).toEqual([
		['', true],
		['tmdb/one-a.jpg', false],
		['tmdb/one-b.jpg', false],
		['tmdb/show.jpg', false],
		['tmdb/tv-9.jpg', false]
	]);
	const ref = await house.metadata.artwork.keep(await plain('green'));
	const undoId = editSeason({ seriesId, number: 1 }, { posterPath: ref })!;
	await refresh();
	expect(season()).toMatchObject({ posterPath: ref, lockedFields: ['posterPath'] });
	expect((await pictures.listSeason(seriesId, 1, signal)).locked).toEqual(['posterPath']);
	await undo(undoId);
	expect(season()).toMatchObject({ posterPath: expect.stringMatching(/^local/), lockedFields: [] });

	editSeason({ seriesId, number: 1 }, { posterPath: 'tmdb/one-b.jpg' });
	rmSync(join(house.media, 'series/Night Circus/season01-poster.jpg'));
	await refresh();
	expect(season().posterPath).toBe('tmdb/one-b.jpg');
	const letGo = editSeason({ seriesId, number: 1 }, { posterPath: null })!;
	expect(season()).toMatchObject({ posterPath: 'tmdb/one-a.jpg', lockedFields: [] });
	await undo(letGo);
	expect(season()).toMatchObject({ posterPath: 'tmdb/one-b.jpg', lockedFields: ['posterPath'] });
	await expect(pictures.listSeason(seriesId, 7, signal)).rejects.toMatchObject({ status: 404 });
});

test('what was chosen for the wrong match does not outlive it', async () => {
	await using house = await openHouse();
	house.tmdb.movies.push({ id: 4, title: 'Iron Orchid', year: 1999 });
	await house.scan(house.root.id);
	const { id } = house.film(1);
	house.library.edit('movie', [id], { posterPath: 'tmdb/chosen.jpg' });
	expect(await house.library.rematch('movie', id, { source: 'tmdb', id: 4 }, signal)).toMatchObject({ id });
	expect(house.film(4)).toMatchObject({ posterPath: 'tmdb/movie-4.jpg', lockedFields: [] });
});
