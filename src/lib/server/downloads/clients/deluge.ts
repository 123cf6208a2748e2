import { z } from 'zod';
import type { RemoteDownload, RemoteState } from '#core/downloads/download.ts';
import { cookieJar } from '#server/platform/http/cookie-jar.ts';
import { defineProvider } from '#server/platform/providers.ts';
import * as common from './client.ts';
import { createRpc } from './rpc.ts';
import { createTalk } from './talk.ts';

const states: Record<string, RemoteState> = {
	Queued: 'queued',
	Checking: 'queued',
	Allocating: 'queued',
	Downloading: 'downloading',
	Seeding: 'completed',
	Paused: 'paused',
	Moving: 'processing',
	Error: 'failed'
};
/** States in which its files are not settled yet, though all are there. */
const unsettled = ['Checking', 'Moving', 'Allocating', 'Error'];

const fields = [
	'name',
	'state',
	'message',
	'progress',
	'total_wanted',
	'download_payload_rate',
	'eta',
	'is_finished',
	'save_path',
	'has_metadata'
];
const torrent = z.object({
	name: z.string().default(''),
	state: z.string().default(''),
	message: z.string().default(''),
	progress: z.number().default(0),
	total_wanted: z.number().default(0),
	download_payload_rate: z.number().default(0),
	eta: z.number().default(0),
	is_finished: z.boolean().default(false),
	save_path: z.string().default('')
});
const notSignedIn = 1;

function remote(id: string, one: z.output<typeof torrent>): RemoteDownload {
	const done = one.is_finished && !unsettled.includes(one.state);
	const state = done ? 'completed' : (states[one.state] ?? 'downloading');
	return {
		id,
		name: one.name,
		state,
		...(state === 'failed' && { message: one.message || 'Deluge reports an error.' }),
		sizeBytes: one.total_wanted,
		progress: one.progress / 100,
		bytesPerSecond: one.download_payload_rate,
		...(one.eta > 0 && { etaSeconds: Math.round(one.eta) }),
		...(one.total_wanted > 0 && { path: `${one.save_path.replace(/\/$/, '')}/${one.name}` })
	};
}

export const deluge = defineProvider({
	port: common.clientPort,
	kind: 'deluge',
	title: 'Deluge',
	description: 'Torrents, through its web interface; version 2.',
	settings: z.object({
		address: common.address('http://127.0.0.1:8112'),
		password: common.password.meta({ title: 'Password', description: 'Of its web interface.', secret: true }),
		category: common.category.meta({
			title: 'Label',
			description: 'Marks what Bijou asks for, if the Label plugin of Deluge is switched on.'
		}),
		savePath: z.string().max(1000).optional().meta({
			title: 'Save to',
			description: 'A folder as Deluge sees it; its own choice when empty.',
			advanced: true
		}),
		first: z.boolean().default(false).meta({ title: 'To the front of its queue', advanced: true }),
		paused: common.paused,
		...common.mappings,
		verifyTls: common.verifyTls
	}),
	create(settings, { http }): common.DownloadClient {
		const talk = createTalk({ title: 'Deluge', http, ...settings });
		const rpc = createRpc(talk, 'json', { cookies: cookieJar() });

		async function signIn(signal?: AbortSignal) {
			const answer = await rpc('auth.login', [settings.password ?? ''], z.boolean(), signal);
			if ('fault' in answer) throw talk.fault(`Deluge refused: ${answer.fault.message}`);
			if (!answer.result) throw talk.badLogin('the password');
			const connected = await ask('web.connected', [], z.boolean(), signal);
			if (!connected) await connect(signal);
		}

		/** Its web interface speaks for one of several daemons, and after a start for none. */
		async function connect(signal?: AbortSignal) {
			const hosts = await ask('web.get_hosts', [], z.array(z.tuple([z.string()], z.unknown())), signal);
			if (hosts.length === 0) throw talk.fault('The web interface of Deluge knows no daemon to connect to.');
			await ask('web.connect', [hosts[0]![0]], z.unknown(), signal);
			for (let attempt = 0; attempt < 20; attempt++) {
				if (await ask('web.connected', [], z.boolean(), signal)) return;
				await new Promise((later) => setTimeout(later, 150));
			}
			throw talk.fault('The web interface of Deluge cannot reach its daemon. Is deluged running?');
		}

		async function ask<T>(
			method: string,
			params: unknown[],
			schema: z.ZodType<T>,
			signal?: AbortSignal
		): Promise<T> {
			const answer = await rpc(method, params, schema, signal);
			if ('result' in answer) return answer.result;
			throw talk.fault(`Deluge refused: ${answer.fault.message}`);
		}

		/** Signs in when it must, and connects again when the daemon was restarted. */
		async function call<T>(
			method: string,
			params: unknown[],
			schema: z.ZodType<T>,
			signal?: AbortSignal
		): Promise<T> {
			const first = await rpc(method, params, schema, signal);
			if ('result' in first) return first.result;
			const { code, message } = first.fault;
			const lost = code === notSignedIn || /not connected|unknown method/i.test(message);
			if (!lost) throw talk.fault(`Deluge refused: ${lastLine(message)}`);
			await signIn(signal);
			return ask(method, params, schema, signal);
		}

		const options = (paused: boolean) => ({
			add_paused: paused,
			...(settings.savePath && { download_location: settings.savePath })
		});
		const plugins = (signal?: AbortSignal) =>
			call('core.get_enabled_plugins', [], z.array(z.string()), signal);

		async function label(id: string, category: string, signal?: AbortSignal) {
			if (!(await plugins(signal)).includes('Label')) return;
			// It knows small letters only.
			const name = category.toLowerCase().replaceAll(/[^a-z\d_-]+/g, '-');
			const known = await call('label.get_labels', [], z.array(z.string()), signal);
			if (!known.includes(name)) await call('label.add', [name], z.unknown(), signal);
			await call('label.set_torrent', [id, name], z.unknown(), signal);
		}

		return {
			protocols: ['torrent'],
			deletesFiles: 'all',
			category: settings.category || undefined,
			mappings: common.readMappings(settings.mappings),
			async test(signal) {
				await signIn(signal);
				const version = await call('daemon.get_version', [], z.string(), signal).catch(() =>
					call('daemon.info', [], z.string(), signal)
				);
				const plain = settings.category && !(await plugins(signal)).includes('Label');
				return `Connected to Deluge ${version}.${plain ? ' Its Label plugin is off, so nothing is labelled.' : ''}`;
			},
			async add({ title, content, category = settings.category, paused = settings.paused }, signal) {
				if ('nzb' in content) throw talk.fault('Deluge takes torrents only.');
				const id = await ('magnet' in content
					? call('core.add_torrent_magnet', [content.magnet, options(paused)], z.string().nullable(), signal)
					: call(
							'core.add_torrent_file',
							[`${title}.torrent`, content.torrent.toString('base64'), options(paused)],
							z.string().nullable(),
							signal
						));
				if (!id) throw talk.fault('Deluge did not take the torrent. It may have it already.');
				if (category) await label(id, category, signal);
				if (settings.first) await call('core.queue_top', [[id]], z.unknown(), signal);
				return id;
			},
			async list(ids, signal) {
				if (ids.length === 0) return [];
				const answer = z.record(z.string(), torrent);
				const found = await call('core.get_torrents_status', [{ id: ids }, fields], answer, signal);
				return Object.entries(found).map(([id, one]) => remote(id, one));
			},
			async remove(id, { deleteFiles }, signal) {
				const [there] = Object.keys(
					await call(
						'core.get_torrents_status',
						[{ id: [id] }, ['name']],
						z.record(z.string(), z.unknown()),
						signal
					)
				);
				if (there) await call('core.remove_torrent', [id, deleteFiles], z.unknown(), signal);
			},
			pause: async (id, signal) => void (await call('core.pause_torrent', [[id]], z.unknown(), signal)),
			resume: async (id, signal) => void (await call('core.resume_torrent', [[id]], z.unknown(), signal)),
			folder: async (signal) =>
				settings.savePath ?? (await call('core.get_config_value', ['download_location'], z.string(), signal))
		};
	},
	test: (client, signal) => client.test(signal)
});

/** It answers with the whole trace of an exception; what happened stands at its end. */
const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? text;
