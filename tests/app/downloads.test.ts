import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DownloadRow } from '#server/downloads/module.ts';
import { startFakeNzbget } from '../fakes/download-clients/nzbget.ts';
import { startFakeQbittorrent } from '../fakes/download-clients/qbittorrent.ts';
import { startFakeTransmission } from '../fakes/download-clients/transmission.ts';
import { makeTorrent } from '../fakes/torrent-file.ts';
import { startTorznab } from '../fakes/torznab.ts';
import { post } from '../fakes/usenet.ts';
import { openDownloads } from '../harness/downloads.ts';
import { addPerson } from '../harness/people.ts';
import { startServer, type TestServer } from '../harness/server.ts';

const torrent = makeTorrent('Harbour.1999.1080p-GRP', Buffer.from('harbour'));
const nzb = post('harbour.mkv', Buffer.from('harbour')).nzb;

/** A site that sends these bytes for each file. */
const startSite = (bytes: () => Buffer | string) =>
	startTorznab({
		releases: () => [{ title: 'Harbour 1999 1080p', sizeBytes: 5e9, category: 2040, seeders: 3 }],
		intercept: ({ path }) => (path.startsWith('/file/') ? { body: bytes() } : undefined)
	});

describe('a grab', () => {
	test('goes through the indexer that found it to the best client that takes it', async () => {
		await using home = await openDownloads();
		await using site = await startSite(() => torrent.bytes);
		await using second = await startFakeTransmission();
		await using first = await startFakeQbittorrent();
		await using usenet = await startFakeNzbget();
		home.addClient('transmission', second.settings, { priority: 30 });
		home.addClient('qbittorrent', first.settings, { priority: 10 });
		home.addClient('nzbget', usenet.settings, { priority: 1 });
		const indexerId = home.add('Site', site.url);
		const item = { kind: 'movie' as const, id: 7 };
		const row = await home.downloads.grab(
			{ title: 'Harbour 1999 1080p', indexerId, link: `${site.url}/file/1`, item },
			{ userId: 'u1', name: 'Ada' }
		);
		expect(row).toMatchObject({
			...{
				client: 'qbittorrent',
				indexer: 'Site',
				hash: torrent.hash,
				remoteId: torrent.hash,
				protocol: 'torrent'
			},
			...{ name: 'Harbour.1999.1080p-GRP', sizeBytes: 7, category: 'bijou', grabbedBy: 'Ada', item }
		});
		expect([...first.items.keys()]).toEqual([torrent.hash]);
		expect(second.items.size).toBe(0);
		expect(home.downloads.forItem('movie', 7)).toMatchObject([{ id: row.id }]);
		expect(home.told('release.grabbed')).toEqual([
			{ downloadId: row.id, title: 'Harbour 1999 1080p', indexer: 'Site', client: 'qbittorrent' }
		]);
		expect(home.indexers.used(indexerId)).toMatchObject({ grabsHour: 1 });
	});

	test('of usenet goes to a client for usenet', async () => {
		await using home = await openDownloads();
		await using site = await startSite(() => nzb);
		await using usenet = await startFakeNzbget();
		home.addClient('nzbget', usenet.settings);
		const indexerId = home.add('News', site.url, {}, 'newznab');
		const grab = (title: string) => home.downloads.grab({ title, indexerId, link: `${site.url}/file/1` });
		expect(await grab('Harbour')).toMatchObject({ protocol: 'usenet', remoteId: '1' });
		await expect(grab('The same articles under another name')).rejects.toMatchObject({
			code: 'conflict',
			details: { reason: 'grabbed' }
		});
	});

	test("is refused when the indexer's limit of grabs is reached", async () => {
		await using home = await openDownloads();
		await using site = await startSite(() => torrent.bytes);
		await using program = await startFakeQbittorrent();
		home.addClient('qbittorrent', program.settings);
		const indexerId = home.add('Site', site.url, { grabsPerDay: 1 });
		await home.downloads.grab({ title: 'One', indexerId, link: `${site.url}/file/1` });
		await expect(
			home.downloads.grab({ title: 'Two', indexerId, link: `${site.url}/file/2` })
		).rejects.toMatchObject({ code: 'limit_reached' });
	});

	test('of what was grabbed before, or lies in the client, is refused unless it is meant', async () => {
		await using home = await openDownloads();
		await using program = await startFakeQbittorrent();
		home.addClient('qbittorrent', program.settings);
		const release = { title: 'Harbour', magnet: torrent.magnet };
		const { id } = await home.downloads.grab(release);
		await expect(home.downloads.grab(release)).rejects.toMatchObject({
			details: { reason: 'grabbed', downloadId: id }
		});
		await home.downloads.remove(id, { removeFromClient: false, deleteFiles: false, blocklist: false });
		await expect(home.downloads.grab(release)).rejects.toMatchObject({ details: { reason: 'in client' } });
		const again = await home.downloads.grab({ ...release, force: true });
		expect(again).toMatchObject({ remoteId: torrent.hash });
		expect(program.items.size).toBe(1);
	});

	test('pressed twice at once is one download', async () => {
		await using home = await openDownloads();
		await using program = await startFakeQbittorrent();
		home.addClient('qbittorrent', program.settings);
		const release = { title: 'Harbour', magnet: torrent.magnet };
		const both = await Promise.allSettled([home.downloads.grab(release), home.downloads.grab(release)]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect(home.downloads.queue({ limit: 10 }).total).toBe(1);
	});

	test.each([
		['a web page', '<!DOCTYPE html><title>Log in</title>', /Site sent something else/],
		['nothing', '', /Site sent something else/],
		['a torrent that is cut off', torrent.bytes.subarray(0, 60), /cut off or damaged/],
		['something else', 'hello', /Site sent something else/]
	])('that brings %s is a fault with words, and no client hears of it', async (_, bytes, words) => {
		await using home = await openDownloads();
		await using site = await startSite(() => bytes);
		await using program = await startFakeQbittorrent();
		home.addClient('qbittorrent', program.settings);
		const release = { title: 'Harbour', indexerId: home.add('Site', site.url), link: `${site.url}/file/1` };
		await expect(home.downloads.grab(release)).rejects.toMatchObject({ message: words });
		expect(program.items.size).toBe(0);
		expect(home.downloads.queue({ limit: 1 }).total).toBe(0);
		// With a magnet beside it there is another way.
		expect(await home.downloads.grab({ ...release, magnet: torrent.magnet })).toMatchObject({
			hash: torrent.hash
		});
	});

	test.each([
		['an NZB with nothing in it', '<?xml version="1.0"?><nzb></nzb>', /nothing in it/],
		['an NZB that is cut off', nzb.subarray(0, 200), /cut off/],
		[
			'a refusal',
			'<?xml version="1.0"?><error code="910" description="API limit reached"/>',
			/News refused: API limit reached/
		]
	])('that brings %s is a fault with words', async (_, bytes, words) => {
		await using home = await openDownloads();
		await using site = await startSite(() => bytes);
		await using program = await startFakeNzbget();
		home.addClient('nzbget', program.settings);
		const indexerId = home.add('News', site.url, {}, 'newznab');
		const release = { title: 'Harbour', indexerId, link: `${site.url}/file/1` };
		await expect(home.downloads.grab(release)).rejects.toMatchObject({ message: words });
	});

	test('without a client, or with none that may take it, says what is missing', async () => {
		await using home = await openDownloads();
		const release = { title: 'Harbour', magnet: torrent.magnet };
		await expect(home.downloads.grab(release)).rejects.toMatchObject({
			code: 'needs_configuration',
			message: expect.stringContaining('Add one under Settings')
		});
		await using program = await startFakeQbittorrent();
		const clientId = home.addClient('qbittorrent', program.settings, { tags: ['kids'] });
		await expect(home.downloads.grab(release)).rejects.toMatchObject({
			message: expect.stringContaining('tags')
		});
		// Named, it may: whoever names it knows what they do.
		expect(await home.downloads.grab({ ...release, clientId })).toMatchObject({ clientId });
	});

	test('goes to the next client when the first cannot be reached, which then rests', async () => {
		await using home = await openDownloads();
		await using second = await startFakeTransmission();
		const gone = await startFakeQbittorrent();
		await gone[Symbol.asyncDispose]();
		const first = home.addClient('qbittorrent', gone.settings, { priority: 1 });
		home.addClient('transmission', second.settings, { priority: 2 });
		expect(await home.downloads.grab({ title: 'Harbour', magnet: torrent.magnet })).toMatchObject({
			client: 'transmission'
		});
		expect(home.providers.get(first)).toMatchObject({
			failures: 1,
			lastError: expect.stringContaining('Nobody answers')
		});
	});
});

describe('what is under way', () => {
	async function openQueue() {
		const home = await openDownloads();
		const program = await startFakeQbittorrent();
		const clientId = home.addClient('qbittorrent', {
			...program.settings,
			mappings: [`/downloads/done => ${home.folder}`]
		});
		const row = await home.downloads.grab({ title: 'Harbour', magnet: torrent.magnet });
		await home.downloads.look();
		return {
			...home,
			program,
			clientId,
			id: row.id,
			item: program.items.get(torrent.hash)!,
			async now(): Promise<DownloadRow> {
				await home.downloads.look();
				return home.downloads.get(row.id);
			},
			async [Symbol.asyncDispose]() {
				await home[Symbol.asyncDispose]();
				await program[Symbol.asyncDispose]();
			}
		};
	}

	test('is followed until it is completed, and found where Bijou sees it', async () => {
		await using home = await openQueue();
		expect(await home.now()).toMatchObject({
			state: 'downloading',
			progress: 0.25,
			bytesPerSecond: 1000,
			etaSeconds: 3600
		});
		home.item.state = 'processing';
		expect(await home.now()).toMatchObject({ state: 'processing' });
		home.item.state = 'completed';
		const path = join(home.folder, 'Harbour.1999');
		expect(await home.now()).toMatchObject({
			state: 'completed',
			progress: 1,
			outputPath: path,
			etaSeconds: null
		});
		expect(home.told('download.completed')).toEqual([{ id: home.id, title: 'Harbour', path }]);
		const asked = home.program.server.requests.length;
		await home.now();
		expect(home.program.server.requests.length).toBe(asked);
	});

	test('is imported once a file of it has come into the library', async () => {
		await using home = await openQueue();
		home.item.state = 'completed';
		await home.now();
		const imported = (from: string) =>
			home.bus.emit('media.imported', {
				fileId: 1,
				kind: 'movie',
				itemId: 7,
				title: 'Harbour',
				path: '/films/Harbour (1999)/Harbour.mkv',
				from
			});
		imported(join(home.folder, 'Harbour.1999.German/harbour.mkv'));
		expect(home.downloads.get(home.id)).toMatchObject({ state: 'completed' });
		imported(join(home.folder, 'Harbour.1999/harbour.mkv'));
		imported(join(home.folder, 'Harbour.1999/harbour.cd2.mkv'));
		expect(home.downloads.get(home.id)).toMatchObject({ state: 'imported' });
		expect(home.downloads.history({ limit: 9, what: 'imported' }).items).toMatchObject([
			{ downloadId: home.id }
		]);
		const path = '/films/Harbour (1999)/Harbour.mkv';
		const from = join(home.folder, 'Harbour.1999/harbour.mkv');
		home.bus.emit('media.unimported', { files: [{ fileId: 1, path, from }] });
		expect(home.downloads.get(home.id)).toMatchObject({ state: 'completed' });
		expect(home.downloads.history({ limit: 1 }).items).toMatchObject([
			{ downloadId: home.id, what: 'unimported', state: 'completed' }
		]);
		imported(from);
		expect(home.downloads.get(home.id)).toMatchObject({ state: 'imported' });
	});

	test('that failed says why, and may go on the blocklist', async () => {
		await using home = await openQueue();
		home.item.state = 'failed';
		const row = await home.now();
		expect(row).toMatchObject({ state: 'failed', message: expect.stringMatching(/files are gone/) });
		expect(home.told('download.failed')).toEqual([{ id: home.id, title: 'Harbour', reason: row.message }]);
		await home.downloads.remove(home.id, {
			removeFromClient: true,
			deleteFiles: true,
			blocklist: true,
			by: 'Ada'
		});
		expect(home.program.removed).toEqual([{ id: torrent.hash, deleteFiles: true }]);
		const release = { title: 'Harbour', magnet: torrent.magnet };
		await expect(home.downloads.grab(release)).rejects.toMatchObject({ details: { reason: 'blocked' } });
		const [blocked] = home.downloads.blocklist.list({ limit: 1 }).items;
		expect(blocked).toMatchObject({ title: 'Harbour', reason: row.message, by: 'Ada' });
		home.downloads.blocklist.remove([blocked!.id]);
		await home.downloads.grab(release);
		expect(home.downloads.history({ limit: 9 }).items.map(({ what }) => what)).toEqual([
			'grabbed',
			'removed',
			'failed',
			'grabbed'
		]);
	});

	test('removed elsewhere is missed after half a minute', async () => {
		await using home = await openQueue();
		home.program.items.clear();
		expect((await home.now()).state).toBe('downloading');
		home.clock.ahead = 31_000;
		expect((await home.now()).state).toBe('missing');
	});

	test('stays as it was while the client is away, and is found again', async () => {
		await using home = await openQueue();
		home.program.intercept = () => ({ status: 502, body: 'Bad gateway' });
		expect((await home.now()).state).toBe('downloading');
		await home.now();
		expect(home.providers.get(home.clientId)).toMatchObject({ failures: 2 });
		home.program.intercept = undefined;
		home.item.state = 'completed';
		// It rests a minute after the second failure.
		expect((await home.now()).state).toBe('downloading');
		home.clock.ahead = 61_000;
		expect((await home.now()).state).toBe('completed');
	});

	test('is missed when its client is taken away', async () => {
		await using home = await openQueue();
		home.providers.remove(home.clientId);
		await home.now();
		home.clock.ahead = 31_000;
		expect(await home.now()).toMatchObject({ state: 'missing', clientId: null, client: 'qbittorrent' });
		await home.downloads.remove(home.id, { removeFromClient: true, deleteFiles: true, blocklist: false });
		expect(home.downloads.get(home.id).state).toBe('removed');
	});

	test('that cannot delete files says so before anything is removed', async () => {
		await using home = await openDownloads();
		const folder = join(home.folder, 'watch');
		mkdirSync(folder);
		home.addClient('watched-folder', { folder });
		const { id } = await home.downloads.grab({ title: 'Harbour', magnet: torrent.magnet });
		const all = { removeFromClient: true, blocklist: false };
		await expect(home.downloads.remove(id, { ...all, deleteFiles: true })).rejects.toMatchObject({
			code: 'conflict'
		});
		expect(existsSync(join(folder, 'Harbour.magnet'))).toBe(true);
		await home.downloads.remove(id, { ...all, deleteFiles: false });
		expect(existsSync(join(folder, 'Harbour.magnet'))).toBe(false);
	});

	test('old failures are forgotten after their time', async () => {
		await using home = await openQueue();
		await home.downloads.remove(home.id, { removeFromClient: true, deleteFiles: false, blocklist: false });
		const tidy = home.downloads.tasks!.find(({ id }) => id === 'downloads.tidy')!;
		const run = () =>
			tidy.run({ signal: AbortSignal.timeout(1000), progress: () => undefined, log: home.log });
		expect(await run()).toMatchObject({ values: { count: 0 } });
		home.clock.ahead = 366 * 86_400_000;
		expect(await run()).toMatchObject({ values: { count: 1 } });
		expect(home.downloads.history({ limit: 1 }).total).toBe(0);
	});
});

test('health: no client, one that rests, a folder that Bijou does not see', async () => {
	await using home = await openDownloads();
	const check = (name: string) => home.downloads.checks!.find((each) => each.name === name)!.run();
	expect(await check('download-clients')).toMatchObject({
		state: 'needs-configuration',
		action: { href: '/settings/providers/download-client/add' }
	});
	await using program = await startFakeQbittorrent();
	const id = home.addClient('qbittorrent', program.settings);
	expect(await check('download-clients')).toMatchObject({ state: 'ready' });
	expect(await check('download-folders')).toMatchObject({
		state: 'degraded',
		message: expect.stringContaining('/downloads/done')
	});
	home.providers.update(id, { settings: { mappings: [`/downloads/done => ${home.folder}`] } });
	expect(await check('download-folders')).toMatchObject({ state: 'ready' });
	for (let failures = 0; failures < 2; failures++) home.providers.failure(id, new Error('gone'));
	expect(await check('download-clients')).toMatchObject({
		state: 'degraded',
		values: { names: expect.stringContaining('qbittorrent') }
	});
});

describe('over HTTP', () => {
	let server: TestServer;
	let program: Awaited<ReturnType<typeof startFakeQbittorrent>>;
	let site: Awaited<ReturnType<typeof startSite>>;
	const sent = (body: unknown, method = 'POST') => ({
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
	beforeAll(async () => {
		[server, program, site] = await Promise.all([
			startServer(),
			startFakeQbittorrent(),
			startSite(() => torrent.bytes)
		]);
	}, 60_000);
	afterAll(() => Promise.all([server, program, site].map((each) => each[Symbol.asyncDispose]())));

	test('from a search to the queue, and out of it again', async () => {
		const draft = { kind: 'qbittorrent', name: 'Mine', settings: program.settings };
		expect(await server.json('/api/download-clients/test', sent(draft))).toMatchObject({ ok: true });
		const client = await server.json<{ id: number }>('/api/download-clients', sent(draft));
		expect(JSON.stringify(client)).not.toContain('s3cret');
		await server.json('/api/indexers', sent({ kind: 'torznab', name: 'Site', settings: { url: site.url } }));
		const { items } = await server.json<{ items: { download: string }[] }>('/api/search?q=harbour&type=any');
		const release = { download: items[0]!.download, item: { kind: 'movie', id: 3 } };
		const grabbed = await server.json<{ id: number }>('/api/download/grab', sent(release));
		expect(grabbed).toMatchObject({
			title: 'Harbour 1999 1080p',
			indexer: 'Site',
			client: 'Mine',
			item: { kind: 'movie', id: 3 }
		});
		expect(JSON.stringify(grabbed)).not.toContain(site.url);

		const twice = await server.fetch('/api/download/grab', sent(release));
		expect(twice.status).toBe(409);
		expect(await twice.json()).toMatchObject({
			error: { details: { reason: 'grabbed', downloadId: grabbed.id } }
		});

		program.items.get(torrent.hash)!.state = 'downloading';
		await expect
			.poll(() =>
				server
					.json<{ items: { state: string }[] }>('/api/queue?state=downloading')
					.then(({ items }) => items.length)
			)
			.toBe(1);
		expect(await server.json(`/api/queue/${grabbed.id}/pause`, { method: 'POST' })).toMatchObject({
			state: 'paused'
		});
		expect(await server.json(`/api/queue/${grabbed.id}/resume`, { method: 'POST' })).toMatchObject({
			state: 'downloading'
		});

		const gone = await server.fetch(`/api/queue/${grabbed.id}?deleteFiles=true&blocklist=true`, {
			method: 'DELETE'
		});
		expect(gone.status).toBe(204);
		expect(program.removed).toEqual([{ id: torrent.hash, deleteFiles: true }]);
		expect(await server.json('/api/queue')).toMatchObject({ items: [], total: 0 });
		expect(await server.json('/api/history')).toMatchObject({
			items: [{ what: 'removed' }, { what: 'grabbed', title: 'Harbour 1999 1080p' }]
		});
		const list = await server.json<{ items: { id: number }[] }>('/api/blocklist');
		expect(list).toMatchObject({ total: 1, items: [{ title: 'Harbour 1999 1080p', indexer: 'Site' }] });
		const blocked = await server.fetch('/api/download/grab', sent(release));
		expect(await blocked.json()).toMatchObject({
			error: { code: 'conflict', details: { reason: 'blocked' } }
		});
		expect((await server.fetch(`/api/blocklist/${list.items[0]!.id}`, { method: 'DELETE' })).status).toBe(
			204
		);
		expect((await server.fetch(`/api/download-clients/${client.id}`, { method: 'DELETE' })).status).toBe(204);
	});

	test.each([
		['nothing', {}, 400, 'invalid'],
		['a token of nobody', { download: '/api/search/download/abc' }, 404, 'not_found'],
		['an address of its own', { download: 'http://127.0.0.1/x' }, 404, 'not_found'],
		['a magnet that names no torrent', { magnet: 'magnet:?dn=x', title: 'x' }, 400, 'invalid'],
		['words that do not exist', { magnet: torrent.magnet, link: 'http://x' }, 400, 'invalid']
	])('%s is refused', async (_, body, status, code) => {
		const clients = await server.json<{ total: number }>('/api/download-clients');
		if (clients.total === 0)
			await server.json(
				'/api/download-clients',
				sent({ kind: 'qbittorrent', name: 'Mine', settings: program.settings })
			);
		const answer = await server.fetch('/api/download/grab', sent(body));
		expect([answer.status, await answer.json()]).toMatchObject([status, { error: { code } }]);
	});

	test('a member sees the queue, and neither grabs nor removes', async () => {
		const cookie = await addPerson(server, 'mia', 'member');
		const headers = { cookie, origin: server.url, 'content-type': 'application/json' };
		expect((await server.fetch('/api/queue', { headers })).status).toBe(200);
		const body = JSON.stringify({ magnet: torrent.magnet });
		expect((await server.fetch('/api/download/grab', { method: 'POST', headers, body })).status).toBe(403);
		expect((await server.fetch('/api/queue/1', { method: 'DELETE', headers })).status).toBe(403);
		expect((await server.fetch('/api/blocklist', { headers })).status).toBe(403);
	});
});
