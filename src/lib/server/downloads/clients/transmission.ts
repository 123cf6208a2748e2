import { z } from 'zod';
import type { RemoteDownload, RemoteState } from '#core/downloads/download.ts';
import { defineProvider } from '#server/platform/providers.ts';
import * as common from './client.ts';
import { createTalk } from './talk.ts';

/** Its `status`, by number: stopped, checking in two ways, waiting, downloading, seeding in two ways. */
const states: readonly RemoteState[] = [
	'paused',
	'queued',
	'queued',
	'queued',
	'downloading',
	'completed',
	'completed'
];
const checking = [1, 2];
/** Of `error`: the disk and the like. What trackers say is no failure. */
const localError = 3;

const fields = [
	'hashString',
	'name',
	'status',
	'error',
	'errorString',
	'totalSize',
	'sizeWhenDone',
	'leftUntilDone',
	'metadataPercentComplete',
	'rateDownload',
	'eta',
	'downloadDir'
];
const torrent = z.object({
	hashString: z.string(),
	name: z.string().default(''),
	status: z.number(),
	error: z.number().default(0),
	errorString: z.string().default(''),
	sizeWhenDone: z.number().default(0),
	leftUntilDone: z.number().default(0),
	metadataPercentComplete: z.number().default(1),
	rateDownload: z.number().default(0),
	eta: z.number().default(-1),
	downloadDir: z.string().default('')
});
const envelope = z.object({ result: z.string(), arguments: z.unknown().optional() });
const session = z.object({
	version: z.string(),
	'rpc-version': z.number(),
	'download-dir': z.string().default('')
});
const added = z.object({ hashString: z.string() });

function remote(one: z.output<typeof torrent>): RemoteDownload {
	const { sizeWhenDone: size, leftUntilDone: left } = one;
	const known = one.metadataPercentComplete >= 1 && size > 0;
	const done = known && left === 0 && !checking.includes(one.status);
	const failed = one.error === localError;
	const waits = !known && one.status === 4 ? 'Waiting for somebody who has its description.' : undefined;
	const message = one.errorString || waits;
	return {
		id: one.hashString,
		name: one.name,
		state: failed ? 'failed' : done ? 'completed' : (states[one.status] ?? 'downloading'),
		...(message && { message }),
		sizeBytes: size,
		progress: known ? (size - left) / size : 0,
		bytesPerSecond: one.rateDownload,
		...(one.eta >= 0 && { etaSeconds: one.eta }),
		// It writes no colons into names of files.
		...(known && { path: `${one.downloadDir.replace(/\/$/, '')}/${one.name.replaceAll(':', '_')}` })
	};
}

/** What people paste is its page; the RPC lies beside it. */
function rpcAddress(address: string): string {
	const url = new URL(address);
	const path = url.pathname.replace(/\/+$/, '').replace(/\/(?:web|rpc)$/, '');
	url.pathname = `${path || '/transmission'}/`;
	url.search = url.hash = '';
	return url.href;
}

export const transmission = defineProvider({
	port: common.clientPort,
	kind: 'transmission',
	title: 'Transmission',
	description: 'Torrents, through its remote access; version 2.80 and later.',
	settings: z.object({
		address: common.address('http://127.0.0.1:9091'),
		user: common.user,
		password: common.password,
		category: common.category.meta({
			title: 'Label',
			description: 'Marks what Bijou asks for. Transmission knows labels since version 3.'
		}),
		savePath: z.string().max(1000).optional().meta({
			title: 'Save to',
			description: 'A folder as Transmission sees it; its own choice when empty.',
			advanced: true
		}),
		first: z.boolean().default(false).meta({ title: 'To the front of its queue', advanced: true }),
		paused: common.paused,
		...common.mappings,
		verifyTls: common.verifyTls
	}),
	create(settings, { http }): common.DownloadClient {
		const talk = createTalk({
			title: 'Transmission',
			http,
			...settings,
			address: rpcAddress(settings.address)
		});
		const { user = '', password = '' } = settings;
		const login: Record<string, string> =
			user || password
				? { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
				: {};
		let sessionId = '';

		async function call<T>(
			method: string,
			given: object,
			schema: z.ZodType<T>,
			signal?: AbortSignal
		): Promise<T> {
			const ask = () =>
				talk.ask('rpc', {
					method: 'POST',
					json: { method, arguments: given },
					headers: { ...login, 'x-transmission-session-id': sessionId },
					signal
				});
			let answer = await ask();
			if (answer.status === 409) {
				sessionId = answer.headers.get('x-transmission-session-id') ?? '';
				answer = await ask();
			}
			if (answer.status === 403)
				throw talk.fault('Transmission refuses this address. Add it to rpc-whitelist in its settings.');
			if (answer.status === 421)
				throw talk.fault(
					'Transmission does not know itself by this name. Add it to rpc-host-whitelist in its settings.'
				);
			const { result, arguments: values } = talk.read(answer, envelope);
			if (result !== 'success') throw talk.fault(`Transmission refused: ${result}`);
			const parsed = schema.safeParse(values);
			if (!parsed.success) throw talk.oddForm(parsed.error.issues[0]?.path.join('.'));
			return parsed.data;
		}
		const act = (method: string, id: string, more: object = {}, signal?: AbortSignal) =>
			call(method, { ids: [id], ...more }, z.unknown(), signal).then(() => undefined);

		return {
			protocols: ['torrent'],
			deletesFiles: 'all',
			category: settings.category || undefined,
			mappings: common.readMappings(settings.mappings),
			async test(signal) {
				const { version } = await call('session-get', {}, session, signal);
				return `Connected to Transmission ${version.replace(/ .*/, '')}.`;
			},
			async add({ content, category = settings.category, paused = settings.paused }, signal) {
				if ('nzb' in content) throw talk.fault('Transmission takes torrents only.');
				const what =
					'magnet' in content
						? { filename: content.magnet }
						: { metainfo: content.torrent.toString('base64') };
				const where = settings.savePath && { 'download-dir': settings.savePath };
				const answer = z.object({ 'torrent-added': added.optional(), 'torrent-duplicate': added.optional() });
				const result = await call('torrent-add', { ...what, ...where, paused }, answer, signal);
				const id = (result['torrent-added'] ?? result['torrent-duplicate'])?.hashString;
				if (!id) throw talk.oddForm('torrent-added');
				// Before version 3 it does not know the word, and says nothing.
				if (category) await act('torrent-set', id, { labels: [category] }, signal);
				if (settings.first) await act('queue-move-top', id, {}, signal);
				return id;
			},
			async list(ids, signal) {
				if (ids.length === 0) return [];
				const answer = z.object({ torrents: z.array(torrent) });
				return (await call('torrent-get', { ids, fields }, answer, signal)).torrents.map(remote);
			},
			remove: (id, { deleteFiles }, signal) =>
				act('torrent-remove', id, { 'delete-local-data': deleteFiles }, signal),
			pause: (id, signal) => act('torrent-stop', id, {}, signal),
			resume: (id, signal) => act('torrent-start', id, {}, signal),
			folder: async (signal) =>
				settings.savePath ?? (await call('session-get', {}, session, signal))['download-dir']
		};
	},
	test: (client, signal) => client.test(signal)
});
