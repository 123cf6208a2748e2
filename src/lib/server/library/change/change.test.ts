import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rawDb } from '#server/platform/db.ts';
import { startFakeTmdb } from '../../../../../tests/fakes/tmdb.ts';
import { openLibrary } from '../../../../../tests/harness/library.ts';
import { files, sidecars, unmatched } from '../schema/files.ts';
import { episodes, itemTags, movies, series } from '../schema/items.ts';
import { credits } from '../schema/people.ts';
import { progress } from '../schema/watching.ts';

const GB = 1_000_000_000;
const signal = new AbortController().signal;

async function openHouse() {
	const tmdb = await startFakeTmdb();
	tmdb.movies.push(
		{ id: 1, title: 'Iron Orchard', year: 1999 },
		{ id: 2, title: 'Iron Orchard', year: 1963 },
		{ id: 3, title: 'Silver River', year: 2005 }
	);
	tmdb.series.push({
		id: 9,
		title: 'Night Circus',
		year: 2012,
		status: 'Returning Series',
		seasons: { 1: ['One', 'Two', 'Three'], 2: ['Four'] }
	});
	const house = await openLibrary({ tmdbUrl: tmdb.url });
	const path = house.lay('films', {
		'Iron Orchard (1999)/Iron.Orchard.1999.1080p.BluRay.x264-GRP.mkv': 4 * GB,
		'Iron Orchard (1999)/Iron.Orchard.1999.1080p.BluRay.x264-GRP.en.srt': 'hello',
		'Iron Orchard (1999)/poster.jpg': 'x',
		'Iron Orchard (1999)/read me.txt': 'x',
		'Silver River.mkv': GB
	});
	const shows = house.lay('series', {
		'night circus/night.circus.s01e01.mkv': GB,
		'night circus/night.circus.s01e02e03.mkv': GB,
		'night circus/Season 2/night.circus.s02e01.mkv': GB
	});
	const films = await house.library.roots.add({ path, kind: 'movie' });
	const root = await house.library.roots.add({ path: shows, kind: 'series' });
	await house.scan(films.id);
	await house.scan(root.id);
	const movie = house.db.select().from(movies).where(eq(movies.tmdbId, 1)).get()!;
	const show = house.db.select().from(series).get()!;
	return {
		...house,
		tmdb,
		path,
		shows,
		films,
		movie,
		show,
		async [Symbol.asyncDispose]() {
			await house[Symbol.asyncDispose]();
			await tmdb.close();
		}
	};
}

test('a deleted film goes to the trash with everything and comes back as it was', async () => {
	await using house = await openHouse();
	const { db, library, path, movie } = house;
	const [file] = db.select().from(files).where(eq(files.movieId, movie.id)).all();
	library.played('ann', file!.id, { positionSeconds: 600, durationSeconds: 6000 });
	library.edit('movie', [movie.id], { addTags: ['favourite'], overview: 'My own words.' });
	const before = [movies, credits, itemTags, progress, files, sidecars].map((table) =>
		db.select().from(table).all()
	);
	const undoId = await library.remove('movie', movie.id, { files: true });
	expect(existsSync(join(path, 'Iron Orchard (1999)'))).toBe(false);
	expect(db.select().from(movies).where(eq(movies.id, movie.id)).get()).toBeUndefined();
	expect(await house.scan(house.films.id)).toMatchObject({
		result: { state: 'ready', missing: 0, added: 0 }
	});

	expect(await library.undo(undoId)).toMatchObject({ title: 'Deleted Iron Orchard' });
	expect(readFileSync(join(path, 'Iron Orchard (1999)/read me.txt'), 'utf8')).toBe('x');
	expect(
		[movies, credits, itemTags, progress, files, sidecars].map((table) => db.select().from(table).all())
	).toEqual(before);
	await expect(library.undo(undoId)).rejects.toThrow('undone already');
	await house.scan(house.films.id);
	await house.scan(house.films.id);
	expect(db.select().from(files).where(eq(files.id, file!.id)).get()).toMatchObject({
		state: 'present',
		movieId: movie.id
	});
});

test('one file of many is deleted with its subtitles, and a film without its files is not taken in again', async () => {
	await using house = await openHouse();
	const { db, library, path, movie } = house;
	const [file] = db.select().from(files).where(eq(files.movieId, movie.id)).all();
	const undoId = await library.removeFile(file!.id);
	expect(readdirSync(join(path, 'Iron Orchard (1999)')).toSorted()).toEqual(['poster.jpg', 'read me.txt']);
	expect(db.select().from(movies).where(eq(movies.id, movie.id)).get()).toMatchObject({ fileCount: 0 });
	await library.undo(undoId);
	expect(db.select().from(movies).where(eq(movies.id, movie.id)).get()).toMatchObject({ fileCount: 1 });

	await library.remove('movie', movie.id, { files: false });
	expect(existsSync(join(path, 'Iron Orchard (1999)'))).toBe(true);
	await house.scan(house.films.id, { full: true });
	expect(
		db
			.select()
			.from(movies)
			.all()
			.map(({ title }) => title)
	).toEqual(['Silver River']);
	expect(db.select().from(unmatched).all()).toMatchObject([{ ignored: true }]);
});

test('a wrong match is mended in place: progress and tags stay with the film', async () => {
	await using house = await openHouse();
	const { db, library, movie } = house;
	const [file] = db.select().from(files).where(eq(files.movieId, movie.id)).all();
	library.played('ann', file!.id, { watched: true });
	expect(await library.rematch('movie', movie.id, { source: 'tmdb', id: 2 }, signal)).toMatchObject({
		kind: 'movie',
		id: movie.id
	});
	expect(db.select().from(movies).where(eq(movies.id, movie.id)).get()).toMatchObject({
		tmdbId: 2,
		year: 1963,
		confidence: 1,
		reasons: ['A person chose it.', expect.any(String), expect.any(String)]
	});
	expect(library.progressOf('ann', file!.id)).toMatchObject({ watched: true });

	const other = db.select().from(movies).where(eq(movies.tmdbId, 3)).get()!;
	expect(await library.rematch('movie', movie.id, { source: 'tmdb', id: 3 }, signal)).toMatchObject({
		kind: 'movie',
		id: other.id
	});
	expect(db.select().from(movies).all()).toMatchObject([{ id: other.id, fileCount: 2 }]);
	expect(library.progressOf('ann', file!.id)).toMatchObject({ watched: true });
});

test('what was unmatched waits for a person, who may choose, ignore or have it tried again', async () => {
	await using house = await openHouse();
	const { db, library, movie } = house;
	library.unmatch('movie', movie.id);
	house.library.identify({});
	await house.idle();
	const page = library.unmatched({ limit: 10 });
	expect(page).toMatchObject({
		total: 1,
		items: [{ path: 'Iron Orchard (1999)', kind: 'movie', ignored: false }]
	});
	library.ignoreUnmatched([page.items[0]!.id], true);
	expect(library.unmatched({ limit: 10 }).total).toBe(0);
	expect(library.unmatched({ limit: 10, ignored: true }).total).toBe(1);
	const file = db.select().from(files).where(eq(files.unit, 'Iron Orchard (1999)')).get()!;
	expect(await library.looksLike(file.id, signal)).toMatchObject({
		kind: 'movie',
		title: 'Iron Orchard',
		suggestions: [{ tmdbId: 1, confidence: expect.any(Number) }, { tmdbId: 2 }]
	});
	const made = await library.match(page.items[0]!.id, { source: 'tmdb', id: 1 }, signal);
	expect(db.select().from(movies).where(eq(movies.id, made.id)).get()).toMatchObject({
		tmdbId: 1,
		fileCount: 1
	});
	library.unmatch('movie', made.id);
	library.retryUnmatched(library.unmatched({ limit: 10 }).items.map(({ id }) => id));
	await house.idle();
	expect(db.select().from(movies).where(eq(movies.tmdbId, 1)).get()).toMatchObject({ fileCount: 1 });
});

test('what a person edited survives a refresh, everything else follows the source', async () => {
	await using house = await openHouse();
	const { db, library, tmdb, movie } = house;
	library.edit('movie', [movie.id], { title: 'Der Eisengarten', genres: ['Own'] });
	tmdb.movies[0]!.title = 'Iron Orchard Remastered';
	tmdb.movies[0]!.runtime = 133;
	rawDb(db).exec('DELETE FROM metadata_cache');
	library.refresh({ items: [{ kind: 'movie', id: movie.id }] });
	await house.idle();
	expect(db.select().from(movies).where(eq(movies.id, movie.id)).get()).toMatchObject({
		title: 'Der Eisengarten',
		sortTitle: 'eisengarten',
		genres: ['Own'],
		runtimeMinutes: 133,
		lockedFields: ['title', 'genres']
	});
	library.edit('movie', [movie.id], { lockedFields: [] });
	library.refresh({ items: [{ kind: 'movie', id: movie.id }] });
	await house.idle();
	expect(db.select().from(movies).where(eq(movies.id, movie.id)).get()).toMatchObject({
		title: 'Iron Orchard Remastered',
		genres: ['Drama']
	});
});

test('many items are changed at once', async () => {
	await using house = await openHouse();
	const { db, library, show } = house;
	const ids = db
		.select()
		.from(movies)
		.all()
		.map(({ id }) => id);
	library.edit('movie', ids, { monitored: false, profileId: 'hd', addTags: ['old', 'shelf'] });
	library.edit('movie', ids, { removeTags: ['old'] });
	expect(db.select().from(movies).all()).toMatchObject([
		{ monitored: false, profileId: 'hd' },
		{ monitored: false, profileId: 'hd' }
	]);
	expect(db.select().from(itemTags).all()).toHaveLength(2);
	library.editSeason({ seriesId: show.id, number: 1 }, { monitored: false });
	expect(db.select().from(episodes).where(eq(episodes.monitored, true)).all()).toHaveLength(1);
});

test('progress leads from episode to episode, per person', async () => {
	await using house = await openHouse();
	const { db, library, show, movie } = house;
	const of = (path: string) =>
		db
			.select()
			.from(files)
			.all()
			.find((file) => file.path.includes(path))!.id;
	library.played('ann', of('s01e01'), { positionSeconds: 1200, durationSeconds: 2700 });
	expect(library.continueWatching('ann', 10)).toMatchObject([
		{ kind: 'episode', season: 1, number: 1, positionSeconds: 1200, fileId: of('s01e01') }
	]);
	expect(library.continueWatching('bob', 10)).toEqual([]);
	expect(library.played('ann', of('s01e01'), { positionSeconds: 2650 })).toMatchObject({
		watched: true,
		playCount: 1,
		positionSeconds: 0
	});
	expect(library.continueWatching('ann', 10)).toMatchObject([
		{ season: 1, number: 2, positionSeconds: 0, fileId: of('s01e02e03') }
	]);
	library.markWatched('ann', { series: show.id, season: 1 }, true);
	expect(library.continueWatching('ann', 10)).toMatchObject([{ season: 2, number: 1 }]);
	library.markWatched('ann', { series: show.id }, true);
	expect(library.continueWatching('ann', 10)).toEqual([]);
	expect(library.list('series', { limit: 10 }, 'ann').items).toMatchObject([{ watched: true, progress: 1 }]);
	library.markWatched('ann', { movie: movie.id }, true);
	library.markWatched('ann', { movie: movie.id }, false);
	expect(db.select().from(progress).where(eq(progress.movieId, movie.id)).all()).toMatchObject([
		{ watched: false, playCount: 1 }
	]);
});

test('renaming previews, moves files with all beside them, and can be undone', async () => {
	await using house = await openHouse();
	const { db, library, path, shows, movie, show } = house;
	house.settings.update('naming', {
		movieFolder: '{Movie Title} ({Release Year})',
		movieFile: '{Movie Title} ({Release Year}){ - {Quality Full}}',
		seriesFolder: '{Series Title} ({Series Year})',
		episode: '{Series Title} - S{season:00}E{episode:00} - {Episode Title}'
	});
	db.update(movies).set({ title: 'Iron: Orchard' }).where(eq(movies.id, movie.id)).run();
	const items = [
		{ kind: 'movie' as const, id: movie.id },
		{ kind: 'series' as const, id: show.id }
	];
	const [film] = await library.previewRename(items);
	expect(film!.folder).toEqual({ from: 'Iron Orchard (1999)', to: 'Iron - Orchard (1999)' });
	expect(film!.renames.map(({ to, state }) => `${state} ${to}`).toSorted()).toEqual([
		'move Iron - Orchard (1999)/Iron - Orchard (1999) - Bluray-1080p.en.srt',
		'move Iron - Orchard (1999)/Iron - Orchard (1999) - Bluray-1080p.mkv',
		'move Iron - Orchard (1999)/poster.jpg',
		'move Iron - Orchard (1999)/read me.txt'
	]);
	const ids = () => db.select({ id: files.id, movieId: files.movieId }).from(files).orderBy(files.id).all();
	const before = {
		ids: ids(),
		films: readdirSync(path, { recursive: true }).toSorted(),
		shows: readdirSync(shows, { recursive: true }).toSorted()
	};
	const job = await house.jobs.settled(library.rename(items));
	expect(job).toMatchObject({ state: 'done', result: { renamed: 7, undoId: expect.any(Number) } });
	expect(readdirSync(join(path, 'Iron - Orchard (1999)')).toSorted()).toEqual([
		'Iron - Orchard (1999) - Bluray-1080p.en.srt',
		'Iron - Orchard (1999) - Bluray-1080p.mkv',
		'poster.jpg',
		'read me.txt'
	]);
	expect(readdirSync(join(shows, 'Night Circus (2012)'), { recursive: true }).toSorted()).toEqual([
		'Season 01',
		'Season 01/Night Circus - S01E01 - One.mkv',
		expect.stringMatching(/^Season 01\/Night Circus - S01E02.*03 - Two \+ Three\.mkv$/),
		'Season 02',
		'Season 02/Night Circus - S02E01 - Four.mkv'
	]);
	expect(existsSync(join(path, 'Iron Orchard (1999)'))).toBe(false);
	const root = house.library.roots.list().find(({ kind }) => kind === 'series')!;
	for (const id of [house.films.id, root.id])
		expect(await house.scan(id)).toMatchObject({ result: { added: 0, moved: 0, missing: 0 } });
	expect(ids()).toEqual(before.ids);
	expect(
		(await library.previewRename(items))
			.flatMap(({ renames }) => renames)
			.every(({ state }) => state === 'same')
	).toBe(true);
	await library.undo((job.result as { undoId: number }).undoId);
	expect(readdirSync(path, { recursive: true }).toSorted()).toEqual(before.films);
	expect(readdirSync(shows, { recursive: true }).toSorted()).toEqual(before.shows);
	expect(db.select().from(movies).where(eq(movies.id, movie.id)).get()).toMatchObject({
		folder: 'Iron Orchard (1999)'
	});
	expect(await house.scan(house.films.id)).toMatchObject({ result: { added: 0, moved: 0, missing: 0 } });
});

test('what went since the last scan, or stands in the way, does not keep others from their names', async () => {
	await using house = await openHouse();
	const { db, library, path, movie } = house;
	const other = db.select().from(movies).where(eq(movies.tmdbId, 3)).get()!;
	rmSync(join(path, 'Iron Orchard (1999)/Iron.Orchard.1999.1080p.BluRay.x264-GRP.en.srt'));
	house.settings.update('naming', { movieFolder: '{Movie Title}', movieFile: '{Movie Title}' });
	const items = [movie.id, other.id].map((id) => ({ kind: 'movie' as const, id }));
	const [preview] = await library.previewRename(items);
	expect(preview!.renames.map(({ to }) => to)).not.toContain('Iron Orchard/Iron Orchard.en.srt');
	// A file stands where its folder would be.
	writeFileSync(join(path, 'Iron Orchard'), 'x');
	const job = await house.jobs.settled(library.rename(items));
	expect(job).toMatchObject({ state: 'failed', error: expect.stringMatching(/^1 of 2 .*Iron Orchard: /) });
	expect(existsSync(join(path, 'Silver River/Silver River.mkv'))).toBe(true);
	expect(existsSync(join(path, 'Iron Orchard (1999)/Iron.Orchard.1999.1080p.BluRay.x264-GRP.mkv'))).toBe(
		true
	);
	rmSync(join(path, 'Iron Orchard'));
	expect(await house.jobs.settled(library.rename(items))).toMatchObject({ state: 'done' });
	expect(readdirSync(join(path, 'Iron Orchard')).toSorted()).toEqual([
		'Iron Orchard.mkv',
		'poster.jpg',
		'read me.txt'
	]);
});

test('a version that came with a folder of its own brings along what is in it', async () => {
	await using house = await openHouse();
	const { db, library, path, films, movie } = house;
	house.lay('films', {
		'Iron Orchard 1999 German/iron.orchard.1999.german.720p.mkv': 2 * GB,
		'Iron Orchard 1999 German/Featurettes/Making of.mkv': 1000,
		'Iron Orchard 1999 German/cover.jpg': 'x'
	});
	await house.scan(films.id);
	const own = () => db.select().from(files).where(eq(files.movieId, movie.id)).orderBy(files.id).all();
	const before = own();
	expect(before).toHaveLength(3);
	house.settings.update('naming', {
		movieFolder: '{Movie Title}',
		movieFile: '{Movie Title}{ - {Quality Full}}'
	});
	const job = await house.jobs.settled(library.rename([{ kind: 'movie', id: movie.id }]));
	expect(readdirSync(join(path, 'Iron Orchard'), { recursive: true }).toSorted()).toEqual([
		'Featurettes',
		'Featurettes/Making of.mkv',
		'Iron Orchard - Bluray-1080p.en.srt',
		'Iron Orchard - Bluray-1080p.mkv',
		'Iron Orchard - HDTV-720p.mkv',
		'cover.jpg',
		'poster.jpg',
		'read me.txt'
	]);
	expect(existsSync(join(path, 'Iron Orchard 1999 German'))).toBe(false);
	await house.scan(films.id, { full: true });
	expect(own().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	await library.undo((job.result as { undoId: number }).undoId);
	expect(own().map((file) => file.path)).toEqual(before.map((file) => file.path));
});

test('a name that tells no quality gets that of the picture, never one of its ending', async () => {
	await using house = await openHouse();
	const { db, library } = house;
	const river = db.select().from(movies).where(eq(movies.tmdbId, 3)).get()!;
	house.settings.update('naming', { movieFile: '{Movie Title}{ [Quality Full]}' });
	const name = async () =>
		(await library.previewRename([{ kind: 'movie', id: river.id }]))[0]!.renames[0]!.to;
	expect(await name()).toMatch(/\/Silver River\.mkv$/);
	const seen = (width: number, height: number) =>
		db
			.update(files)
			.set({ probe: { video: { codec: 'h264', width, height }, audio: [], subtitles: [] } })
			.where(eq(files.movieId, river.id))
			.run();
	seen(640, 480);
	expect(await name()).toMatch(/\/Silver River \[SDTV\]\.mkv$/);
	seen(1920, 800);
	expect(await name()).toMatch(/\/Silver River \[HDTV-1080p\]\.mkv$/);
});

test('two files that would get one name are left alone and said to collide', async () => {
	await using house = await openHouse();
	const { library, path, films, db, movie } = house;
	house.lay('films', { 'Iron Orchard (1999)/Iron.Orchard.1999.1080p.BluRay.x264-OTHER.mkv': GB });
	await house.scan(films.id);
	house.settings.update('naming', { movieFile: '{Movie Title} ({Release Year})' });
	const [preview] = await library.previewRename([{ kind: 'movie', id: movie.id }]);
	expect(
		preview!.renames.filter(({ state }) => state === 'conflict').map(({ conflict }) => conflict)
	).toEqual([expect.stringContaining('same name'), expect.stringContaining('same name')]);
	await house.jobs.settled(library.rename([{ kind: 'movie', id: movie.id }]));
	for (const { path: where } of db.select().from(files).where(eq(files.movieId, movie.id)).all())
		expect(existsSync(join(path, where))).toBe(true);
});

test('episodes can be set by hand', async () => {
	await using house = await openHouse();
	const { db, library, show } = house;
	const file = db
		.select()
		.from(files)
		.all()
		.find(({ path }) => path.includes('s01e02e03'))!;
	const three = db.select().from(episodes).where(eq(episodes.title, 'Three')).get()!;
	const undoId = library.assignFile(file.id, { episodeIds: [three.id] });
	expect(library.file(file.id).episodeIds).toEqual([three.id]);
	expect(db.select().from(series).where(eq(series.id, show.id)).get()).toMatchObject({ episodeFileCount: 3 });
	// A scan that finds another file beside it does not read its name again.
	house.lay('series', { 'night circus/night.circus.s01e99.mkv': GB });
	await house.scan(db.select().from(files).where(eq(files.id, file.id)).get()!.rootFolderId);
	expect(library.file(file.id).episodeIds).toEqual([three.id]);
	await library.undo(undoId);
	expect(library.file(file.id).episodeIds).toHaveLength(2);
});
