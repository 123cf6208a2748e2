import { createServer } from 'node:https';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientPort, type DownloadClient, type NewDownload } from '#server/downloads/clients/client.ts';
import { clients } from '#server/downloads/clients/registry.ts';
import { createHttp } from '#server/platform/http.ts';
import { createProviders } from '#server/platform/providers.ts';
import { cert, key } from '../fakes/certificate.ts';
import { startFakeAria2 } from '../fakes/download-clients/aria2.ts';
import { startFakeDeluge } from '../fakes/download-clients/deluge.ts';
import { fakeStates, password, type FakeClient } from '../fakes/download-clients/fake-client.ts';
import { startFakeNzbget } from '../fakes/download-clients/nzbget.ts';
import { startFakeQbittorrent } from '../fakes/download-clients/qbittorrent.ts';
import { startFakeSabnzbd } from '../fakes/download-clients/sabnzbd.ts';
import { startFakeTransmission } from '../fakes/download-clients/transmission.ts';
import { startFake } from '../fakes/http.ts';
import { makeTorrent } from '../fakes/torrent-file.ts';
import { post } from '../fakes/usenet.ts';
import { openWorkshop } from '../harness/workshop.ts';

type Kind = (typeof clients)[number]['kind'];
type Remote = Exclude<Kind, 'watched-folder'>;

const programs: [string, Remote, () => Promise<FakeClient>][] = [
	['qBittorrent 4', 'qbittorrent', () => startFakeQbittorrent('4')],
	['qBittorrent 5', 'qbittorrent', () => startFakeQbittorrent('5')],
	['Transmission', 'transmission', startFakeTransmission],
	['Deluge', 'deluge', startFakeDeluge],
	['aria2', 'aria2', startFakeAria2],
	['SABnzbd', 'sabnzbd', startFakeSabnzbd],
	['NZBGet', 'nzbget', startFakeNzbget]
];

const torrent = makeTorrent('Harbour.1999', Buffer.from('harbour'));
const nzb = post('harbour.mkv', Buffer.from('harbour')).nzb;
const byTorrent: NewDownload = {
	title: 'Harbour 1999',
	content: { torrent: torrent.bytes },
	hashes: [torrent.hash]
};
const byMagnet: NewDownload = {
	title: 'Harbour 1999',
	content: { magnet: torrent.magnet },
	hashes: [torrent.hash]
};
const byNzb: NewDownload = { title: 'Harbour 1999', content: { nzb }, hashes: [] };
const usenet = (kind: Kind) => kind === 'sabnzbd' || kind === 'nzbget';
const offer = (kind: Kind) => (usenet(kind) ? byNzb : byTorrent);

async function openClients() {
	const workshop = await openWorkshop();
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: '0', backoffMs: 1 });
	const providers = createProviders({ ...workshop, http });
	providers.register(clients);
	return {
		providers,
		client(kind: Kind, settings: Record<string, unknown>) {
			const { id } = providers.create(clientPort, { kind, name: `Mine ${Math.random()}`, settings });
			return providers.instance<DownloadClient>(id);
		},
		tried: (kind: Kind, settings: Record<string, unknown>) =>
			providers.test(clientPort, { kind, name: 'Mine', settings }),
		async [Symbol.asyncDispose]() {
			await http.close();
			workshop[Symbol.dispose]();
		}
	};
}

test('every kind is proven here', () => {
	const proven = new Set<Kind>([...programs.map(([, kind]) => kind), 'watched-folder']);
	expect(clients.map(({ kind }) => kind).filter((kind) => !proven.has(kind))).toEqual([]);
});

describe.each(programs)('%s', (_, kind, start) => {
	test('the test button tells the version', async () => {
		await using program = await start();
		await using home = await openClients();
		expect(await home.tried(kind, program.settings)).toMatchObject({
			ok: true,
			message: expect.stringMatching(/^Connected to \w+ [\d.]+\.$/)
		});
	});

	test('takes a download, with its category, and shows it', async () => {
		await using program = await start();
		await using home = await openClients();
		const client = home.client(kind, program.settings);
		const id = await client.add(offer(kind));
		if (!usenet(kind)) expect(id).toBe(torrent.hash);
		expect([...program.items.keys()]).toEqual([id]);
		expect(program.items.get(id)).toMatchObject({ paused: false, content: usenet(kind) ? 'nzb' : 'torrent' });
		if (kind !== 'aria2') expect(program.items.get(id)!.category).toBe('bijou');
		expect(await client.list([id])).toMatchObject([{ id }]);
	});

	test('takes one that waits, and lets it go on and wait again', async () => {
		await using program = await start();
		await using home = await openClients();
		const client = home.client(kind, { ...program.settings, paused: true });
		const id = await client.add(offer(kind));
		const state = async () => (await client.list([id]))[0]?.state;
		expect(await state()).toBe('paused');
		await client.resume!(id);
		expect(['downloading', 'queued']).toContain(await state());
		await client.pause!(id);
		expect(await state()).toBe('paused');
	});

	test.skipIf(usenet(kind))('takes a magnet link', async () => {
		await using program = await start();
		await using home = await openClients();
		const client = home.client(kind, program.settings);
		expect(await client.add(byMagnet)).toBe(torrent.hash);
		expect(program.items.get(torrent.hash)!.content).toBe('magnet');
		expect(await client.list([torrent.hash])).toHaveLength(1);
	});

	test.each(fakeStates)('tells of one that is %s', async (state) => {
		await using program = await start();
		await using home = await openClients();
		const client = home.client(kind, program.settings);
		const id = await client.add(offer(kind));
		const item = program.items.get(id)!;
		item.state = state;
		// aria2 neither unpacks nor moves.
		const expected =
			kind === 'aria2' && state === 'processing'
				? 'downloading'
				: kind === 'transmission' && state === 'processing'
					? 'queued'
					: state;
		const [told] = await client.list([id]);
		expect(told).toMatchObject({ id, state: expected, sizeBytes: item.sizeBytes });
		if (state === 'downloading') expect(told).toMatchObject({ progress: 0.25 });
		if (state === 'downloading' && kind !== 'sabnzbd') expect(told!.bytesPerSecond).toBe(1000);
		if (state === 'downloading') expect(told!.etaSeconds).toBeGreaterThan(0);
		if (state === 'completed')
			expect(told).toMatchObject({ path: `/downloads/done/${item.name}`, progress: 1 });
		if (state === 'failed') expect(told!.message).toMatch(/\w+ \w+/);
	});

	test('knows nothing of what it was not given', async () => {
		await using program = await start();
		await using home = await openClients();
		const client = home.client(kind, program.settings);
		await client.add(offer(kind));
		expect(await client.list(['f'.repeat(40)])).toEqual([]);
		const asked = program.server.requests.length;
		expect(await client.list([])).toEqual([]);
		expect(program.server.requests.length).toBe(asked);
	});

	test.each([true, false])('lets go, with its files: %s; and once more is no fault', async (deleteFiles) => {
		await using program = await start();
		await using home = await openClients();
		const client = home.client(kind, program.settings);
		const id = await client.add(offer(kind));
		await client.remove(id, { deleteFiles });
		expect(program.removed).toEqual([
			{ id, deleteFiles: client.deletesFiles === 'none' ? false : deleteFiles }
		]);
		await client.remove(id, { deleteFiles });
		expect(program.removed).toHaveLength(1);
	});

	test('signs in again when the session has ended', async () => {
		await using program = await start();
		await using home = await openClients();
		const client = home.client(kind, program.settings);
		const id = await client.add(offer(kind));
		program.forgetSessions();
		expect(await client.list([id])).toHaveLength(1);
	});

	test('says where it saves to', async () => {
		await using program = await start();
		await using home = await openClients();
		expect(await home.client(kind, program.settings).folder!()).toBe('/downloads/done');
	});

	test('refuses what it cannot take', async () => {
		await using program = await start();
		await using home = await openClients();
		const wrong = usenet(kind) ? byTorrent : byNzb;
		await expect(home.client(kind, program.settings).add(wrong)).rejects.toMatchObject({ code: 'upstream' });
		expect(program.items.size).toBe(0);
	});

	test('a wrong password is told as one, and no secret with it', async () => {
		await using program = await start();
		await using home = await openClients();
		const { ok, message } = await home.tried(kind, { ...program.settings, ...program.wrong });
		expect({ ok, message }).toMatchObject({
			ok: false,
			message: expect.stringMatching(/did not accept .*(?:password|secret|key)/)
		});
		const made = home.providers.create(clientPort, { kind, name: 'M', settings: program.settings });
		expect(JSON.stringify(made)).not.toContain(password);
	});

	test('a wrong URL base is told as one', async () => {
		await using program = await start();
		await using home = await openClients();
		const { address } = program.settings as { address: string };
		const elsewhere = `${new URL(address).origin}/not/here`;
		expect(await home.tried(kind, { ...program.settings, address: elsewhere })).toMatchObject({
			ok: false,
			message: expect.stringContaining('Check the address, its port and its URL base.')
		});
	});

	test('a web page in place of an answer is told as one', async () => {
		await using program = await start();
		await using home = await openClients();
		program.intercept = () => ({
			headers: { 'content-type': 'text/html' },
			body: '<!doctype html><title>Log in</title>'
		});
		expect(await home.tried(kind, program.settings)).toMatchObject({
			ok: false,
			message: expect.stringContaining('A web page answers')
		});
	});

	test.each([
		['an answer cut off in the middle', { body: '{"result":[{"ha' }],
		['JSON that is something else', { body: { hello: 'there' } }],
		['an empty answer', { body: '' }],
		['a fault of its own', { status: 500, body: 'Internal error' }]
	])('%s is a fault with words', async (_what, reply) => {
		await using program = await start();
		await using home = await openClients();
		const client = home.client(kind, program.settings);
		const id = await client.add(offer(kind));
		program.intercept = () => reply;
		await expect(client.list([id])).rejects.toMatchObject({
			name: 'AppError',
			message: expect.stringMatching(/\w+ .*\w+/)
		});
	});

	test('nobody there, and a certificate of its own, are told in words', async () => {
		await using home = await openClients();
		await using program = await start();
		const settings = { ...program.settings };
		const { pathname } = new URL(String(settings['address']));
		const gone = await startFake(() => 'x');
		await gone.close();
		expect(await home.tried(kind, { ...settings, address: gone.url + pathname })).toMatchObject({
			ok: false,
			message: expect.stringMatching(/^Nobody answers at .* Is \w+ running/)
		});
		const secure = createServer({ key, cert }, (_request, response) => response.end('{}'));
		await new Promise<void>((done) => secure.listen(0, '127.0.0.1', done));
		const address = `https://127.0.0.1:${(secure.address() as AddressInfo).port}${pathname}`;
		expect(await home.tried(kind, { ...settings, address })).toMatchObject({
			ok: false,
			message: expect.stringContaining('If it is your own, switch off the check')
		});
		const unchecked = await home.tried(kind, { ...settings, address, verifyTls: false });
		expect(unchecked.message).not.toContain('secure connection');
		secure.closeAllConnections();
		await new Promise((done) => secure.close(done));
	});
});

test('qBittorrent that refuses a torrent says so', async () => {
	await using program = await startFakeQbittorrent();
	await using home = await openClients();
	const client = home.client('qbittorrent', program.settings);
	await client.add(byTorrent);
	await expect(client.add(byMagnet)).rejects.toMatchObject({
		message: expect.stringContaining('may have it already')
	});
	program.intercept = ({ path }) => (path.endsWith('/add') ? { status: 415, body: '' } : undefined);
	await expect(client.add(byMagnet)).rejects.toMatchObject({
		message: expect.stringContaining('not a valid torrent')
	});
});

test('SABnzbd of old answers in plain words, and a category must be there', async () => {
	await using program = await startFakeSabnzbd();
	await using home = await openClients();
	expect(await home.tried('sabnzbd', { ...program.settings, category: 'films' })).toMatchObject({
		message: 'SABnzbd has no category films. It knows: movies, bijou.'
	});
	program.intercept = () => ({ body: 'error: API Key Incorrect\n' });
	expect(await home.tried('sabnzbd', program.settings)).toMatchObject({
		message: 'SABnzbd did not accept the API key.'
	});
	program.intercept = () => ({ status: 403, body: 'Access denied - Hostname verification failed' });
	expect(await home.tried('sabnzbd', program.settings)).toMatchObject({
		message: expect.stringContaining('Hostname verification')
	});
});

test('Transmission that knows the guest but not the address says what to change', async () => {
	await using program = await startFakeTransmission();
	await using home = await openClients();
	program.intercept = () => ({ status: 421, body: '<h1>421: Misdirected Request</h1>' });
	expect(await home.tried('transmission', program.settings)).toMatchObject({
		message: expect.stringContaining('rpc-host-whitelist')
	});
	program.intercept = () => ({ status: 403, body: '<h1>403: Forbidden</h1>' });
	expect(await home.tried('transmission', program.settings)).toMatchObject({
		message: expect.stringContaining('rpc-whitelist')
	});
});

describe('a watched folder', () => {
	async function openFolders() {
		const home = await openClients();
		const root = mkdtempSync(join(tmpdir(), 'bijou-watch-'));
		const [folder, doneFolder] = ['watch', 'done'].map((name) => join(root, name)) as [string, string];
		mkdirSync(folder);
		mkdirSync(doneFolder);
		return {
			...home,
			folder,
			doneFolder,
			async [Symbol.asyncDispose]() {
				rmSync(root, { recursive: true });
				await home[Symbol.asyncDispose]();
			}
		};
	}

	test('takes torrents, magnets and NZB files, each under a name that every disk takes', async () => {
		await using home = await openFolders();
		const client = home.client('watched-folder', { folder: home.folder, takes: ['torrent', 'usenet'] });
		expect(client.protocols).toEqual(['torrent', 'usenet']);
		await client.add({ ...byTorrent, title: '../Harbour: 1999?/1' });
		await client.add({ ...byMagnet, title: 'Fog' });
		await client.add({ ...byNzb, title: 'Rain' });
		expect(readdirSync(home.folder).toSorted()).toEqual(['Fog.magnet', 'Harbour 1999 1.torrent', 'Rain.nzb']);
		expect(readFileSync(join(home.folder, 'Fog.magnet'), 'utf8')).toBe(torrent.magnet);
		expect(readFileSync(join(home.folder, 'Harbour 1999 1.torrent')).equals(torrent.bytes)).toBe(true);
	});

	test('knows what waits, what was picked up, and what has come back and lies still', async () => {
		await using home = await openFolders();
		const { folder, doneFolder } = home;
		const client = home.client('watched-folder', { folder, doneFolder });
		const id = await client.add({ ...byTorrent, name: 'harbour.1999-grp' });
		const state = async () => (await client.list([id]))[0]!;
		expect(await state()).toMatchObject({ id, state: 'queued' });
		rmSync(join(folder, 'Harbour 1999.torrent'));
		expect(await state()).toMatchObject({ state: 'processing' });
		const back = join(doneFolder, 'Harbour.1999-GRP');
		mkdirSync(back);
		writeFileSync(join(back, 'a.mkv'), 'film');
		expect(await state()).toMatchObject({ state: 'processing', message: 'It is still being written.' });
		const before = Date.now() / 1000 - 120;
		for (const path of [join(back, 'a.mkv'), back]) utimesSync(path, before, before);
		expect(await state()).toMatchObject({ state: 'completed', path: back });
	});

	test('without the other folder nothing is known of what was picked up', async () => {
		await using home = await openFolders();
		const client = home.client('watched-folder', { folder: home.folder });
		const id = await client.add(byTorrent);
		rmSync(join(home.folder, 'Harbour 1999.torrent'));
		expect(await client.list([id])).toMatchObject([{ state: 'handed-over' }]);
	});

	test('takes back what still waits; a folder that is not there is told', async () => {
		await using home = await openFolders();
		const client = home.client('watched-folder', { folder: home.folder, magnets: false });
		const id = await client.add(byTorrent);
		await client.remove(id, { deleteFiles: false });
		expect(readdirSync(home.folder)).toEqual([]);
		await expect(client.add(byMagnet)).rejects.toMatchObject({ code: 'upstream' });
		expect(await home.tried('watched-folder', { folder: '/not/there' })).toMatchObject({
			ok: false,
			message: 'There is no folder /not/there.'
		});
		expect(await home.tried('watched-folder', { folder: home.folder })).toMatchObject({ ok: true });
	});
});
