import { z } from 'zod';
import type { RemoteDownload, RemoteState } from '#core/downloads/download.ts';
import { defineProvider } from '#server/platform/providers.ts';
import type { HttpOptions, HttpResponse } from '#server/platform/http.ts';
import * as common from './client.ts';
import { createTalk } from './talk.ts';

const MiB = 1024 * 1024;
const number = z.coerce.number().catch(0);

const queueSlot = z.object({
	nzo_id: z.string(),
	filename: z.string().default(''),
	status: z.string(),
	mb: number,
	mbleft: number,
	timeleft: z.string().default('')
});
const queue = z.object({
	queue: z.object({ paused: z.boolean().default(false), kbpersec: number, slots: z.array(queueSlot) })
});
const historySlot = z.object({
	nzo_id: z.string(),
	name: z.string().default(''),
	status: z.string(),
	bytes: number,
	fail_message: z.string().nullish(),
	action_line: z.string().nullish(),
	storage: z.string().nullish()
});
const history = z.object({ history: z.object({ slots: z.array(historySlot) }) });
const refusal = z.object({ status: z.literal(false), error: z.string().default('') });

/** `1:02:03:04` from the days on, or less of it. */
const seconds = (left: string) =>
	/^[\d:]+$/.test(left)
		? left
				.split(':')
				.map(Number)
				.reverse()
				.reduce((sum, part, place) => sum + part * [1, 60, 3600, 86_400][place]!, 0)
		: undefined;

const waiting: Record<string, RemoteState> = {
	Downloading: 'downloading',
	Paused: 'paused',
	Fetching: 'downloading'
};

export const sabnzbd = defineProvider({
	port: common.clientPort,
	kind: 'sabnzbd',
	title: 'SABnzbd',
	description: 'NZB files, through its API; version 2 and later.',
	settings: z.object({
		address: common.address('http://127.0.0.1:8080/sabnzbd'),
		apiKey: z.string().min(1, 'Give the API key').meta({
			title: 'API key',
			description: 'In SABnzbd under Config, General.',
			secret: true
		}),
		category: common.category.default('').meta({
			title: 'Category',
			description: 'One that SABnzbd has, such as movies; its default when empty.'
		}),
		priority: z
			.enum(['default', 'low', 'normal', 'high', 'force'])
			.default('default')
			.meta({
				title: 'Priority there',
				labels: { default: 'As the category says', force: 'At once, even when paused' },
				advanced: true
			}),
		paused: common.paused,
		...common.mappings,
		verifyTls: common.verifyTls
	}),
	create(settings, { http }): common.DownloadClient {
		const talk = createTalk({ title: 'SABnzbd', http, ...settings });
		const priorities = { default: -100, low: -1, normal: 0, high: 1, force: 2 };
		const pausedPriority = -2;

		async function call<T>(
			mode: string,
			query: Record<string, string | number>,
			schema: z.ZodType<T>,
			more: HttpOptions = {}
		) {
			const answer = await talk.ask('api', {
				query: { mode, output: 'json', apikey: settings.apiKey, ...query },
				...more
			});
			const why = refused(answer);
			if (why && /api ?key/i.test(why)) throw talk.badLogin('the API key');
			if (why) throw talk.fault(`SABnzbd refused: ${why}`);
			return talk.read(answer, schema);
		}

		const inQueue =
			(paused: boolean, kbpersec: number) =>
			(slot: z.output<typeof queueSlot>): RemoteDownload => {
				const state = paused && slot.status === 'Queued' ? 'paused' : (waiting[slot.status] ?? 'queued');
				const locked = /^ENCRYPTED \//.test(slot.filename);
				const eta = state === 'downloading' ? seconds(slot.timeleft) : undefined;
				return {
					id: slot.nzo_id,
					name: slot.filename,
					state: locked ? 'failed' : state,
					...(locked && { message: 'It is encrypted, and the NZB names no password.' }),
					sizeBytes: Math.round(slot.mb * MiB),
					progress: slot.mb > 0 ? (slot.mb - slot.mbleft) / slot.mb : 0,
					bytesPerSecond: Math.round(kbpersec * 1024),
					...(eta && { etaSeconds: eta })
				};
			};

		return {
			protocols: ['usenet'],
			deletesFiles: 'unfinished',
			category: settings.category || undefined,
			mappings: common.readMappings(settings.mappings),
			async test(signal) {
				const { version } = await call('version', {}, z.object({ version: z.string() }), { signal });
				// The version is told to anybody; the queue only to those with the key.
				await call('queue', { limit: 1 }, queue, { signal });
				const { categories } = await call('get_cats', {}, z.object({ categories: z.array(z.string()) }), {
					signal
				});
				if (settings.category && !categories.includes(settings.category)) {
					const known = categories.filter((name) => name !== '*').join(', ') || 'none';
					throw talk.fault(`SABnzbd has no category ${settings.category}. It knows: ${known}.`);
				}
				return `Connected to SABnzbd ${version}.`;
			},
			async add({ title, content, category = settings.category, paused = settings.paused }, signal) {
				if (!('nzb' in content)) throw talk.fault('SABnzbd takes NZB files only.');
				const form = new FormData();
				form.set(
					'name',
					new Blob([new Uint8Array(content.nzb)], { type: 'application/x-nzb' }),
					`${title}.nzb`
				);
				const priority = paused ? pausedPriority : priorities[settings.priority];
				const query = { nzbname: title, priority, ...(category && { cat: category }) };
				const answer = z.object({ nzo_ids: z.array(z.string()).default([]) });
				const { nzo_ids } = await call('addfile', query, answer, { method: 'POST', body: form, signal });
				if (!nzo_ids[0])
					throw talk.fault('SABnzbd did not take the NZB. It may have had it before, or find nothing in it.');
				return nzo_ids[0];
			},
			async list(ids, signal) {
				if (ids.length === 0) return [];
				const which = { nzo_ids: ids.join(','), limit: 1000 };
				const [now, past] = await Promise.all([
					call('queue', which, queue, { signal }),
					call('history', which, history, { signal })
				]);
				const { slots, paused, kbpersec } = now.queue;
				const all = [...past.history.slots.map(inHistory), ...slots.map(inQueue(paused, kbpersec))];
				return all.filter(({ id }) => ids.includes(id));
			},
			async remove(id, { deleteFiles }, signal) {
				const query = { name: 'delete', value: id, del_files: Number(deleteFiles) };
				await call('queue', query, z.unknown(), { signal });
				await call('history', query, z.unknown(), { signal });
			},
			pause: async (id, signal) =>
				void (await call('queue', { name: 'pause', value: id }, z.unknown(), { signal })),
			resume: async (id, signal) =>
				void (await call('queue', { name: 'resume', value: id }, z.unknown(), { signal })),
			async folder(signal) {
				const answer = z.object({ status: z.object({ completedir: z.string().default('') }) });
				const { status } = await call('fullstatus', { skip_dashboard: 1 }, answer, { signal });
				return status.completedir || undefined;
			}
		};
	},
	test: (client, signal) => client.test(signal)
});

/** Unpacking goes on in its history; only two states are final. */
function inHistory(slot: z.output<typeof historySlot>): RemoteDownload {
	const state =
		slot.status === 'Completed' ? 'completed' : slot.status === 'Failed' ? 'failed' : 'processing';
	const message = state === 'failed' ? slot.fail_message || 'SABnzbd gave no reason.' : slot.action_line;
	return {
		id: slot.nzo_id,
		name: slot.name,
		state,
		...(message && state !== 'completed' && { message }),
		sizeBytes: slot.bytes,
		progress: 1,
		...(slot.storage && { path: slot.storage })
	};
}

/** In JSON with any status, and in old versions as plain words. */
function refused(answer: HttpResponse): string | undefined {
	const text = answer.text().trim();
	const plain = /^error:\s*(.+)/i.exec(text)?.[1];
	if (plain) return plain;
	if (!text.startsWith('{')) return answer.status === 403 ? text.slice(0, 200) || 'access denied' : undefined;
	try {
		return refusal.safeParse(JSON.parse(text)).data?.error;
	} catch {
		return undefined;
	}
}
