import { startFake, type FakeReply, type FakeRequest } from '../http.ts';
import { doneFolder, formOf, password, sizeBytes } from './fake-client.ts';
import type { FakeClient, FakeItem, FakeState } from './fake-client.ts';

const MiB = 1024 * 1024;
const inHistory: FakeState[] = ['processing', 'completed', 'failed'];
const words: Record<FakeState, string> = {
	queued: 'Queued',
	downloading: 'Downloading',
	paused: 'Paused',
	processing: 'Extracting',
	completed: 'Completed',
	failed: 'Failed'
};

/** The API as its documentation describes it: sizes are MB in text, and what is being unpacked is history already. */
export async function startFakeSabnzbd(): Promise<FakeClient> {
	let serial = 0;
	const all = () => [...client.items.values()];
	const wantedOf = (query: URLSearchParams) => query.get('nzo_ids')?.split(',') ?? all().map(({ id }) => id);

	const queueSlot = ({ id, name, state, sizeBytes: size }: FakeItem) => ({
		nzo_id: id,
		filename: name,
		status: words[state],
		mb: (size / MiB).toFixed(2),
		mbleft: ((size * 0.75) / MiB).toFixed(2),
		timeleft: state === 'downloading' ? '1:00:00' : '0:00:00',
		percentage: '25',
		cat: 'movies'
	});
	const historySlot = ({ id, name, state, sizeBytes: size }: FakeItem) => ({
		nzo_id: id,
		name,
		status: words[state],
		bytes: size,
		fail_message: state === 'failed' ? 'Repair failed, not enough repair blocks (12 short)' : '',
		action_line: state === 'processing' ? 'Unpacking: 01/20' : '',
		storage: state === 'completed' ? `${doneFolder}/${name}` : ''
	});

	function remove({ query }: FakeRequest, states: (state: FakeState) => boolean) {
		const id = query.get('value')!;
		if (!states(client.items.get(id)?.state ?? 'queued') || !client.items.delete(id)) return;
		client.removed.push({ id, deleteFiles: query.get('del_files') === '1' });
	}

	async function add(request: FakeRequest): Promise<FakeReply> {
		const file = (await formOf(request)).get('name');
		if (!(file instanceof Blob) || !(await file.text()).includes('<nzb'))
			return { body: { status: true, nzo_ids: [] } };
		const id = `SABnzbd_nzo_${++serial}`;
		const paused = request.query.get('priority') === '-2';
		client.items.set(id, {
			id,
			content: 'nzb',
			paused,
			name: request.query.get('nzbname')!,
			category: request.query.get('cat') ?? undefined,
			state: paused ? 'paused' : 'queued',
			sizeBytes
		});
		return { body: { status: true, nzo_ids: [id] } };
	}

	const modes: Record<string, (request: FakeRequest) => FakeReply | Promise<FakeReply>> = {
		addfile: add,
		get_cats: () => ({ body: { categories: ['*', 'movies', 'bijou'] } }),
		fullstatus: () => ({ body: { status: { completedir: doneFolder } } }),
		queue(request) {
			const { query } = request;
			const item = client.items.get(query.get('value') ?? '');
			if (query.get('name') === 'pause') Object.assign(item ?? {}, { state: 'paused' });
			if (query.get('name') === 'resume') Object.assign(item ?? {}, { state: 'downloading' });
			if (query.get('name') === 'delete') remove(request, (state) => !inHistory.includes(state));
			if (query.has('name')) return { body: { status: true, nzo_ids: [query.get('value')] } };
			const slots = all()
				.filter(({ id, state }) => wantedOf(query).includes(id) && !inHistory.includes(state))
				.map(queueSlot);
			return { body: { queue: { paused: false, kbpersec: '1296.02', noofslots: slots.length, slots } } };
		},
		history(request) {
			if (request.query.get('name') === 'delete') remove(request, (state) => inHistory.includes(state));
			if (request.query.has('name')) return { body: { status: true } };
			const slots = all()
				.filter(({ id, state }) => wantedOf(request.query).includes(id) && inHistory.includes(state))
				.map(historySlot);
			return { body: { history: { noofslots: slots.length, slots } } };
		}
	};

	const server = await startFake((request) => {
		const own = client.intercept?.(request);
		if (own) return own;
		if (request.path !== '/sabnzbd/api') return { status: 404, body: '<html>404</html>' };
		const mode = request.query.get('mode') ?? '';
		if (mode === 'version') return { body: { version: '4.3.2' } };
		if (request.query.get('apikey') !== password)
			return { body: { status: false, error: 'API Key Incorrect' } };
		return modes[mode]?.(request) ?? { body: { status: false, error: 'not implemented' } };
	});
	const client: FakeClient = {
		server,
		settings: { address: `${server.url}/sabnzbd`, apiKey: password, category: 'bijou' },
		wrong: { apiKey: 'no' },
		items: new Map(),
		removed: [],
		forgetSessions: () => undefined,
		[Symbol.asyncDispose]: () => server.close()
	};
	return client;
}
