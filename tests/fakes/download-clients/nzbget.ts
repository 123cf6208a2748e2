import { startFake, type FakeReply, type FakeRequest } from '../http.ts';
import { basic, doneFolder, password, sizeBytes, user } from './fake-client.ts';
import type { FakeClient, FakeState } from './fake-client.ts';

const inHistory: FakeState[] = ['completed', 'failed'];
const words: Record<FakeState, string> = {
	queued: 'QUEUED',
	downloading: 'DOWNLOADING',
	paused: 'PAUSED',
	processing: 'UNPACKING',
	completed: 'SUCCESS/ALL',
	failed: 'FAILURE/PAR'
};
const split = (size: number, name: string) => ({
	[`${name}Hi`]: Math.floor(size / 2 ** 32),
	[`${name}Lo`]: size % 2 ** 32
});

/** The JSON-RPC as its documentation describes it: sizes come in two halves. */
export async function startFakeNzbget(): Promise<FakeClient> {
	let serial = 0;
	const all = () => [...client.items.values()];

	function append(
		name: string,
		file: string,
		category: string,
		_priority: number,
		_top: boolean,
		paused: boolean
	) {
		if (!Buffer.from(file, 'base64').includes('<nzb')) return 0;
		const id = String(++serial);
		client.items.set(id, {
			id,
			content: 'nzb',
			paused,
			category,
			name: name.replace(/\.nzb$/, ''),
			state: paused ? 'paused' : 'queued',
			sizeBytes
		});
		return serial;
	}
	function edit(command: string, _offset: number, _text: string, [number]: [number]) {
		const item = client.items.get(String(number));
		if (!item) return false;
		const past = inHistory.includes(item.state);
		if (command === 'GroupPause') item.state = 'paused';
		if (command === 'GroupResume') item.state = 'downloading';
		const gone = (past && command === 'HistoryFinalDelete') || (!past && command === 'GroupFinalDelete');
		// Parked, its files stay and it is history; then it is taken out of that.
		if (!past && command === 'GroupParkDelete') item.state = 'failed';
		if (!gone) return !past;
		client.items.delete(item.id);
		client.removed.push({ id: item.id, deleteFiles: command === 'GroupFinalDelete' });
		return true;
	}

	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parameters differ by method
	const methods: Record<string, (...params: any[]) => unknown> = {
		version: () => '24.5',
		config: () => [
			{ Name: 'MainDir', Value: '/downloads' },
			{ Name: 'DestDir', Value: '${MainDir}/done' },
			{ Name: 'KeepHistory', Value: '30' },
			{ Name: 'Category1.Name', Value: 'bijou' }
		],
		status: () => ({ DownloadRate: 1000, DownloadPaused: false }),
		append,
		editqueue: edit,
		listgroups: () =>
			all()
				.filter(({ state }) => !inHistory.includes(state))
				.map(({ id, name, state, sizeBytes: size }) => ({
					NZBID: Number(id),
					NZBName: name,
					Status: words[state],
					...split(size, 'FileSize'),
					...split(size * 0.75, 'RemainingSize')
				})),
		history: () => [
			{ NZBID: 999, Name: 'thrown away', Status: 'DELETED/MANUAL', DestDir: '' },
			...all()
				.filter(({ state }) => inHistory.includes(state))
				.map(({ id, name, state, sizeBytes: size }) => ({
					NZBID: Number(id),
					Name: name,
					Status: words[state],
					...split(size, 'FileSize'),
					DestDir: `/downloads/inter/${name}`,
					FinalDir: state === 'completed' ? `${doneFolder}/${name}` : ''
				}))
		]
	};

	function answer(request: FakeRequest): FakeReply {
		const own = client.intercept?.(request);
		if (own) return own;
		if (request.headers.authorization !== basic) return { status: 401, body: '' };
		if (request.path !== '/jsonrpc') return { status: 404, body: '<html>404</html>' };
		const { id, method, params } = request.json() as { id: string; method: string; params: unknown[] };
		const run = methods[method];
		if (!run)
			return {
				body: { version: '1.1', id, error: { name: 'JSONRPCError', code: 1, message: 'Invalid procedure' } }
			};
		return { body: { version: '1.1', id, result: run(...params) } };
	}

	const server = await startFake(answer);
	const client: FakeClient = {
		server,
		settings: { address: server.url, user, password, category: 'bijou' },
		wrong: { password: 'no' },
		items: new Map(),
		removed: [],
		forgetSessions: () => undefined,
		[Symbol.asyncDispose]: () => server.close()
	};
	return client;
}
