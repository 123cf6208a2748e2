import { expect, test } from 'vitest';
import { fakeTorrent, startTorznab } from '../fakes/torznab.ts';
import { startServer } from '../harness/server.ts';

test('a search streams line by line what is found, judged, and how to get it', async () => {
	await using quick = await startTorznab({
		releases: () => [{ title: 'Harbour.1999.1080p.BluRay.x264-GRP', category: 2040, sizeBytes: 8e9 }]
	});
	await using slow = await startTorznab({
		delayMs: 300,
		releases: () => [{ title: 'Harbour.1999.CAM.x264-BAD', category: 2040, sizeBytes: 1e9 }]
	});
	await using server = await startServer();
	for (const [name, { url }] of Object.entries({ Quick: quick, Slow: slow })) {
		await server.json('/api/indexers', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ kind: 'torznab', name, settings: { url } })
		});
	}
	const answer = await server.fetch('/api/search?type=movie&q=harbour', {
		headers: { accept: 'application/x-ndjson' }
	});
	expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
	const lines = (await answer.text())
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	expect(lines.map(({ kind, outcome }) => outcome?.indexer ?? kind)).toEqual([
		'started',
		'releases',
		'Quick',
		'releases',
		'Slow',
		'done'
	]);
	const [found] = lines[1].releases;
	expect(found).toMatchObject({
		title: 'Harbour.1999.1080p.BluRay.x264-GRP',
		quality: 'Bluray-1080p',
		accepted: true,
		indexers: [{ name: 'Quick', seeders: 10 }]
	});
	expect(JSON.stringify(lines)).not.toContain('s3cret');
	const file = await server.fetch(found.download);
	expect(Buffer.from(await file.arrayBuffer())).toEqual(fakeTorrent);

	const whole = await server.json('/api/search?type=movie&q=harbour');
	expect(whole).toMatchObject({ total: 2, indexers: [{ cached: true }, { cached: true }] });
	expect((await server.fetch('/api/search?type=movie&season=x')).status).toBe(400);
});
