import { readdirSync, statSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type FakeWorld } from '../../../../tests/fakes/world.ts';
import { openMetadata } from '../../../../tests/harness/metadata.ts';

let world: FakeWorld;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const posterOf = (title: string) =>
	`tmdb/p${[...world.world.films.values()].find((film) => film.title === title)!.id}.jpg`;
const pictures = (folder: string) =>
	readdirSync(join(folder, 'cache/pictures'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

test('a picture is fetched once, resized to the next width and kept as WebP', async () => {
	await using house = await openMetadata(world);
	const { artwork } = house.metadata;
	const before = world.server.requests.length;
	const [file, same] = await Promise.all([
		artwork.file(posterOf('Metropolis'), 300),
		artwork.file(posterOf('Metropolis'), 342)
	]);
	expect(same).toBe(file);
	expect(await artwork.file(posterOf('Metropolis'), 320)).toBe(file);
	expect(world.server.requests.length - before).toBe(1);
	expect(await sharp(file).metadata()).toMatchObject({ format: 'webp', width: 342, height: 513 });
	expect(world.server.requests.at(-1)!.path).toMatch(/^\/t\/p\/w780\/p\d+\.jpg$/);
	expect(pictures(house.folder)).toEqual([file]);
});

test('wide ones come from the original and are never blown up', async () => {
	await using house = await openMetadata(world);
	const backdrop = posterOf('Metropolis').replace('/p', '/b');
	const file = await house.metadata.artwork.file(backdrop, 5000);
	expect(world.server.requests.at(-1)!.path).toContain('/t/p/original/');
	expect(await sharp(file).metadata()).toMatchObject({ width: 1920, height: 1080 });
	const portrait = `tmdb/f${[...world.world.people.keys()][0]}.jpg`;
	expect(
		(await sharp(await house.metadata.artwork.file(portrait, 780)).metadata()).width
	).toBeLessThanOrEqual(780);
});

test('a small likeness and a colour are there once the picture was seen', async () => {
	await using house = await openMetadata(world);
	const { artwork } = house.metadata;
	const ref = posterOf('Nosferatu');
	expect(artwork.placeholders([ref, null, undefined]).size).toBe(0);
	await artwork.file(ref, 160);
	await artwork.file(ref, 500);
	const placeholder = artwork.placeholders([ref, ref]).get(ref)!;
	expect(placeholder.tint).toMatch(/^rgb\(\d+ \d+ \d+\)$/);
	expect(placeholder.blur.length).toBeLessThan(700);
	const pixels = await sharp(Buffer.from(placeholder.blur.split(',')[1]!, 'base64')).metadata();
	expect(pixels).toMatchObject({ width: 12, height: 18 });
});

test.each([
	['evil/p1.jpg', 'not_found'],
	['tmdb/../../etc/passwd', 'invalid'],
	['tmdb/%2e%2e/%2e%2e/3/configuration', 'invalid'],
	['tmdb@evil.example/p1.jpg', 'invalid'],
	['https://evil.example/p1.jpg', 'invalid'],
	['tmdb/p1.jpg?size=1', 'invalid'],
	['tmdb\\p1.jpg', 'invalid'],
	['tmdb', 'invalid'],
	['', 'invalid']
])('%j is refused without asking anybody', async (ref, code) => {
	await using house = await openMetadata(world);
	const before = world.server.requests.length;
	await expect(house.metadata.artwork.file(ref, 300)).rejects.toMatchObject({ code });
	expect(world.server.requests).toHaveLength(before);
});

test('a picture from a foreign host is asked for at the source, nowhere else', async () => {
	await using house = await openMetadata(world, { TMDB_API_KEY: undefined });
	const id = 4711;
	const image = { original: 'http://169.254.169.254/latest/meta-data', medium: null };
	world.break({
		when: ({ path }) => path === '/search/shows',
		garbage: JSON.stringify([{ show: { id, name: 'Trap', image } }]),
		times: 1
	});
	const [hit] = await house.metadata.tvmaze.search('series', 'Trap');
	expect(hit!.posterPath).toBe('tvmaze/latest/meta-data');
	await expect(house.metadata.artwork.file(hit!.posterPath!, 300)).rejects.toMatchObject({
		details: { status: 404 }
	});
	expect(world.server.requests.at(-1)!.path).toBe('/latest/meta-data');
});

test('what is not there is not asked for again at once, and then again', async () => {
	await using house = await openMetadata(world);
	const before = world.server.requests.length;
	await expect(house.metadata.artwork.file('tmdb/nothing.jpg', 300)).rejects.toMatchObject({
		details: { status: 404 }
	});
	await expect(house.metadata.artwork.file('tmdb/nothing.jpg', 300)).rejects.toMatchObject({
		code: 'not_found'
	});
	expect(world.server.requests.length - before).toBe(1);
	house.clock.ahead += 2 * 3_600_000;
	await expect(house.metadata.artwork.file('tmdb/nothing.jpg', 300)).rejects.toMatchObject({
		details: { status: 404 }
	});
});

test('bytes that are no picture are the fault of the source, and nothing is kept', async () => {
	await using house = await openMetadata(world);
	const ref = posterOf('Häxan');
	world.break({
		when: ({ path }) => path.includes(ref.slice(5)),
		garbage: Buffer.from('<html>not a picture'),
		times: 1
	});
	await expect(house.metadata.artwork.file(ref, 300)).rejects.toMatchObject({ code: 'upstream' });
	house.clock.ahead += 2 * 60_000;
	const file = await house.metadata.artwork.file(ref, 300);
	expect(statSync(file).size).toBeGreaterThan(1000);
	expect(pictures(house.folder)).toEqual([file]);
});

test('the cache is kept within its bound, oldest use first', async () => {
	await using house = await openMetadata(world);
	const { artwork } = house.metadata;
	const files = [];
	for (const title of ['Sintel', 'Spring', 'Charge']) files.push(await artwork.file(posterOf(title), 160));
	const [oldest, middle, newest] = files as [string, string, string];
	await utimes(oldest, 1000, 1000);
	await utimes(middle, 2000, 2000);
	const bound = statSync(newest).size + statSync(middle).size;
	expect(await artwork.trim(Infinity)).toBe(0);
	const size = statSync(oldest).size;
	expect(await artwork.trim(bound)).toBe(size);
	expect(pictures(house.folder).toSorted()).toEqual([middle, newest].toSorted());
	expect(await artwork.file(posterOf('Sintel'), 160)).toBe(oldest);
});

test('what will be looked at soon is fetched ahead; what is not there holds up nothing', async () => {
	await using house = await openMetadata(world);
	const { artwork } = house.metadata;
	const refs = ['Charade', 'D.O.A.', 'Detour'].map(posterOf);
	artwork.warm([refs[0], null, 'tmdb/nothing.jpg', ...refs, undefined]);
	await expect.poll(() => artwork.placeholders(refs).size, { timeout: 10_000 }).toBe(3);
	const before = world.server.requests.length;
	await artwork.file(refs[1]!, 300);
	expect(world.server.requests).toHaveLength(before);
});
