import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/platform/root.ts';
import { fakeTorrent, startTorznab } from '../fakes/torznab.ts';
import { load } from '../harness/load.ts';
import { startServer, temporaryFolder } from '../harness/server.ts';

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

test.each(['/api/search', '/api/searc%68'])(
	'who leaves %s ends the search, however long ago it began',
	async (path) => {
		let waiting = 0;
		await using upstream = await startTorznab({
			releases: () => [],
			intercept: ({ query }) => {
				if (query.get('t') === 'caps') return undefined;
				return {
					raw(response) {
						waiting++;
						response.on('close', () => waiting--);
					}
				};
			}
		});
		await using server = await startServer();
		await server.json('/api/indexers', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ kind: 'torznab', name: 'Slow', settings: { url: upstream.url } })
		});
		const leaving = new AbortController();
		const { signal } = leaving;
		const answer = await server.fetch(`${path}?type=movie&q=harbour`, {
			headers: { accept: 'application/x-ndjson' },
			signal
		});
		const reading = answer.text().catch(() => 'left');
		await expect.poll(() => waiting, { timeout: 5_000 }).toBe(1);
		// What nobody holds any more is swept away meanwhile.
		await load(`${server.url}/api/health`, {}, { warmUp: 0, total: 6_000 });
		leaving.abort();
		expect(await reading).toBe('left');
		await expect.poll(() => waiting, { timeout: 5_000 }).toBe(0);
	},
	30_000
);

test('items of the library are asked for by what is known of them, and what is another is told apart', async () => {
	const dataDir = temporaryFolder();
	const seed = ['src/cli/seed.ts', '--movies', '1', '--series', '1', '--episodes', '6'];
	execFileSync(process.execPath, seed, {
		cwd: projectRoot,
		env: { PATH: process.env['PATH'], DATA_DIR: dataDir }
	});
	const asked: URLSearchParams[] = [];
	let titles: string[] = [];
	await using upstream = await startTorznab({
		intercept: ({ query }) => void (query.get('t') !== 'caps' && asked.push(query)),
		releases: () => titles.map((title) => ({ title, category: 2040, sizeBytes: 2e9 }))
	});
	await using server = await startServer({ dataDir });
	await server.json('/api/indexers', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ kind: 'torznab', name: 'One', settings: { url: upstream.url } })
	});
	type Listed = { items: { id: number; title: string; year: number }[] };
	const [film] = (await server.json<Listed>('/api/library/movies')).items;
	const [show] = (await server.json<Listed>('/api/library/series')).items;
	type Answer = { items: { title: string; accepted: boolean; reasons: string[] }[] };
	const verdicts = async (path: string) => {
		asked.length = 0;
		const { items } = await server.json<Answer>(path);
		return titles.map((title) => items.find((item) => item.title === title)?.reasons[0] ?? 'taken');
	};
	const dotted = (title: string) => title.replace(/[^\p{L}\p{N}]+/gu, '.');

	titles = [
		`${dotted(film!.title)}.${film!.year}.1080p.WEB-DL.x264-GRP`,
		`${dotted(film!.title)}.${film!.year + 9}.1080p.WEB-DL.x264-GRP`,
		`Quite.Another.Thing.${film!.year}.1080p.WEB-DL.x264-GRP`
	];
	expect(await verdicts(`/api/search?movie=${film!.id}`)).toEqual([
		'taken',
		'It is a film of another year.',
		'It is named like another film.'
	]);
	expect(asked[0]!.get('q')).toBe(`${film!.title} ${film!.year}`);

	const name = dotted(show!.title);
	titles = ['S01E02', 'S01E03', 'S01', 'S02E02'].map((code) => `${name}.${code}.1080p.WEB-DL.x264-GRP`);
	expect(await verdicts(`/api/search?series=${show!.id}&season=1&episode=2`)).toEqual([
		'taken',
		'It is another episode.',
		'taken',
		'It is another season.'
	]);
	expect(Object.fromEntries(asked[0]!)).toMatchObject({ t: 'tvsearch', season: '1', ep: '2' });
	expect((await server.fetch('/api/search?movie=99')).status).toBe(404);
	expect((await server.fetch(`/api/search?series=${show!.id}&season=1&episode=77`)).status).toBe(404);
});

test('what was found can be sent to a download client, also where there is a magnet only', async () => {
	await using upstream = await startTorznab({
		releases: () => [
			{ title: 'Harbour.1999.1080p', category: 2040 },
			{
				title: 'Fog.1999.1080p',
				category: 2040,
				file: false,
				magnet: `magnet:?xt=urn:btih:${'d'.repeat(40)}`
			}
		]
	});
	await using server = await startServer();
	const watched = temporaryFolder('watched');
	const post = (path: string, body: object) =>
		server.fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	await post('/api/indexers', { kind: 'torznab', name: 'One', settings: { url: upstream.url } });
	const { items } = await server.json<{ items: { title: string; download?: string; grab?: string }[] }>(
		'/api/search?q=x'
	);
	const [harbour, fog] = ['Harbour', 'Fog'].map((start) =>
		items.find(({ title }) => title.startsWith(start))!
	);
	expect((await post('/api/download/grab', { download: harbour!.download })).status).toBe(503);
	await post('/api/download-clients', {
		kind: 'watched-folder',
		name: 'Folder',
		settings: { folder: watched }
	});
	for (const download of [harbour!.download, fog!.grab])
		expect(await (await post('/api/download/grab', { download })).json()).toMatchObject({ indexer: 'One' });
	expect(readdirSync(watched).sort()).toEqual(['Fog.1999.1080p.magnet', 'Harbour.1999.1080p.torrent']);
	expect((await post('/api/download/grab', { download: harbour!.download })).status).toBe(409);
});
