import { z } from 'zod';
import type { RemoteDownload, RemoteState } from '#core/downloads/download.ts';
import { defineProvider } from '#server/platform/providers.ts';
import * as common from './client.ts';
import { createRpc } from './rpc.ts';
import { createTalk } from './talk.ts';

const states: Record<string, RemoteState> = {
	active: 'downloading',
	waiting: 'queued',
	paused: 'paused',
	error: 'failed',
	complete: 'completed'
};
const keys = [
	'gid',
	'infoHash',
	'status',
	'totalLength',
	'completedLength',
	'downloadSpeed',
	'dir',
	'bittorrent',
	'followedBy',
	'errorMessage'
];
/** All its numbers are text. */
const count = z.coerce.number().default(0);
const entry = z.object({
	gid: z.string(),
	infoHash: z.string().default(''),
	status: z.string(),
	totalLength: count,
	completedLength: count,
	downloadSpeed: count,
	dir: z.string().default(''),
	errorMessage: z.string().default(''),
	followedBy: z.array(z.string()).default([]),
	bittorrent: z.object({ info: z.object({ name: z.string().default('') }).optional() }).optional()
});
type Entry = z.output<typeof entry>;

function remote(one: Entry): RemoteDownload {
	const { totalLength: total, completedLength: done } = one;
	const name = one.bittorrent?.info?.name;
	// Of a magnet first the description is fetched, as a download of its own.
	const described = name !== undefined;
	const complete = described && total > 0 && done === total && one.status !== 'error';
	const seeding = one.status === 'active' && complete;
	const state = seeding ? 'completed' : (states[one.status] ?? 'downloading');
	const waits = !described && one.status === 'active';
	const message = one.errorMessage || (waits ? 'Waiting for somebody who has its description.' : '');
	return {
		id: one.infoHash,
		...(name && { name }),
		state: !described && state === 'completed' ? 'downloading' : state,
		...(message && { message }),
		...(described && {
			sizeBytes: total,
			progress: total ? done / total : 0,
			path: `${one.dir.replace(/\/$/, '')}/${name}`
		}),
		bytesPerSecond: one.downloadSpeed,
		...(one.downloadSpeed > 0 && described && { etaSeconds: Math.round((total - done) / one.downloadSpeed) })
	};
}

export const aria2 = defineProvider({
	port: common.clientPort,
	kind: 'aria2',
	title: 'aria2',
	description: 'Torrents, through its JSON-RPC. It has no categories and deletes no files.',
	settings: z.object({
		address: common.address('http://127.0.0.1:6800').meta({
			title: 'Address',
			description: 'Where its RPC listens (`--enable-rpc`).',
			placeholder: 'http://127.0.0.1:6800'
		}),
		secret: z.string().max(500).optional().meta({ title: 'RPC secret', secret: true }),
		savePath: z.string().max(1000).optional().meta({
			title: 'Save to',
			description: 'A folder as aria2 sees it; its own choice when empty.'
		}),
		paused: common.paused,
		...common.mappings,
		verifyTls: common.verifyTls
	}),
	create(settings, { http }): common.DownloadClient {
		const address = settings.address.replace(/\/jsonrpc\/?$/, '');
		const talk = createTalk({ title: 'aria2', http, ...settings, address });
		const rpc = createRpc(talk, 'jsonrpc');
		const token = settings.secret ? [`token:${settings.secret}`] : [];

		async function call<T>(
			method: string,
			params: unknown[],
			schema: z.ZodType<T>,
			signal?: AbortSignal
		): Promise<T> {
			const answer = await rpc(`aria2.${method}`, [...token, ...params], schema, signal);
			if ('result' in answer) return answer.result;
			if (/unauthorized/i.test(answer.fault.message)) throw talk.badLogin('the RPC secret');
			throw talk.fault(`aria2 refused: ${answer.fault.message}`);
		}

		async function entries(ids: readonly string[], signal?: AbortSignal): Promise<Entry[]> {
			const most = 10_000;
			const lists = await Promise.all([
				call('tellActive', [keys], z.array(entry), signal),
				call('tellWaiting', [0, most, keys], z.array(entry), signal),
				call('tellStopped', [0, most, keys], z.array(entry), signal)
			]);
			return lists.flat().filter((one) => ids.includes(one.infoHash) && one.status !== 'removed');
		}

		async function each(id: string, methods: (one: Entry) => string[], signal?: AbortSignal) {
			for (const one of await entries([id], signal)) {
				for (const method of methods(one)) await call(method, [one.gid], z.unknown(), signal);
			}
		}

		return {
			protocols: ['torrent'],
			deletesFiles: 'none',
			category: undefined,
			mappings: common.readMappings(settings.mappings),
			async test(signal) {
				const { version, enabledFeatures } = await call(
					'getVersion',
					[],
					z.object({ version: z.string(), enabledFeatures: z.array(z.string()).default([]) }),
					signal
				);
				if (!enabledFeatures.includes('BitTorrent'))
					throw talk.fault('This aria2 was built without BitTorrent.');
				return `Connected to aria2 ${version}.`;
			},
			async add({ content, hashes, paused = settings.paused }, signal) {
				if ('nzb' in content) throw talk.fault('aria2 takes torrents only.');
				const options = {
					...(settings.savePath && { dir: settings.savePath }),
					...(paused && { pause: 'true' })
				};
				await ('magnet' in content
					? call('addUri', [[content.magnet], options], z.string(), signal)
					: call('addTorrent', [content.torrent.toString('base64'), [], options], z.string(), signal));
				return hashes[0]!;
			},
			async list(ids, signal) {
				if (ids.length === 0) return [];
				const found = await entries(ids, signal);
				const current = found.filter(({ followedBy }) => followedBy.length === 0);
				return [...new Map(current.map((one) => [one.infoHash, remote(one)])).values()];
			},
			remove: (id, _options, signal) =>
				each(
					id,
					({ status }) =>
						['active', 'waiting', 'paused'].includes(status)
							? ['forceRemove', 'removeDownloadResult']
							: ['removeDownloadResult'],
					signal
				),
			pause: (id, signal) =>
				each(id, ({ status }) => (status === 'active' || status === 'waiting' ? ['forcePause'] : []), signal),
			resume: (id, signal) => each(id, ({ status }) => (status === 'paused' ? ['unpause'] : []), signal),
			folder: async (signal) =>
				settings.savePath ?? (await call('getGlobalOption', [], z.object({ dir: z.string() }), signal)).dir
		};
	},
	test: (client, signal) => client.test(signal)
});
