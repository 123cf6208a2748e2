import { z } from 'zod';
import type { RemoteDownload, RemoteState } from '#core/downloads/download.ts';
import { defineProvider } from '#server/platform/providers.ts';
import * as common from './client.ts';
import { createRpc } from './rpc.ts';
import { createTalk } from './talk.ts';

const half = z.number().default(0);
const group = z.object({
	NZBID: z.number(),
	NZBName: z.string().default(''),
	Status: z.string(),
	FileSizeHi: half,
	FileSizeLo: half,
	RemainingSizeHi: half,
	RemainingSizeLo: half
});
const past = z.object({
	NZBID: z.number(),
	Name: z.string().default(''),
	Status: z.string(),
	FileSizeHi: half,
	FileSizeLo: half,
	DestDir: z.string().default(''),
	FinalDir: z.string().default('')
});

const bytes = (hi: number, lo: number) => hi * 2 ** 32 + lo;

const running: Record<string, RemoteState> = {
	QUEUED: 'queued',
	PAUSED: 'paused',
	DOWNLOADING: 'downloading',
	FETCHING: 'downloading'
};

/** Why it is not of use, by what follows the slash of its status. */
const reasons: Record<string, string> = {
	PAR: 'Damaged, and there is not enough to repair it.',
	UNPACK: 'It could not be unpacked.',
	MOVE: 'Its files could not be moved to where they belong.',
	SCRIPT: 'A script of NZBGet failed.',
	HEALTH: 'Too much of it is gone from the servers.',
	SCAN: 'The NZB could not be read.',
	BAD: 'It was marked as bad.',
	FETCH: 'The NZB could not be fetched.',
	SPACE: 'The disk was full while unpacking.',
	PASSWORD: 'It is locked with a password.',
	DAMAGED: 'Damaged, and not repaired.',
	REPAIRABLE: 'Damaged; NZBGet is set not to repair.',
	DUPE: 'NZBGet has the same download already.',
	COPY: 'NZBGet has the same download already.'
};
const fineAfterAll = ['WARNING/SCRIPT', 'WARNING/SKIPPED'];

export const nzbget = defineProvider({
	port: common.clientPort,
	kind: 'nzbget',
	title: 'NZBGet',
	description: 'NZB files, through its remote control; version 16 and later.',
	settings: z.object({
		address: common.address('http://127.0.0.1:6789'),
		user: common.user.default('nzbget'),
		password: common.password,
		category: common.category.default('').meta({
			title: 'Category',
			description: 'One that NZBGet has, such as Movies; none when empty.'
		}),
		priority: z
			.enum(['low', 'normal', 'high', 'force'])
			.default('normal')
			.meta({
				title: 'Priority there',
				labels: { force: 'At once, even when paused' },
				advanced: true
			}),
		paused: common.paused,
		...common.mappings,
		verifyTls: common.verifyTls
	}),
	create(settings, { http }): common.DownloadClient {
		const talk = createTalk({ title: 'NZBGet', http, ...settings });
		const { user = '', password = '' } = settings;
		const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
		const rpc = createRpc(talk, 'jsonrpc', { headers: { authorization } });
		const priorities = { low: -50, normal: 0, high: 50, force: 900 };

		async function call<T>(
			method: string,
			params: unknown[],
			schema: z.ZodType<T>,
			signal?: AbortSignal
		): Promise<T> {
			const answer = await rpc(method, params, schema, signal);
			if ('result' in answer) return answer.result;
			throw talk.fault(`NZBGet refused: ${answer.fault.message}`);
		}
		/** With the offset of old versions, which new ones skip. */
		const edit = async (command: string, id: string, signal?: AbortSignal) =>
			void (await call('editqueue', [command, 0, '', [Number(id)]], z.boolean(), signal));

		const config = async (signal?: AbortSignal) =>
			new Map(
				(await call('config', [], z.array(z.object({ Name: z.string(), Value: z.string() })), signal)).map(
					({ Name, Value }) => [Name, Value]
				)
			);

		return {
			protocols: ['usenet'],
			deletesFiles: 'unfinished',
			category: settings.category || undefined,
			mappings: common.readMappings(settings.mappings),
			async test(signal) {
				const version = await call('version', [], z.string(), signal);
				const options = await config(signal);
				const categories = [...options]
					.filter(([name]) => /^Category\d+\.Name$/.test(name))
					.map(([, value]) => value);
				if (settings.category && !categories.includes(settings.category)) {
					throw talk.fault(
						`NZBGet has no category ${settings.category}. It knows: ${categories.join(', ') || 'none'}.`
					);
				}
				if (options.get('KeepHistory') === '0')
					throw talk.fault(
						'NZBGet keeps no history, so Bijou could not see what became of downloads. Set KeepHistory to 7 or so.'
					);
				return `Connected to NZBGet ${version}.`;
			},
			async add({ title, content, category = settings.category, paused = settings.paused }, signal) {
				if (!('nzb' in content)) throw talk.fault('NZBGet takes NZB files only.');
				const priority = priorities[settings.priority];
				// Bijou keeps doubles out itself; NZBGet would park them silently.
				const dupes = ['', 0, 'FORCE'];
				const params = [
					`${title}.nzb`,
					content.nzb.toString('base64'),
					category,
					priority,
					false,
					paused,
					...dupes,
					[]
				];
				const id = await call('append', params, z.number(), signal);
				if (id <= 0) throw talk.fault('NZBGet did not take the NZB. Its messages tell why.');
				return String(id);
			},
			async list(ids, signal) {
				if (ids.length === 0) return [];
				const [groups, done, status] = await Promise.all([
					call('listgroups', [0], z.array(group), signal),
					call('history', [false], z.array(past), signal),
					call(
						'status',
						[],
						z.object({ DownloadRate: half, DownloadPaused: z.boolean().default(false) }),
						signal
					)
				]);
				const all = [
					...done.flatMap((one) => finished(one) ?? []),
					...groups.map((one) => current(one, status.DownloadRate, status.DownloadPaused))
				];
				return all.filter(({ id }) => ids.includes(id));
			},
			async remove(id, { deleteFiles }, signal) {
				await edit(deleteFiles ? 'GroupFinalDelete' : 'GroupParkDelete', id, signal);
				await edit('HistoryFinalDelete', id, signal);
			},
			pause: (id, signal) => edit('GroupPause', id, signal),
			resume: (id, signal) => edit('GroupResume', id, signal),
			async folder(signal) {
				const options = await config(signal);
				return options.get('DestDir')?.replace('${MainDir}', options.get('MainDir') ?? '');
			}
		};
	},
	test: (client, signal) => client.test(signal)
});

function current(one: z.output<typeof group>, rate: number, pausedAll: boolean): RemoteDownload {
	const size = bytes(one.FileSizeHi, one.FileSizeLo);
	const left = bytes(one.RemainingSizeHi, one.RemainingSizeLo);
	const found = running[one.Status] ?? 'processing';
	const state = pausedAll && (found === 'queued' || found === 'downloading') ? 'paused' : found;
	return {
		id: String(one.NZBID),
		name: one.NZBName,
		state,
		sizeBytes: size,
		progress: size ? (size - left) / size : 0,
		...(state === 'downloading' && {
			bytesPerSecond: rate,
			...(rate > 0 && { etaSeconds: Math.round(left / rate) })
		})
	};
}

/** Nothing of what somebody removed there. */
function finished(one: z.output<typeof past>): RemoteDownload | undefined {
	const { Status: status } = one;
	const [kind, why = ''] = status.split('/');
	if (kind === 'DELETED' && why === 'MANUAL') return undefined;
	const good = kind === 'SUCCESS' || fineAfterAll.includes(status);
	const path = one.FinalDir || one.DestDir;
	return {
		id: String(one.NZBID),
		name: one.Name,
		state: good ? 'completed' : 'failed',
		...(!good && { message: reasons[why] ?? `NZBGet says ${status}.` }),
		sizeBytes: bytes(one.FileSizeHi, one.FileSizeLo),
		progress: good ? 1 : 0,
		...(path && { path })
	};
}
