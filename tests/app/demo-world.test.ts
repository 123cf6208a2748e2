import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq, or } from 'drizzle-orm';
import { findProgram, run } from '#server/platform/process.ts';
import { episodeFiles, files, unmatched } from '#server/library/schema/files.ts';
import { episodes, movies, series } from '#server/library/schema/items.ts';
import type { Entry, Root } from '../../src/cli/demo/shelf/entry.ts';
import { noteOf, pathOf, shelves } from '../../src/cli/demo/shelf/make-shelf.ts';
import { startWorld, type FakeWorld } from '../fakes/world.ts';
import { openLibrary, type LibraryHouse } from '../harness/library.ts';

const today = '2026-06-15';
let world: FakeWorld;
let house: LibraryHouse;
const roots: Root[] = shelves(today);

/** The shelf of the demo as far as names go: only the film that is told by its length has one. */
async function layOut({ name, entries, notes }: Root): Promise<string> {
	const sizes = entries.map((entry, index) => [pathOf(world.world, entry), 1_000_000 + index] as const);
	const texts = Object.entries(notes).map(([path, text]) => [path, noteOf(world.world, path, text)] as const);
	const path = house.lay(name, { ...Object.fromEntries(sizes), ...Object.fromEntries(texts) });
	const ffmpeg = await findProgram('ffmpeg');
	for (const entry of entries.filter(({ clip }) => clip === 'long')) {
		const file = join(path, pathOf(world.world, entry));
		const picture = ['-f', 'lavfi', '-i', 'color=s=32x32:r=1/10:d=4740', '-c:v', 'libx264', '-y', file];
		if (ffmpeg) expect((await run(ffmpeg, ['-loglevel', 'error', ...picture])).code).toBe(0);
	}
	return path;
}

beforeAll(async () => {
	world = await startWorld({ today, keys: ['key'] });
	const now = () => Date.parse(`${today}T12:00:00Z`);
	house = await openLibrary({ tmdbUrl: world.url, tvmazeUrl: world.url, now });
	for (const root of roots) {
		const path = await layOut(root);
		const library = house.library.roots.libraries.add({
			name: root.name,
			kind: root.kind,
			seriesType: root.seriesType ?? 'standard'
		});
		const added = await house.library.roots.add({ path, libraryId: library.id });
		await house.scan(added.id);
	}
}, 60_000);
afterAll(async () => {
	await house[Symbol.asyncDispose]();
	await world[Symbol.asyncDispose]();
});

const every = roots.flatMap((root) => root.entries.map((entry) => ({ root, entry })));
const nameOf = (title: string | null, year: number | null) => `${title} ${year}`;

/** What the library takes the file of an entry for. */
function takenFor(entry: Entry): string | undefined {
	// A disc is one file, which goes by the name of its folder.
	const path = pathOf(world.world, entry).replace(/\/VIDEO_TS\/.*$/, '');
	const row = house.db
		.select({ film: movies.title, year: movies.year, show: series.title })
		.from(files)
		.leftJoin(movies, eq(movies.id, files.movieId))
		.leftJoin(series, eq(series.id, files.seriesId))
		.where(or(eq(files.path, path), eq(files.path, `${path}/VIDEO_TS`)))
		.get();
	return row?.film ? nameOf(row.film, row.year) : (row?.show ?? undefined);
}

test('at least 95 of 100 files are identified, and none as something else', () => {
	const sure = every.filter(({ entry }) => entry.is !== undefined && !entry.unsure);
	const wrong = sure.flatMap(({ entry }) => {
		const got = takenFor(entry);
		return got === entry.is ? [] : [`${entry.path}: ${got ?? 'nothing'}, not ${entry.is}`];
	});
	expect(sure.length).toBeGreaterThan(150);
	expect(wrong.filter((line) => !line.includes(': nothing,'))).toEqual([]);
	expect(wrong.length / sure.length, wrong.join('\n')).toBeLessThanOrEqual(0.05);
});

test('what is named too badly waits for a person, with the right answer first', () => {
	const waiting = house.db.select().from(unmatched).all();
	const unsure = every.filter(({ entry }) => entry.unsure && entry.is);
	expect(unsure.length).toBeGreaterThan(3);
	for (const { entry } of unsure) {
		const row = waiting.find(({ path }) => entry.path.startsWith(path));
		expect(row, entry.path).toBeDefined();
		const [first] = row!.suggestions;
		expect(nameOf(first?.title ?? null, first?.year ?? null), entry.path).toBe(entry.is);
		expect(first!.reasons.length).toBeGreaterThan(0);
	}
});

test('what nobody knows waits without a suggestion', () => {
	const waiting = house.db.select().from(unmatched).all();
	const unknown = every.filter(({ entry }) => entry.is === undefined);
	const rows = waiting.filter(({ path }) => unknown.some(({ entry }) => entry.path.startsWith(path)));
	expect(rows.map(({ path, reason, suggestions }) => ({ path, reason, suggestions }))).toEqual(
		expect.arrayContaining([
			{ path: 'Grandmas Garden', reason: 'no-match', suggestions: [] },
			{ path: 'Summer at the Lake 2019', reason: 'no-match', suggestions: [] },
			{ path: 'asdf1234', reason: 'no-match', suggestions: [] }
		])
	);
});

/** Episodes of a show as `season x number`, with the file that holds each. */
const held = (show: string) =>
	house.db
		.select({ season: episodes.seasonNumber, number: episodes.number, path: files.path })
		.from(episodeFiles)
		.innerJoin(episodes, eq(episodes.id, episodeFiles.episodeId))
		.innerJoin(files, eq(files.id, episodeFiles.fileId))
		.innerJoin(series, eq(series.id, episodes.seriesId))
		.where(eq(series.title, show))
		.orderBy(episodes.seasonNumber, episodes.number, files.path)
		.all()
		.map(({ season, number, path }) => `${season}x${number} ${path.split('/').at(-1)!}`);

test('numbers throughout, evenings, doubles and specials find their episodes', () => {
	const lanterns = held('Lantern Town');
	expect(lanterns).toHaveLength(19);
	expect(lanterns.find((line) => line.includes('- 13 '))).toMatch(/^2x1 /);
	expect(lanterns.find((line) => line.includes('- 20 '))).toMatch(/^2x8 /);
	expect(held('Superman').map((line) => line.split(' ')[0])).toEqual([
		'2x1',
		'2x2',
		'2x3',
		'2x4',
		'2x5',
		'2x6',
		'2x7'
	]);
	expect(held('The Evening Reel')).toHaveLength(7);
	expect(held('The Evening Reel').at(-1)).toContain('The.Evening.Reel.2026.06.14');
	expect(held('Saturday Matinee').map((line) => line.split(' ')[0])).toEqual([
		'1x1',
		'1x2',
		'1x3',
		'1x4',
		'1x5'
	]);
	const nights = held('Night Shift at the Bijou');
	expect(nights.filter((line) => line.startsWith('1x1 '))).toHaveLength(2);
	expect(nights.filter((line) => line.startsWith('0x'))).toEqual([
		'0x1 Night Shift at the Bijou - S00E01 - The Christmas Reel.mkv'
	]);
	expect(nights.some((line) => line.startsWith('2x4 '))).toBe(false);
});

test('versions, parts, extras and samples belong to one film', () => {
	const of = (title: string) =>
		house.db
			.select({ role: files.role, extraType: files.extraType, path: files.path })
			.from(files)
			.innerJoin(movies, eq(movies.id, files.movieId))
			.where(eq(movies.title, title))
			.orderBy(files.path)
			.all();
	expect(of('Metropolis').map(({ role }) => role)).toEqual(['main', 'main']);
	expect(of('Dr. Mabuse, the Gambler').map(({ role }) => role)).toEqual(['part', 'part']);
	expect(
		of('The General')
			.map(({ role }) => role)
			.toSorted()
	).toEqual(['main', 'sample']);
	const extras = of('Night of the Living Dead').flatMap(({ extraType }) => extraType ?? []);
	expect(extras.toSorted()).toEqual(['behind-the-scenes', 'interview', 'trailer']);
});
