import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startFakeTmdb } from '../../../../../tests/fakes/tmdb.ts';
import { openLibrary } from '../../../../../tests/harness/library.ts';
import { episodeFiles, files, unmatched } from '../schema/files.ts';
import { aliases, episodes, itemTags, movies, seasons, series } from '../schema/items.ts';
import { credits } from '../schema/people.ts';
import { progress } from '../schema/watching.ts';

const GB = 1_000_000_000;
const signal = new AbortController().signal;
const everything = [
	movies,
	series,
	seasons,
	episodes,
	aliases,
	credits,
	itemTags,
	progress,
	files,
	episodeFiles,
	unmatched
];

async function openHouse() {
	const tmdb = await startFakeTmdb();
	tmdb.movies.push(
		{ id: 1, title: 'Iron Orchard', year: 1999, aliases: ['Eisengarten'] },
		{ id: 2, title: 'Iron Orchard', year: 1963 },
		{ id: 3, title: 'Silver River', year: 2005 }
	);
	tmdb.series.push(
		{ id: 8, title: 'Day Circus', year: 2010, seasons: { 1: ['Uno', 'Due'] } },
		{ id: 9, title: 'Night Circus', year: 2012, seasons: { 1: ['One', 'Two', 'Three'] } }
	);
	const house = await openLibrary({ tmdbUrl: tmdb.url });
	const films = await house.library.roots.add({
		path: house.lay('films', {
			'Iron Orchard (1999)/Iron.Orchard.1999.1080p.mkv': 4 * GB,
			'Iron Orchard (1999)/Iron.Orchard.1999.720p.mkv': 2 * GB,
			'Silver River (2005)/Silver River.mkv': GB
		}),
		kind: 'movie'
	});
	const shows = await house.library.roots.add({
		path: house.lay('series', {
			'Night Circus/night.circus.s01e01.mkv': GB,
			'Night Circus/night.circus.s01e02.mkv': GB
		}),
		kind: 'series'
	});
	await house.scan(films.id);
	await house.scan(shows.id);
	const { db } = house;
	const all = () =>
		everything.map((table) =>
			db
				.select()
				.from(table)
				.all()
				.map(({ triedAt: _, refreshedAt: __, ...row }: Record<string, unknown>) => row)
				.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
		);
	const movie = db.select().from(movies).where(eq(movies.tmdbId, 1)).get()!;
	const show = db.select().from(series).get()!;
	return {
		...house,
		films,
		movie,
		show,
		all,
		async [Symbol.asyncDispose]() {
			await house[Symbol.asyncDispose]();
			await tmdb.close();
		}
	};
}

test('another match in place is taken back with everything it changed', async () => {
	await using house = await openHouse();
	const { library, movie, show, all } = house;
	library.edit('movie', [movie.id], { addTags: ['old'] });
	library.markWatched('ann', { movie: movie.id }, true);
	library.markWatched('ann', { series: show.id }, true);
	const before = all();
	const film = await library.rematch('movie', movie.id, { source: 'tmdb', id: 2 }, signal, 'ann');
	const other = await library.rematch('series', show.id, { source: 'tmdb', id: 8 }, signal, 'ann');
	expect(library.series(show.id, 'ann').title).toBe('Day Circus');
	await library.undo(other.undoId, 'ann');
	await library.undo(film.undoId, 'ann');
	expect(all()).toEqual(before);
});

test('a match with what was here already is taken apart again', async () => {
	await using house = await openHouse();
	const { db, library, movie, all } = house;
	library.markWatched('ann', { movie: movie.id }, true);
	const before = all();
	const { id, undoId } = await library.rematch('movie', movie.id, { source: 'tmdb', id: 3 }, signal);
	expect(db.select().from(movies).all()).toMatchObject([{ id, fileCount: 3 }]);
	expect(library.movie(id, 'ann').progress).toMatchObject({ watched: true });
	await library.undo(undoId);
	expect(all()).toEqual(before);
});

test('what was matched by hand waits again; what was unmatched is back', async () => {
	await using house = await openHouse();
	const { db, library, movie, all } = house;
	const before = all();
	const undoUnmatch = library.unmatch('movie', movie.id);
	await library.undo(undoUnmatch);
	expect(all()).toEqual(before);

	library.unmatch('movie', movie.id);
	const waiting = all();
	const [row] = library.unmatched({ limit: 5 }).items;
	const made = await library.match(row!.id, { source: 'tmdb', id: 1 }, signal);
	expect(db.select().from(unmatched).all()).toEqual([]);
	await library.undo(made.undoId);
	expect(all()).toEqual(waiting);
});

test('edits of one and of many are undone, but not what was changed again since', async () => {
	await using house = await openHouse();
	const { db, library } = house;
	const rows = () => db.select().from(movies).orderBy(movies.id).all();
	const before = rows();
	const ids = before.map(({ id }) => id);
	const undoId = library.edit('movie', ids, { monitored: false, year: 1950, addTags: ['shelf'] }, 'ann')!;
	library.edit('movie', [ids[0]!], { year: 1951 });
	expect(library.edit('movie', ids, { monitored: false })).toBeUndefined();
	await library.undo(undoId);
	expect(rows().map(({ monitored, year, lockedFields }) => ({ monitored, year, lockedFields }))).toEqual([
		{ monitored: true, year: 1951, lockedFields: ['year'] },
		{ monitored: true, year: before[1]!.year, lockedFields: [] }
	]);
	expect(db.select().from(itemTags).all()).toEqual([]);
	const { items } = await library.changes({ limit: 10 });
	expect(items.map(({ title, by, why }) => [title, by, why?.text])).toEqual([
		['Changed Iron Orchard', null, undefined],
		['Changed 2 films', 'ann', 'This was undone already.']
	]);
	expect(await library.changes({ limit: 10, movie: ids[1]! })).toMatchObject({ total: 1 });
});

test('what nothing is left of to undo, and what has no place to come back to, says so and does nothing', async () => {
	await using house = await openHouse();
	const { db, library, movie } = house;
	const first = library.edit('movie', [movie.id], { year: 1950 })!;
	const second = library.edit('movie', [movie.id], { year: 1951 })!;
	await expect(library.undo(first)).rejects.toThrow('changed again since');
	await library.undo(second);
	await library.undo(first);
	expect(db.select().from(movies).where(eq(movies.id, movie.id)).get()).toMatchObject({ year: movie.year });

	const deleted = await library.remove('movie', movie.id, { files: true });
	const again = await library.add(
		{
			kind: 'movie',
			ids: { tmdb: 1, imdb: undefined, tvdb: undefined, tvmaze: undefined },
			rootFolderId: house.films.id
		},
		signal
	);
	const { items } = await library.changes({ limit: 10 });
	expect(items.find(({ id }) => id === deleted)!.why?.text).toContain('in the library again');
	await expect(library.undo(deleted)).rejects.toThrow('in the library again');
	expect((await library.trash.list()).items).toHaveLength(1);
	await library.remove('movie', again.id, { files: false });
	await library.undo(deleted);
	expect(db.select().from(files).where(eq(files.movieId, movie.id)).all()).toHaveLength(2);
});

test('a file given to another film stays there through scans, and comes back by undoing', async () => {
	await using house = await openHouse();
	const { db, library, movie, all } = house;
	const river = db.select().from(movies).where(eq(movies.tmdbId, 3)).get()!;
	const file = db.select().from(files).where(eq(files.movieId, movie.id)).all()[1]!;
	const before = all();
	const undoId = library.assignFile(file.id, { movieId: river.id });
	expect(db.select().from(movies).orderBy(movies.id).all()).toMatchObject([
		{ fileCount: 1 },
		{ fileCount: 2 }
	]);
	house.lay('films', { 'Iron Orchard (1999)/Iron.Orchard.1999.480p.mkv': GB });
	await house.scan(house.films.id, { full: true });
	expect(library.file(file.id)).toMatchObject({ movieId: river.id, heldBy: 'person' });
	const added = db
		.select()
		.from(files)
		.all()
		.find(({ path }) => path.includes('480p'))!;
	expect(added.movieId).toBe(movie.id);
	await library.undo(await library.removeFile(added.id)).catch(() => undefined);
	db.delete(files).where(eq(files.id, added.id)).run();
	await library.undo(undoId);
	expect(library.file(file.id)).toMatchObject({ movieId: movie.id, heldBy: null });
	expect(all()[0]).toEqual(before[0]!.map((row) => expect.objectContaining({ title: row['title'] })));
});

test('one file is renamed alone, in the folder it stands in', async () => {
	await using house = await openHouse();
	const { db, library, movie } = house;
	house.settings.update('naming', {
		movieFolder: 'X {Movie Title}',
		movieFile: '{Movie Title} - {Quality Full}'
	});
	const file = db.select().from(files).where(eq(files.movieId, movie.id)).all()[0]!;
	const items = [{ kind: 'movie' as const, id: movie.id, files: [file.id] }];
	const [preview] = await library.previewRename(items);
	expect(preview!.renames.map(({ from, to }) => [from, to])).toEqual([
		[
			'Iron Orchard (1999)/Iron.Orchard.1999.1080p.mkv',
			expect.stringMatching(/^Iron Orchard \(1999\)\/Iron Orchard - /)
		]
	]);
	const job = await house.jobs.settled(library.rename(items, { userId: 'ann', name: 'Ann' }));
	const folder = join(house.media, 'films/Iron Orchard (1999)');
	expect(readdirSync(folder).filter((name) => name.startsWith('Iron Orchard -'))).toHaveLength(1);
	expect(library.movie(movie.id, 'ann').folder).toBe('Iron Orchard (1999)');
	expect((await library.changes({ limit: 1 })).items).toMatchObject([
		{ title: 'Renamed the files of Iron Orchard', by: 'Ann', pathCount: 1, why: null }
	]);
	await library.undo((job.result as { undoId: number }).undoId);
	expect(readdirSync(folder).toSorted()).toEqual([
		'Iron.Orchard.1999.1080p.mkv',
		'Iron.Orchard.1999.720p.mkv'
	]);
});

test('the trash shows what lies in it, brings it back with all that went along, or lets it go for good', async () => {
	await using house = await openHouse();
	const { db, library, movie } = house;
	const folder = join(house.media, 'films/Iron Orchard (1999)');
	const own = () => db.select().from(files).where(eq(files.movieId, movie.id)).all();
	const undoId = await library.remove('movie', movie.id, { files: true }, 'ann');
	const { items, keptDays } = await library.trash.list();
	expect(items).toMatchObject([
		{ path: 'Iron Orchard (1999)', isFolder: true, change: { id: undoId, title: 'Deleted Iron Orchard' } }
	]);
	expect(items[0]!.leavesAt - items[0]!.deletedAt).toBe(keptDays * 86_400_000);
	await library.trash.restore(items[0]!.id);
	expect(existsSync(folder)).toBe(true);
	expect(own().map(({ state }) => state)).toEqual(['present', 'present']);

	const first = own()[0]!;
	const step = await library.removeFile(first.id);
	const later = await library.remove('movie', movie.id, { files: true });
	expect((await library.changes({ limit: 2 })).items.map(({ why }) => why?.text)).toEqual([
		undefined,
		'“{title}” came later: undo that first.'
	]);
	expect(await library.trash.empty()).toBe(2);
	expect((await library.changes({ limit: 1 })).items[0]!.why?.text).toBe('Its files were deleted for good.');
	await expect(library.undo(later)).rejects.toThrow('deleted for good');
	await expect(library.undo(step)).rejects.toThrow('undo that first');
	expect(db.select().from(files).where(eq(files.state, 'trashed')).all()).toEqual([]);
});
