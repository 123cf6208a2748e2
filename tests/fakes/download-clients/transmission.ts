import { createHash, randomUUID } from 'node:crypto';
import { torrentFacts } from '#core/downloads/torrent-facts.ts';
import { startFake, type FakeReply, type FakeRequest } from '../http.ts';
import { basic, doneFolder, hashOfMagnet, password, sizeBytes, user } from './fake-client.ts';
import type { FakeClient, FakeItem, FakeState } from './fake-client.ts';

const numbers: Record<FakeState, number> = {
	queued: 3,
	downloading: 4,
	paused: 0,
	processing: 2,
	completed: 6,
	failed: 0
};

interface Call {
	method: string;
	arguments: {
		ids?: string[];
		labels?: string[];
		fields?: string[];
		metainfo?: string;
		filename?: string;
		paused?: boolean;
		'delete-local-data'?: boolean;
	};
}

/** The RPC as rpc-spec.md describes it, with the session id that guards it. */
export async function startFakeTransmission(): Promise<FakeClient> {
	let session = randomUUID();

	function told({ id, name, state, sizeBytes: size }: FakeItem) {
		return {
			hashString: id,
			name,
			status: numbers[state],
			error: state === 'failed' ? 3 : state === 'downloading' ? 2 : 0,
			errorString:
				state === 'failed'
					? 'No space left on device'
					: state === 'downloading'
						? 'Tracker gave HTTP response code 503'
						: '',
			totalSize: size,
			sizeWhenDone: size,
			leftUntilDone: state === 'completed' ? 0 : size * 0.75,
			metadataPercentComplete: 1,
			rateDownload: state === 'downloading' ? 1000 : 0,
			eta: state === 'downloading' ? 3600 : -1,
			downloadDir: doneFolder
		};
	}

	function add({ metainfo, filename, paused = false }: Call['arguments']) {
		const id = metainfo
			? createHash('sha1')
					.update(torrentFacts(Buffer.from(metainfo, 'base64')).info)
					.digest('hex')
			: hashOfMagnet(filename ?? '');
		if (client.items.has(id)) return { 'torrent-duplicate': { hashString: id, id: 1, name: 'x' } };
		client.items.set(id, {
			id,
			name: 'Harbour.1999',
			paused,
			state: paused ? 'paused' : 'downloading',
			content: metainfo ? 'torrent' : 'magnet',
			sizeBytes
		});
		return { 'torrent-added': { hashString: id, id: 1, name: 'x' } };
	}

	function perform({ method, arguments: given }: Call): object {
		const chosen = (given.ids ?? []).flatMap((id) => client.items.get(id) ?? []);
		if (method === 'session-get')
			return { version: '4.0.5 (a6fe2a64aa)', 'rpc-version': 17, 'download-dir': doneFolder };
		if (method === 'torrent-add') return add(given);
		if (method === 'torrent-get')
			return {
				torrents: chosen.map((item) =>
					Object.fromEntries(Object.entries(told(item)).filter(([key]) => given.fields?.includes(key)))
				)
			};
		for (const item of chosen) {
			if (method === 'torrent-set') item.category = given.labels?.[0];
			if (method === 'torrent-stop') item.state = 'paused';
			if (method === 'torrent-start') item.state = 'downloading';
			if (method !== 'torrent-remove') continue;
			client.items.delete(item.id);
			client.removed.push({ id: item.id, deleteFiles: given['delete-local-data'] === true });
		}
		return {};
	}

	function answer(request: FakeRequest): FakeReply {
		const own = client.intercept?.(request);
		if (own) return own;
		if (request.path !== '/transmission/rpc') return { status: 404, body: '<h1>404: Not Found</h1>' };
		if (request.headers.authorization !== basic)
			return { status: 401, body: '<h1>401: Unauthorized</h1>Unauthorized User' };
		if (request.headers['x-transmission-session-id'] !== session)
			return {
				status: 409,
				headers: { 'X-Transmission-Session-Id': session },
				body: '<h1>409: Conflict</h1>'
			};
		return { body: { result: 'success', arguments: perform(request.json() as Call) } };
	}

	const server = await startFake(answer);
	const client: FakeClient = {
		server,
		settings: { address: `${server.url}/transmission/web/`, user, password },
		wrong: { password: 'no' },
		items: new Map(),
		removed: [],
		forgetSessions: () => void (session = randomUUID()),
		[Symbol.asyncDispose]: () => server.close()
	};
	return client;
}
