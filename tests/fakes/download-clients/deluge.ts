import { createHash, randomUUID } from 'node:crypto';
import { torrentFacts } from '#core/downloads/torrent-facts.ts';
import { startFake, type FakeReply, type FakeRequest } from '../http.ts';
import { doneFolder, hashOfMagnet, password, sizeBytes } from './fake-client.ts';
import type { FakeClient, FakeItem, FakeState } from './fake-client.ts';

const words: Record<FakeState, string> = {
	queued: 'Queued',
	downloading: 'Downloading',
	paused: 'Paused',
	processing: 'Moving',
	completed: 'Seeding',
	failed: 'Error'
};

/** The JSON-RPC of the web interface: it must be signed in to, and connected to a daemon, before `core` is known. */
export async function startFakeDeluge(): Promise<FakeClient> {
	let session = '';
	let connected = false;
	const labels = new Set<string>();

	const told = ({ name, state, sizeBytes: size }: FakeItem) => ({
		name,
		state: words[state],
		message: state === 'failed' ? 'Permission denied' : 'OK',
		progress: state === 'completed' || state === 'processing' ? 100 : 25,
		total_wanted: size,
		download_payload_rate: state === 'downloading' ? 1000 : 0,
		eta: state === 'downloading' ? 3600 : 0,
		is_finished: state === 'completed' || state === 'processing',
		save_path: doneFolder,
		has_metadata: true
	});

	function keep(
		id: string,
		content: FakeItem['content'],
		{ add_paused: paused = false }: { add_paused?: boolean }
	) {
		if (client.items.has(id)) throw new Error(`Torrent already in session (${id}).`);
		client.items.set(id, {
			id,
			content,
			paused,
			name: 'Harbour.1999',
			state: paused ? 'paused' : 'downloading',
			sizeBytes
		});
		return id;
	}
	const each = (ids: string[], state: FakeState) =>
		ids.forEach((id) => Object.assign(client.items.get(id) ?? {}, { state }));

	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parameters differ by method
	const methods: Record<string, (...params: any[]) => unknown> = {
		'web.connected': () => connected,
		'web.get_hosts': () => [['0123456789abcdef', '127.0.0.1', 58846, 'localclient']],
		'web.connect': (host: string) => {
			connected = host === '0123456789abcdef';
			return ['core.add_torrent_magnet'];
		},
		'daemon.get_version': () => '2.1.1',
		'core.get_enabled_plugins': () => ['Label'],
		'core.get_config_value': () => doneFolder,
		'core.add_torrent_magnet': (magnet: string, options: object) =>
			keep(hashOfMagnet(magnet), 'magnet', options),
		'core.add_torrent_file': (_name: string, file: string, options: object) =>
			keep(
				createHash('sha1')
					.update(torrentFacts(Buffer.from(file, 'base64')).info)
					.digest('hex'),
				'torrent',
				options
			),
		'core.get_torrents_status': ({ id }: { id: string[] }) =>
			Object.fromEntries(
				id.flatMap((one) => (client.items.has(one) ? [[one, told(client.items.get(one)!)]] : []))
			),
		'core.remove_torrent': (id: string, deleteFiles: boolean) => {
			if (!client.items.delete(id)) throw new Error(`torrent_id ${id} not in session.`);
			client.removed.push({ id, deleteFiles });
			return true;
		},
		'core.pause_torrent': (ids: string[]) => each(ids, 'paused'),
		'core.resume_torrent': (ids: string[]) => each(ids, 'downloading'),
		'label.get_labels': () => [...labels],
		'label.add': (name: string) => {
			if (/[^a-z\d_-]/.test(name)) throw new Error('Invalid label, valid characters:[a-z0-9_-]');
			labels.add(name);
		},
		'label.set_torrent': (id: string, name: string) =>
			Object.assign(client.items.get(id)!, { category: name }) && null
	};

	function answer(request: FakeRequest): FakeReply {
		const own = client.intercept?.(request);
		if (own) return own;
		if (request.path !== '/json') return { status: 404, body: '<html>404</html>' };
		const { id, method, params } = request.json() as { id: string; method: string; params: unknown[] };
		const refuse = (code: number, message: string) => ({
			body: { id, result: null, error: { code, message } }
		});
		if (method === 'auth.login') {
			const ok = params[0] === password;
			if (ok) session = randomUUID();
			return {
				...(ok && {
					headers: {
						'set-cookie': `_session_id=${session}; Expires=Sat, 22 Nov 2099 12:00:00 GMT; Path=/json`
					}
				}),
				body: { id, result: ok, error: null }
			};
		}
		if (!session || !request.headers.cookie?.includes(session)) return refuse(1, 'Not authenticated');
		const run = methods[method];
		if (!run || (!connected && !method.startsWith('web.'))) return refuse(2, 'Unknown method');
		try {
			return { body: { id, result: run(...params) ?? null, error: null } };
		} catch (error) {
			return refuse(
				4,
				`Traceback (most recent call last):\n  File "x.py", line 1\n${(error as Error).message}`
			);
		}
	}

	const server = await startFake(answer);
	const client: FakeClient = {
		server,
		settings: { address: server.url, password },
		wrong: { password: 'no' },
		items: new Map(),
		removed: [],
		forgetSessions: () => {
			session = '';
			connected = false;
		},
		[Symbol.asyncDispose]: () => server.close()
	};
	return client;
}
