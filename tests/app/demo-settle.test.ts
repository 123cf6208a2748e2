import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { settle } from '../../src/cli/demo/settle.ts';
import { startWorld } from '../fakes/world.ts';
import { adminKey, startServer, temporaryFolder } from '../harness/server.ts';

test('the demo moves in through the API once, and its pictures come from the world', async () => {
	await using world = await startWorld();
	await using server = await startServer({ env: world.env });
	const media = temporaryFolder('media');
	const put = (path: string) => {
		mkdirSync(dirname(join(media, path)), { recursive: true });
		writeFileSync(join(media, path), `not really ${path}`);
	};
	put('Films/Metropolis (1927)/Metropolis (1927).mkv');
	put('Films/The Bat.mkv');
	put('Anime/Lantern Town/[Dusk] Lantern Town - 14 [1080p].mkv');
	const roots = [
		{ name: 'Films', kind: 'movie' as const, path: join(media, 'Films') },
		{ name: 'Anime', kind: 'series' as const, seriesType: 'anime', path: join(media, 'Anime') }
	];
	const said: string[] = [];
	const house = { url: server.url, key: adminKey, roots, say: (line: string) => void said.push(line) };
	await settle(house);

	type Items = { total: number; items: { title: string; posterPath: string }[] };
	const list = (path: string) => server.json<Items>(`/api/library/${path}`);
	await expect.poll(async () => (await list('movies')).total, { timeout: 15_000 }).toBe(1);
	await expect
		.poll(async () => (await list('series')).items[0]?.title, { timeout: 15_000 })
		.toBe('Lantern Town');
	await expect.poll(async () => (await list('unmatched')).total, { timeout: 15_000 }).toBe(1);

	const [film] = (await list('movies')).items;
	const poster = await server.fetch(`/media/picture/342/${film!.posterPath}`);
	expect(poster.headers.get('content-type')).toBe('image/webp');
	expect((await poster.arrayBuffer()).byteLength).toBeGreaterThan(2_000);

	await settle(house);
	expect((await server.json<Items>('/api/root-folders')).total).toBe(2);
	expect(said).toHaveLength(1);
	rmSync(media, { recursive: true, force: true });
});
