import { createHash, randomBytes } from 'node:crypto';
import { torrentFacts } from '#core/downloads/torrent-facts.ts';
import { startFake, type FakeReply, type FakeRequest } from '../http.ts';
import { doneFolder, hashOfMagnet, password, sizeBytes } from './fake-client.ts';
import type { FakeClient, FakeItem, FakeState } from './fake-client.ts';

const words: Record<FakeState, string> = {
	queued: 'waiting',
	downloading: 'active',
	paused: 'paused',
	processing: 'active',
	completed: 'active',
	failed: 'error'
};
const lists: Record<string, string[]> = {
	tellActive: ['active'],
	tellWaiting: ['waiting', 'paused'],
	tellStopped: ['complete', 'error', 'removed']
};

/** The JSON-RPC as its manual describes it: refusals have status 400, numbers are text. */
export async function startFakeAria2(): Promise<FakeClient> {
	const gids = new Map<string, string>();

	function told({ id, state, content, sizeBytes: size, name }: FakeItem) {
		const done = state === 'completed' ? size : size * 0.25;
		return {
			gid: gids.get(id)!,
			infoHash: id,
			status: words[state],
			totalLength: String(size),
			completedLength: String(done),
			downloadSpeed: state === 'downloading' ? '1000' : '0',
			dir: doneFolder,
			bittorrent: { mode: 'single', info: { name } },
			...(state === 'failed' && {
				errorCode: '9',
				errorMessage: 'There was not enough disk space available.'
			}),
			...(content === 'magnet' && { following: '0000000000000001' })
		};
	}
	/** What is left of a magnet: the download of its description, which goes on under another gid. */
	const description = ({ id }: FakeItem) => ({
		gid: '0000000000000001',
		infoHash: id,
		status: 'complete',
		totalLength: '16384',
		completedLength: '16384',
		downloadSpeed: '0',
		dir: doneFolder,
		bittorrent: {},
		followedBy: [gids.get(id)!]
	});

	function keep(id: string, content: FakeItem['content'], { pause }: { pause?: string } = {}) {
		if (client.items.has(id)) throw new Error(`InfoHash ${id} is already registered.`);
		const paused = pause === 'true';
		gids.set(id, randomBytes(8).toString('hex'));
		client.items.set(id, {
			id,
			content,
			paused,
			name: 'Harbour.1999',
			state: paused ? 'paused' : 'downloading',
			sizeBytes
		});
		return gids.get(id);
	}
	function found(gid: string): FakeItem {
		const item = [...client.items.values()].find(({ id }) => gids.get(id) === gid);
		if (!item) throw new Error(`GID ${gid} is not found`);
		return item;
	}
	const list = (method: string) => {
		const all = [...client.items.values()];
		const magnets = all.filter(({ content }) => content === 'magnet').map(description);
		return [...all.map(told), ...magnets].filter(({ status }) => lists[method]!.includes(status));
	};

	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parameters differ by method
	const methods: Record<string, (...params: any[]) => unknown> = {
		getVersion: () => ({ version: '1.37.0', enabledFeatures: ['BitTorrent', 'HTTPS'] }),
		getGlobalOption: () => ({ dir: doneFolder }),
		addUri: ([magnet]: string[], options: object) => keep(hashOfMagnet(magnet!), 'magnet', options),
		addTorrent: (file: string, _uris: string[], options: object) =>
			keep(
				createHash('sha1')
					.update(torrentFacts(Buffer.from(file, 'base64')).info)
					.digest('hex'),
				'torrent',
				options
			),
		tellActive: () => list('tellActive'),
		tellWaiting: () => list('tellWaiting'),
		tellStopped: () => list('tellStopped'),
		forcePause: (gid: string) => Object.assign(found(gid), { state: 'paused' }) && gid,
		unpause: (gid: string) => Object.assign(found(gid), { state: 'downloading' }) && gid,
		forceRemove: (gid: string) => found(gid) && gid,
		removeDownloadResult: (gid: string) => {
			if (gid === '0000000000000001') return 'OK';
			const { id } = found(gid);
			client.items.delete(id);
			client.removed.push({ id, deleteFiles: false });
			return 'OK';
		}
	};

	function answer(request: FakeRequest): FakeReply {
		const own = client.intercept?.(request);
		if (own) return own;
		if (request.path !== '/jsonrpc') return { status: 404, body: '' };
		const { id, method, params } = request.json() as { id: string; method: string; params: unknown[] };
		const refuse = (message: string) => ({
			status: 400,
			body: { id, jsonrpc: '2.0', error: { code: 1, message } }
		});
		const [token, ...rest] = params;
		if (token !== `token:${password}`) return refuse('Unauthorized');
		try {
			return { body: { id, jsonrpc: '2.0', result: methods[method.replace('aria2.', '')]!(...rest) } };
		} catch (error) {
			return refuse((error as Error).message);
		}
	}

	const server = await startFake(answer);
	const client: FakeClient = {
		server,
		settings: { address: `${server.url}/jsonrpc`, secret: password },
		wrong: { secret: 'no' },
		items: new Map(),
		removed: [],
		forgetSessions: () => undefined,
		[Symbol.asyncDispose]: () => server.close()
	};
	return client;
}
