import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFakeTmdb, type FakeTmdb } from '../../../../../tests/fakes/tmdb.ts';
import { openLibrary, type LibraryHouse } from '../../../../../tests/harness/library.ts';
import { rawDb } from '#server/platform/db.ts';
import { episodes, movies, seasons, series } from '../schema/items.ts';

const today = '2026-06-15';
const never = new AbortController().signal;
let tmdb: FakeTmdb;
let house: LibraryHouse;
let films: { id: number; libraryId: number; path: string };
let shows: { id: number; libraryId: number; path: string };

beforeAll(async () => {
	tmdb = await startFakeTmdb();
	const nights = { id: 900, name: 'Nights' };
	tmdb.movies.push(
		{ id: 11, title: 'Ronin', year: 1998, imdbId: 'tt0122690' },
		{ id: 12, title: 'Ronin', year: 1998 },
		{ id: 21, title: 'First Night', year: 2001, collection: nights },
		{ id: 22, title: 'Second Night', year: 2004, collection: nights },
		{ id: 23, title: 'Third Night', year: 2008, collection: nights }
	);
	tmdb.series.push({
		id: 31,
		title: 'The Lighthouse',
		year: 2024,
		tvdbId: 777,
		seasons: { 0: ['Making of'], 1: ['Fog', 'Salt'], 2: ['Storm', 'Calm'] },
		airDates: { '1.1': '2024-01-01', '1.2': '2024-01-08', '2.1': '2026-06-01', '2.2': '2026-07-01' }
	});
	house = await openLibrary({ tmdbUrl: tmdb.url, now: () => Date.parse(`${today}T12:00:00Z`) });
	house.settings.update('naming', { movieFolder: '{Movie Title} ({Release Year})' });
	films = await house.library.roots.add({ path: house.lay('films', { '.keep': 1 }), kind: 'movie' });
	shows = await house.library.roots.add({ path: house.lay('shows', { '.keep': 1 }), kind: 'series' });
});
afterAll(async () => {
	await house[Symbol.asyncDispose]();
	await tmdb.close();
});

const add = (wish: Parameters<LibraryHouse['library']['add']>[0]) => house.library.add(wish, never);
const movie = (id: number) => house.db.select().from(movies).where(eq(movies.id, id)).get();

test('a film is wanted with everything its source says, in a folder that is not made yet', async () => {
	const added = await add({ kind: 'movie', ids: { tmdb: 11 }, tags: ['heist'], by: 'ada' });
	expect(movie(added.id)).toMatchObject({
		title: 'Ronin',
		year: 1998,
		monitored: true,
		profileId: null,
		rootFolderId: films.id,
		folder: 'Ronin (1998)',
		fileCount: 0,
		source: 'tmdb'
	});
	expect(house.library.movie(added.id, 'ada').tags.map(({ name }) => name)).toEqual(['heist']);
	expect(existsSync(join(films.path, 'Ronin (1998)'))).toBe(false);
	const wanted = house.library.pages.wanted({ kind: 'movie', state: 'missing', today, limit: 10 });
	expect(wanted.items.map(({ id }) => id)).toContain(added.id);
});

test('what is here already is told with its place, and a namesake gets a folder of its own', async () => {
	await expect(add({ kind: 'movie', ids: { imdb: 'tt0122690' } })).rejects.toMatchObject({
		code: 'conflict',
		details: { kind: 'movie', title: 'Ronin' }
	});
	const namesake = await add({ kind: 'movie', ids: { tmdb: 12 }, profileId: 'hd' });
	expect(movie(namesake.id)).toMatchObject({ folder: 'Ronin (1998) [tmdbid-12]', profileId: 'hd' });
	await expect(add({ kind: 'movie', ids: { tmdb: 404 } })).rejects.toMatchObject({ code: 'status' });
	await expect(add({ kind: 'movie', ids: { tmdb: 21 }, profileId: 'none' })).rejects.toThrow('no profile');
	await expect(add({ kind: 'movie', ids: { tmdb: 21 }, rootFolderId: shows.id })).rejects.toThrow('series');
	await expect(add({ kind: 'movie', ids: { imdb: 'tt9999999' } })).rejects.toMatchObject({
		code: 'not_found'
	});
});

test('of a series only the episodes that were chosen are looked for', async () => {
	const added = await add({ kind: 'series', ids: { tvdb: 777 }, monitor: 'future', seriesType: 'daily' });
	expect(house.db.select().from(series).get()).toMatchObject({
		seriesType: 'daily',
		monitored: true,
		monitorNew: true,
		folder: expect.stringContaining('The Lighthouse')
	});
	const chosen = house.db.select().from(episodes).where(eq(episodes.monitored, true)).all();
	expect(chosen.map(({ title }) => title)).toEqual(['Calm']);
	const watched = house.db.select().from(seasons).where(eq(seasons.monitored, true)).all();
	expect(watched.map(({ number }) => number)).toEqual([2]);
	await house.library.undo(added.undoId);
	expect(house.db.select().from(series).all()).toEqual([]);
});

test('files that wait in its folder join it, though they were left out before', async () => {
	house.lay('films', { 'First Night (2001)/First.Night.2001.1080p.WEB-DL.mkv': 1_000_000 });
	await house.scan(films.id);
	const [found] = house.db.select().from(movies).where(eq(movies.tmdbId, 21)).all();
	await house.library.remove('movie', found!.id, { files: false });
	const added = await add({ kind: 'movie', ids: { tmdb: 21 } });
	await house.idle();
	expect(movie(added.id)).toMatchObject({ fileCount: 1, quality: 'WEBDL-1080p' });
});

test('a collection tells what it lacks, takes all of it in, and what comes to it later when monitored', async () => {
	const { collections, pages } = house.library;
	const [nights] = pages.collections();
	const lacks = async () => (await collections.absent(nights!.id, never)).map(({ title }) => title);
	expect(await lacks()).toEqual(['Second Night', 'Third Night']);
	expect(pages.collection(nights!.id)).toMatchObject({ films: 1, have: 1, all: 3 });

	const { added, faults } = await collections.addMissing(nights!.id, { monitored: true }, never);
	expect([added.map(({ title }) => title).toSorted(), faults]).toEqual([['Second Night', 'Third Night'], []]);
	expect(await lacks()).toEqual([]);
	const removed = added.find(({ title }) => title === 'Third Night')!;
	await house.library.remove('movie', removed.id, { files: false });

	const undoId = await collections.set(nights!.id, { monitored: true }, never, 'ada');
	expect(pages.collection(nights!.id)).toMatchObject({ monitored: true, profileId: null });
	expect(await house.library.undo(undoId!, 'ada')).toMatchObject({ values: { name: 'Nights' } });
	expect(pages.collection(nights!.id)).toMatchObject({ monitored: false });
	const wish = { monitored: true, profileId: 'small', minimumAvailability: 'announced' as const };
	await collections.set(nights!.id, wish, never);
	expect(await collections.set(nights!.id, wish, never)).toBeUndefined();
	tmdb.movies.push({ id: 24, title: 'Fourth Night', year: 2027, collection: { id: 900, name: 'Nights' } });
	rawDb(house.db).exec('DELETE FROM metadata_cache; UPDATE collections SET refreshedAt = 0');
	await house.library.tasks!.find(({ id }) => id === 'library.collections')!.run({} as never);
	await house.idle();
	const parts = pages.collection(nights!.id).parts.map(({ title }) => title);
	expect(parts).toEqual(['First Night', 'Second Night', 'Fourth Night']);
	expect(house.db.select().from(movies).where(eq(movies.tmdbId, 24)).get()).toMatchObject({
		profileId: 'small',
		minimumAvailability: 'announced',
		monitored: true
	});
});

test('of what a collection lacks, some may be left out', async () => {
	tmdb.movies.push(
		...[41, 42, 43].map((id) => ({
			id,
			title: `Day ${id}`,
			year: 1990 + id,
			collection: { id: 901, name: 'Days' }
		}))
	);
	await add({ kind: 'movie', ids: { tmdb: 41 } });
	const { collections, pages } = house.library;
	const days = pages.collections().find(({ name }) => name === 'Days')!;
	const { added } = await collections.addMissing(days.id, { only: [43, 21] }, never);
	expect(added.map(({ title }) => title)).toEqual(['Day 43']);
	expect((await collections.absent(days.id, never)).map(({ title }) => title)).toEqual(['Day 42']);
});

test('what could not be added to a collection that is kept complete is tried again, what was left out is not', async () => {
	const films = [51, 52, 53, 54].map((id) => ({
		id,
		title: `Dusk ${id}`,
		year: 1950 + id,
		collection: { id: 902, name: 'Dusks' }
	}));
	tmdb.movies.push(...films);
	await add({ kind: 'movie', ids: { tmdb: 51 } });
	const { collections, pages } = house.library;
	const dusks = pages.collections().find(({ name }) => name === 'Dusks')!;
	await collections.set(dusks.id, { monitored: true }, never);
	tmdb.movies.splice(tmdb.movies.indexOf(films[2]!), 1);
	const { added, faults } = await collections.addMissing(dusks.id, { only: [52, 53] }, never);
	expect([added.map(({ title }) => title), faults.length]).toEqual([['Dusk 52'], 1]);
	tmdb.movies.push(films[2]!);
	rawDb(house.db).exec('DELETE FROM metadata_cache; UPDATE collections SET refreshedAt = 0');
	await house.library.tasks!.find(({ id }) => id === 'library.collections')!.run({} as never);
	await house.idle();
	const titles = pages.collection(dusks.id).parts.map(({ title }) => title);
	expect(titles).toEqual(['Dusk 51', 'Dusk 52', 'Dusk 53']);
});
