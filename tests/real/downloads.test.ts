// Bijou's download clients against the programs themselves, with a torrent and an NZB made on the spot.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeTorrent } from '../fakes/torrent-file.ts';
import { startTorznab } from '../fakes/torznab.ts';
import { post, startNews } from '../fakes/usenet.ts';
import { startWebSeed } from '../fakes/web-seed.ts';
import { openDownloads } from '../harness/downloads.ts';
import {
	startAria2,
	startDeluge,
	startNzbget,
	startQbittorrent,
	startTransmission,
	type Daemon
} from './daemons.ts';

const missing = (program: string) => spawnSync('which', [program]).status !== 0;
const skipped = (program: string) => {
	if (missing(program)) process.stdout.write(`skip ${program}: it is not installed\n`);
	return missing(program);
};
const patience = { timeout: 60_000, interval: 300 };

const torrentClients: [string, string, () => Promise<Daemon>][] = [
	['qbittorrent', 'qbittorrent-nox', startQbittorrent],
	['transmission', 'transmission-daemon', startTransmission],
	['deluge', 'deluge-web', startDeluge],
	['aria2', 'aria2c', startAria2]
];

describe.each(torrentClients)('%s', (kind, program, start) => {
	test.skipIf(skipped(program))(
		'takes a torrent, fetches it, tells where it lies, and lets it go',
		async () => {
			await using daemon = await start();
			await using home = await openDownloads();
			const { downloads, providers } = home;
			const wrong = kind === 'aria2' ? { secret: 'wrong' } : { password: 'wrong' };
			const draft = { kind, name: 'Mine', settings: daemon.settings };
			expect(
				await providers.test('download-client', { ...draft, settings: { ...daemon.settings, ...wrong } })
			).toMatchObject({ ok: false, message: expect.stringContaining('did not accept') });
			const tested = await providers.test('download-client', draft);
			expect(tested).toMatchObject({ ok: true, message: expect.stringMatching(/^Connected to \w+ \d/) });
			process.stdout.write(`${kind}: ${tested.message}\n`);

			const content = randomBytes(3_000_000);
			await using seed = await startWebSeed(content);
			const torrent = makeTorrent('Harbour.1999.1080p.mkv', content, `${seed.url}/harbour.mkv`);
			await using site = await startTorznab({
				releases: () => [],
				intercept: ({ path }) => (path.startsWith('/file/') ? { body: torrent.bytes } : undefined)
			});
			const indexerId = home.add('Site', site.url);
			const clientId = home.addClient(kind, daemon.settings);
			const release = { title: 'Harbour 1999 1080p', indexerId, link: `${site.url}/file/1` };
			const { id } = await downloads.grab(release, { name: 'Ada' });
			expect(downloads.get(id)).toMatchObject({
				hash: torrent.hash,
				sizeBytes: content.length,
				client: kind
			});

			await expect
				.poll(async () => {
					await downloads.look();
					return downloads.get(id).state;
				}, patience)
				.toBe('completed');
			const done = downloads.get(id);
			expect(done).toMatchObject({ progress: 1, outputPath: join(daemon.folder, 'Harbour.1999.1080p.mkv') });
			expect(readFileSync(done.outputPath!).equals(content)).toBe(true);
			expect(home.told('download.completed')).toEqual([{ id, title: release.title, path: done.outputPath }]);

			await expect(downloads.grab(release)).rejects.toMatchObject({
				code: 'conflict',
				details: { reason: 'grabbed' }
			});
			const deletes = kind !== 'aria2';
			await downloads.remove(id, { removeFromClient: true, deleteFiles: deletes, blocklist: false });
			await expect.poll(() => existsSync(done.outputPath!), patience).toBe(!deletes);
			const client = providers.instance<{ list(ids: string[]): Promise<unknown[]> }>(clientId);
			await expect.poll(() => client.list([torrent.hash]), patience).toEqual([]);
			// What is gone there already is no fault.
			await providers
				.instance<{ remove(id: string, options: object): Promise<void> }>(clientId)
				.remove(torrent.hash, { deleteFiles: false });
			expect(downloads.history({ limit: 10 }).items.map(({ what }) => what)).toEqual([
				'removed',
				'completed',
				'grabbed'
			]);
		},
		120_000
	);

	test.skipIf(missing(program))(
		'takes a magnet link, waits for its description, pauses and goes on, and is missed when it is gone',
		async () => {
			await using daemon = await start();
			await using home = await openDownloads();
			const { downloads } = home;
			home.addClient(kind, daemon.settings);
			const { magnet, hash } = makeTorrent('Fog.2001', Buffer.from('fog'));
			const { id, remoteId } = await downloads.grab({ title: 'Fog 2001', magnet });
			expect(remoteId).toBe(hash);
			const state = async () => {
				await downloads.look();
				return downloads.get(id).state;
			};
			await expect.poll(state, patience).toBe('downloading');
			await downloads.pause(id);
			await expect.poll(state, patience).toBe('paused');
			await downloads.resume(id);
			await expect.poll(state, patience).toBe('downloading');

			const [{ id: clientId } = { id: 0 }] = home.providers.list('download-client');
			const client = home.providers.instance<{ remove(id: string, options: object): Promise<void> }>(
				clientId
			);
			await client.remove(hash, { deleteFiles: false });
			await downloads.look();
			home.clock.ahead = 40_000;
			await expect.poll(state, patience).toBe('missing');
			expect(downloads.history({ limit: 1 }).items[0]).toMatchObject({ what: 'missing' });
		},
		120_000
	);
});

describe('nzbget', () => {
	test.skipIf(skipped('nzbget'))(
		'takes an NZB, fetches it, tells where it lies, and why another cannot be had',
		async () => {
			const content = randomBytes(400_000);
			const good = post('harbour.mkv', content);
			const gone = post('fog.mkv', randomBytes(300_000));
			await using news = await startNews(good.articles);
			await using daemon = await startNzbget(news.port);
			await using home = await openDownloads();
			const { downloads, providers } = home;
			const draft = { kind: 'nzbget', name: 'Mine', settings: daemon.settings };
			const wrong = { ...draft, settings: { ...daemon.settings, password: 'wrong' } };
			expect(await providers.test('download-client', wrong)).toMatchObject({
				ok: false,
				message: expect.stringContaining('did not accept')
			});
			expect(
				await providers.test('download-client', {
					...draft,
					settings: { ...daemon.settings, category: 'films' }
				})
			).toMatchObject({ ok: false, message: 'NZBGet has no category films. It knows: bijou.' });
			const tested = await providers.test('download-client', draft);
			expect(tested).toMatchObject({ ok: true });
			process.stdout.write(`nzbget: ${tested.message}\n`);
			home.addClient('nzbget', daemon.settings);
			await using site = await startTorznab({
				releases: () => [],
				intercept: ({ path }) =>
					path.startsWith('/file/') ? { body: path.endsWith('1') ? good.nzb : gone.nzb } : undefined
			});
			const indexerId = home.add('News', site.url, {}, 'newznab');
			const grab = (number: number, title: string) =>
				downloads.grab({ title, indexerId, link: `${site.url}/file/${number}` });
			const ends = (id: number) =>
				expect.poll(async () => {
					await downloads.look();
					return downloads.get(id).state;
				}, patience);

			const first = await grab(1, 'Harbour 1999 1080p');
			await ends(first.id).toBe('completed');
			const { outputPath } = downloads.get(first.id);
			expect(statSync(outputPath!).isDirectory()).toBe(true);
			expect(readFileSync(join(outputPath!, 'harbour.mkv')).equals(content)).toBe(true);
			await expect(grab(1, 'Harbour again')).rejects.toMatchObject({ code: 'conflict' });

			const second = await grab(2, 'Fog 2001');
			await ends(second.id).toBe('failed');
			expect(downloads.get(second.id).message).toBe('Too much of it is gone from the servers.');
			expect(home.told('download.failed')).toHaveLength(1);
			await downloads.remove(second.id, { removeFromClient: true, deleteFiles: true, blocklist: true });
			await expect(grab(2, 'Fog 2001')).rejects.toMatchObject({ details: { reason: 'blocked' } });

			const link = `${site.url}/file/2`;
			const waits = await downloads.grab({ title: 'Fog 2001', indexerId, link, paused: true, force: true });
			await ends(waits.id).toBe('paused');
			await downloads.remove(waits.id, { removeFromClient: true, deleteFiles: false, blocklist: false });
			const client = providers.instance<{ list(ids: string[]): Promise<unknown[]> }>(waits.clientId!);
			await expect.poll(() => client.list([waits.remoteId, second.remoteId]), patience).toEqual([]);
		},
		120_000
	);
});
