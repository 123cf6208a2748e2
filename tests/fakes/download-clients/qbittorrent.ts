import { torrentFacts } from '#core/downloads/torrent-facts.ts';
import { createHash, randomUUID } from 'node:crypto';
import { startFake, type FakeReply, type FakeRequest } from '../http.ts';
import { doneFolder, formOf, hashOfMagnet, password, sizeBytes, user } from './fake-client.ts';
import type { FakeClient, FakeItem, FakeState } from './fake-client.ts';

const words: Record<'4' | '5', Record<FakeState, string>> = {
	4: {
		queued: 'queuedDL',
		downloading: 'stalledDL',
		paused: 'pausedDL',
		processing: 'moving',
		completed: 'pausedUP',
		failed: 'error'
	},
	5: {
		queued: 'queuedDL',
		downloading: 'downloading',
		paused: 'stoppedDL',
		processing: 'moving',
		completed: 'stoppedUP',
		failed: 'missingFiles'
	}
};

/** The Web API as its wiki describes it: 4.x is API 2.8, 5.x is 2.11; the newest answers a login with 204. */
export async function startFakeQbittorrent(version: '4' | '5' = '5'): Promise<FakeClient> {
	const sessions = new Set<string>();
	const categories = new Set<string>();
	const [stop, start, pausedWord] =
		version === '4' ? ['pause', 'resume', 'paused'] : ['stop', 'start', 'stopped'];

	const answers: Record<string, (form: FormData) => FakeReply | string> = {
		'app/webapiVersion': () => (version === '4' ? '2.8.19' : '2.11.2'),
		'app/version': () => (version === '4' ? 'v4.5.2' : 'v5.0.1'),
		'app/preferences': () => ({ body: { save_path: doneFolder, dht: true } }),
		'torrents/categories': () => ({
			body: Object.fromEntries([...categories].map((name) => [name, { name, savePath: '' }]))
		}),
		'torrents/createCategory': (form) => {
			categories.add(String(form.get('category')));
			return '';
		},
		'torrents/info': (form) => {
			const wanted = String(form.get('hashes') ?? '').split('|');
			return { body: [...client.items.values()].filter(({ id }) => wanted.includes(id)).map(told) };
		},
		'torrents/add': (form) => add(form),
		'torrents/delete': (form) => {
			for (const id of String(form.get('hashes')).split('|')) {
				if (client.items.delete(id))
					client.removed.push({ id, deleteFiles: form.get('deleteFiles') === 'true' });
			}
			return '';
		},
		[`torrents/${stop}`]: (form) => turn(form, 'paused'),
		[`torrents/${start}`]: (form) => turn(form, 'downloading')
	};

	function told({ id, name, state, sizeBytes: size, category }: FakeItem) {
		const completed = state === 'completed';
		const single = `${doneFolder}/${name}`;
		return {
			hash: id,
			name,
			size,
			category,
			state: words[version][state],
			progress: completed ? 1 : 0.25,
			dlspeed: state === 'downloading' ? 1000 : 0,
			eta: state === 'downloading' ? 3600 : 8_640_000,
			save_path: doneFolder,
			// While it moves, the path is not settled.
			content_path: state === 'processing' ? doneFolder : single,
			added_on: 1_700_000_000,
			ratio_limit: -2
		};
	}

	function add(form: FormData): FakeReply | string {
		const file = form.get('torrents');
		const magnet = String(form.get('urls') ?? '');
		return file instanceof Blob
			? { body: '', raw: (response) => void addFile(file, form).then((text) => response.end(text)) }
			: keep(hashOfMagnet(magnet), 'magnet', form);
	}
	async function addFile(file: Blob, form: FormData): Promise<string> {
		const { info } = torrentFacts(new Uint8Array(await file.arrayBuffer()));
		return keep(createHash('sha1').update(info).digest('hex'), 'torrent', form);
	}
	function keep(id: string, content: FakeItem['content'], form: FormData): string {
		if (!id || client.items.has(id)) return 'Fails.';
		const category = String(form.get('category') ?? '');
		// A category that does not exist is silently dropped.
		const known = categories.has(category) ? category : '';
		const paused = form.get(pausedWord) === 'true';
		client.items.set(id, {
			id,
			content,
			paused,
			category: known,
			name: 'Harbour.1999',
			state: paused ? 'paused' : 'downloading',
			sizeBytes
		});
		return 'Ok.';
	}
	function turn(form: FormData, state: FakeState): string {
		for (const id of String(form.get('hashes')).split('|'))
			Object.assign(client.items.get(id) ?? {}, { state });
		return '';
	}

	async function answer(request: FakeRequest): Promise<FakeReply | string> {
		const own = client.intercept?.(request);
		if (own) return own;
		const path = request.path.replace('/qbt/api/v2/', '');
		if (path === request.path) return { status: 404, body: 'Not Found' };
		// Its guard against requests from other sites.
		const origin = `http://${request.headers.host}`;
		if (request.headers.origin !== origin || !request.headers.referer?.startsWith(origin))
			return { status: 401, body: 'Unauthorized' };
		const form =
			request.method === 'POST' ? await formOf(request).catch(() => new FormData()) : new FormData();
		if (path === 'auth/login') {
			if (form.get('username') !== user || form.get('password') !== password)
				return version === '4' ? 'Fails.' : { status: 401 };
			const session = randomUUID();
			sessions.add(session);
			const headers = { 'set-cookie': `SID=${session}; HttpOnly; path=/; SameSite=Strict` };
			return version === '4' ? { headers, body: 'Ok.' } : { status: 204, headers };
		}
		const session = /SID=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
		if (!session || !sessions.has(session)) return { status: 403, body: 'Forbidden' };
		return answers[path]?.(form) ?? { status: 404, body: 'Not Found' };
	}

	const server = await startFake(answer);
	const client: FakeClient = {
		server,
		settings: { address: `${server.url}/qbt/`, user, password },
		wrong: { password: 'no' },
		items: new Map(),
		removed: [],
		forgetSessions: () => sessions.clear(),
		[Symbol.asyncDispose]: () => server.close()
	};
	return client;
}
