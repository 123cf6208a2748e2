import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rawDb } from '#server/platform/db.ts';
import { startFakeTmdb } from '../../../../../tests/fakes/tmdb.ts';
import { openLibrary } from '../../../../../tests/harness/library.ts';
import { files } from '../schema/files.ts';
import { episodes, series } from '../schema/items.ts';
import { progress } from '../schema/watching.ts';

const GB = 1_000_000_000;
const signal = new AbortController().signal;

async function openHouse() {
	const tmdb = await startFakeTmdb();
	tmdb.series.push({
		id: 71,
		title: 'Lantern Street',
		year: 2001,
		seasons: { 0: ['how it was made'], 1: ['a', 'b'], 2: ['c'] },
		groups: [{ id: 'abc', name: 'DVD', type: 3, seasons: [['1.2', '2.1'], ['1.1']] }]
	});
	const house = await openLibrary({ tmdbUrl: tmdb.url });
	const root = await house.library.roots.add({
		path: house.lay('series', {
			'Lantern Street/Lantern Street S01E01.mkv': GB,
			'Lantern Street/Lantern Street S01E02.mkv': GB,
			'Lantern Street/Lantern Street S02E01.mkv': GB
		}),
		kind: 'series'
	});
	await house.scan(root.id);
	const { id } = house.db.select().from(series).get()!;
	const list = () =>
		house.db
			.select()
			.from(episodes)
			.orderBy(episodes.seasonNumber, episodes.number)
			.all()
			.map(({ seasonNumber, number, title }) => `${seasonNumber}x${number} ${title}`);
	/** 'S01E01 holds a' */
	const held = () =>
		(
			rawDb(house.db)
				.prepare(
					`SELECT substr(f.path, 31, 6) AS file, group_concat(e.title) AS titles FROM files f LEFT JOIN episode_files ef ON ef.fileId = f.id LEFT JOIN episodes e ON e.id = ef.episodeId GROUP BY f.id ORDER BY f.path`
				)
				.all() as { file: string; titles: string | null }[]
		).map(({ file, titles }) => `${file} ${titles ?? '-'}`);
	return {
		...house,
		tmdb,
		root,
		id,
		list,
		held,
		async [Symbol.asyncDispose]() {
			await house[Symbol.asyncDispose]();
			await tmdb.close();
		}
	};
}

const asAired = ['0x1 how it was made', '1x1 a', '1x2 b', '2x1 c'];
const onDvd = ['0x1 how it was made', '1x1 b', '1x2 c', '2x1 a'];

test('orders are offered with the one that is chosen', async () => {
	await using house = await openHouse();
	expect(await house.library.orders.list(house.id, signal)).toEqual([
		{ id: null, name: 'As aired', kind: 'aired', episodeCount: 3, chosen: true },
		{ id: 'through', name: 'Numbered through', kind: 'through', episodeCount: 3, chosen: false },
		{ id: 'abc', name: 'DVD', kind: 'dvd', episodeCount: 0, chosen: false }
	]);
});

test('names are read in the chosen order; a preview says so and changes nothing', async () => {
	await using house = await openHouse();
	const { library, id, list, held } = house;
	const wish = { order: 'abc', files: 'names' as const };
	const preview = await library.orders.preview(id, wish, signal);
	expect(
		preview.files.map(({ path, from, to, state }) => [
			path.slice(-10, -4),
			from[0]?.title,
			to[0]?.title,
			state
		])
	).toEqual([
		['S01E01', 'a', 'b', 'moves'],
		['S01E02', 'b', 'c', 'moves'],
		['S02E01', 'c', 'a', 'moves']
	]);
	expect(list()).toEqual(asAired);
	expect(held()).toEqual(['S01E01 a', 'S01E02 b', 'S02E01 c']);

	const { undoId, ...report } = await library.orders.choose(id, wish, signal, 'ann');
	expect(report).toEqual(preview);
	expect(list()).toEqual(onDvd);
	expect(held()).toEqual(['S01E01 b', 'S01E02 c', 'S02E01 a']);

	rawDb(house.db).exec('DELETE FROM metadata_cache');
	library.refresh({ items: [{ kind: 'series', id }] });
	await house.idle();
	house.lay('series', { 'Lantern Street/Lantern Street S02E01 again.mkv': GB });
	await house.scan(house.root.id);
	expect(list()).toEqual(onDvd);
	expect(held()).toEqual(['S01E01 b', 'S01E02 c', 'S02E01 a', 'S02E01 a']);

	await library.undo(undoId);
	expect(list()).toEqual(asAired);
	expect(held()).toEqual(['S01E01 a', 'S01E02 b', 'S02E01 c', 'S02E01 c']);
	expect(house.db.select().from(series).get()).toMatchObject({ episodeGroup: null, episodeFileCount: 3 });
});

test('files can stay with their episodes, and what people watched goes with them in any case', async () => {
	await using house = await openHouse();
	const { db, library, id, list, held } = house;
	const first = db.select().from(episodes).where(eq(episodes.title, 'a')).get()!;
	library.markWatched('ann', { episodes: [first.id] }, true);
	const wish = { order: 'abc', files: 'stay' as const };
	const { files: moves } = await library.orders.choose(id, wish, signal);
	expect(moves.map(({ state }) => state)).toEqual(['renumbered', 'renumbered', 'renumbered']);
	expect(list()).toEqual(onDvd);
	expect(held()).toEqual(['S01E01 a', 'S01E02 b', 'S02E01 c']);
	expect(db.select().from(episodes).where(eq(episodes.id, first.id)).get()).toMatchObject({
		title: 'a',
		seasonNumber: 2,
		number: 1
	});
	expect(db.select().from(progress).all()).toMatchObject([{ episodeId: first.id, watched: true }]);
	house.lay('series', { 'Lantern Street/Lantern Street S01E02 again.mkv': GB });
	await house.scan(house.root.id);
	expect(held()).toEqual(['S01E01 a', 'S01E02 c', 'S01E02 b', 'S02E01 c']);

	// Names again: what stayed is let go.
	await library.orders.choose(id, { order: null, files: 'names' }, signal);
	expect(list()).toEqual(asAired);
	expect(db.select().from(files).where(eq(files.heldBy, 'order')).all()).toEqual([]);
});

test('episodes numbered through stand in one season', async () => {
	await using house = await openHouse();
	const { library, id, list, held } = house;
	const { files: moves } = await library.orders.choose(id, { order: 'through', files: 'names' }, signal);
	expect(list()).toEqual(['0x1 how it was made', '1x1 a', '1x2 b', '1x3 c', '2x1 null']);
	expect(held()).toEqual(['S01E01 a', 'S01E02 b', 'S02E01 -']);
	expect(moves.map(({ state }) => state)).toEqual(['same', 'same', 'moves']);
});

test('what an order leaves out is not lost', async () => {
	await using house = await openHouse();
	house.tmdb.series[0]!.groups!.push({ id: 'half', name: 'Half', type: 5, seasons: [['1.2']] });
	rawDb(house.db).exec('DELETE FROM metadata_cache');
	await house.library.orders.choose(house.id, { order: 'half', files: 'stay' }, signal);
	expect(house.list()).toEqual(['0x1 how it was made', '0x2 a', '0x3 c', '1x1 b']);
	expect(house.held()).toEqual(['S01E01 a', 'S01E02 b', 'S02E01 c']);
});
