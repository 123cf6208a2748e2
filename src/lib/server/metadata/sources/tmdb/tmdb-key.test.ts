import { expect, test } from 'vitest';
import { startWorld } from '../../../../../../tests/fakes/world.ts';
import { openMetadata } from '../../../../../../tests/harness/metadata.ts';

test('a key of version 3 travels in the query, and not with the token', async () => {
	await using world = await startWorld();
	await using house = await openMetadata(world);
	await house.metadata.tmdb.test();
	const [request] = world.server.requests;
	expect(request!.query.get('api_key')).toBe(world.keys.v3);
	expect(request!.headers.authorization).toBeUndefined();
});

test('a token of version 4 travels as a bearer, never in the address', async () => {
	await using world = await startWorld();
	await using house = await openMetadata(world, { TMDB_API_KEY: world.keys.v4 });
	await house.metadata.tmdb.test();
	const [request] = world.server.requests;
	expect(request!.headers.authorization).toBe(`Bearer ${world.keys.v4}`);
	expect(request!.query.has('api_key')).toBe(false);
});

test('without a key TMDB is not asked, and the way to one is shown', async () => {
	await using world = await startWorld();
	await using house = await openMetadata(world, { TMDB_API_KEY: undefined });
	expect(house.metadata.hasTmdb()).toBe(false);
	expect(house.metadata.sources().map(({ id }) => id)).toEqual(['tvmaze']);
	await expect(house.metadata.tmdb.search('movie', 'Nosferatu')).rejects.toMatchObject({
		code: 'needs_configuration'
	});
	expect(await house.metadata.checks[0]!.run()).toMatchObject({
		state: 'needs-configuration',
		action: { href: '/settings/metadata' }
	});
	expect(world.server.requests).toEqual([]);
});

test('a wrong key is told as such by every question and by the health check', async () => {
	await using world = await startWorld();
	await using house = await openMetadata(world, { TMDB_API_KEY: 'f'.repeat(32) });
	const { tmdb, checks } = house.metadata;
	await expect(tmdb.test()).rejects.toMatchObject({
		code: 'invalid_key',
		message: expect.stringContaining('does not know this key')
	});
	await expect(tmdb.search('movie', 'Nosferatu')).rejects.toMatchObject({ code: 'invalid_key' });
	expect(await checks[0]!.run()).toMatchObject({
		state: 'needs-configuration',
		message: expect.stringContaining('does not know the key')
	});
});

test('a new key is checked at once; the same one only now and then', async () => {
	await using world = await startWorld();
	await using house = await openMetadata(world, { TMDB_API_KEY: undefined });
	await house.settings.update('metadata', { tmdbKey: 'wrong' });
	const check = () => house.metadata.checks[0]!.run();
	expect(await check()).toMatchObject({ state: 'needs-configuration' });
	await house.settings.update('metadata', { tmdbKey: world.keys.v3 });
	expect(await check()).toMatchObject({ state: 'ready' });
	const asked = world.server.requests.length;
	await check();
	expect(world.server.requests).toHaveLength(asked);
	house.clock.ahead += 3_600_000;
	world.break({ status: 503 });
	expect(await check()).toMatchObject({
		state: 'degraded',
		values: { fault: expect.stringContaining('503') }
	});
});

test('a key that TMDB refuses is not kept, one that it takes is', async () => {
	await using world = await startWorld();
	await using house = await openMetadata(world, { TMDB_API_KEY: undefined });
	const { metadata } = house;
	await expect(metadata.useKey('f'.repeat(32))).rejects.toMatchObject({ code: 'invalid_key' });
	expect(metadata.hasTmdb()).toBe(false);
	await metadata.useKey(world.keys.v3);
	expect(await metadata.tmdb.search('movie', 'Nosferatu')).not.toEqual([]);
});
