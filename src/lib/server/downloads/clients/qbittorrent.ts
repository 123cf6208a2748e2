import { z } from 'zod';
import type { RemoteDownload, RemoteState } from '#core/downloads/download.ts';
import { cookieJar } from '#server/platform/http/cookie-jar.ts';
import type { HttpOptions, HttpResponse } from '#server/platform/http.ts';
import { defineProvider } from '#server/platform/providers.ts';
import * as common from './client.ts';
import { createTalk } from './talk.ts';

/** As qBittorrent 4 and 5 name them; what is not here is downloading. */
const states: Record<string, RemoteState> = {
	queuedDL: 'queued',
	checkingDL: 'queued',
	checkingResumeData: 'queued',
	allocating: 'queued',
	pausedDL: 'paused',
	stoppedDL: 'paused',
	moving: 'processing',
	checkingUP: 'processing',
	uploading: 'completed',
	stalledUP: 'completed',
	forcedUP: 'completed',
	queuedUP: 'completed',
	pausedUP: 'completed',
	stoppedUP: 'completed',
	error: 'failed',
	missingFiles: 'failed'
};
const messages: Record<string, string> = {
	error: 'qBittorrent reports an error. Its log tells more; often the disk is full or may not be written to.',
	missingFiles: 'The files are gone from where qBittorrent put them.',
	metaDL: 'Waiting for somebody who has its description.',
	forcedMetaDL: 'Waiting for somebody who has its description.'
};

const torrent = z.object({
	hash: z.string(),
	name: z.string().default(''),
	state: z.string(),
	size: z.number().default(0),
	progress: z.number().default(0),
	dlspeed: z.number().default(0),
	eta: z.number().default(-1),
	save_path: z.string().default(''),
	content_path: z.string().default('')
});

/** What it says instead of "unknown". */
const endless = 8_640_000;

function remote({ hash, name, state, size, progress, dlspeed, eta, ...where }: z.output<typeof torrent>) {
	// While files move, and in old versions, there is no content path; the save path alone says too little.
	const path = where.content_path && where.content_path !== where.save_path ? where.content_path : undefined;
	return {
		id: hash,
		name,
		state: states[state] ?? 'downloading',
		...(messages[state] && { message: messages[state] }),
		sizeBytes: Math.max(0, size),
		progress,
		bytesPerSecond: dlspeed,
		...(eta >= 0 && eta < endless && { etaSeconds: eta }),
		...(path && { path })
	} satisfies RemoteDownload;
}

export const qbittorrent = defineProvider({
	port: common.clientPort,
	kind: 'qbittorrent',
	title: 'qBittorrent',
	description: 'Torrents, through its web interface; version 4.1 and later.',
	settings: z.object({
		address: common.address('http://127.0.0.1:8080'),
		user: common.user,
		password: common.password,
		category: common.category,
		savePath: z.string().max(1000).optional().meta({
			title: 'Save to',
			description: 'A folder as qBittorrent sees it; its own choice when empty.',
			advanced: true
		}),
		first: z.boolean().default(false).meta({
			title: 'To the front of its queue',
			advanced: true
		}),
		paused: common.paused,
		...common.mappings,
		verifyTls: common.verifyTls
	}),
	create(settings, { http }): common.DownloadClient {
		const talk = createTalk({ title: 'qBittorrent', http, ...settings });
		const cookies = cookieJar();
		// It refuses requests that seem to come from another site.
		const headers = { referer: settings.address, origin: new URL(settings.address).origin };
		let version: Promise<number[]> | undefined;

		async function login(signal?: AbortSignal) {
			const { user: username = '', password = '' } = settings;
			const body = new URLSearchParams({ username, password });
			const answer = await talk.ask('api/v2/auth/login', { method: 'POST', body, headers, cookies, signal });
			if (answer.status === 403)
				throw talk.fault(`qBittorrent has locked Bijou out for a while, after too many wrong passwords.`);
			// 5.2 answers 204 without a word.
			const ok = answer.status === 204 || /^(?:Ok\.)?$/.test(answer.text().trim());
			if (answer.status === 401 || (answer.status === 200 && !ok)) {
				if (/^\s*</.test(answer.text())) talk.read(answer, z.never());
				throw talk.badLogin();
			}
			talk.expectOk(answer);
		}

		async function call(path: string, options: HttpOptions = {}): Promise<HttpResponse> {
			const ask = () => talk.ask(`api/v2/${path}`, { ...options, headers, cookies });
			const answer = await ask();
			if (answer.status !== 403 && answer.status !== 401) return answer;
			await login(options.signal);
			const second = await ask();
			// Let in, and yet refused: its guard against foreign hosts.
			if (second.status === 401 || second.status === 403) throw talk.badLogin();
			return second;
		}

		const post = (path: string, form: Record<string, string>, signal?: AbortSignal) =>
			call(path, { method: 'POST', body: new URLSearchParams(form), signal });

		const apiVersion = (signal?: AbortSignal) =>
			(version ??= call('app/webapiVersion', { signal })
				.then((answer) => {
					const text = talk.expectOk(answer).text().trim();
					if (!/^\d+(?:\.\d+)+$/.test(text)) talk.read(answer, z.never());
					return text.split('.').map(Number);
				})
				.catch((error: unknown) => {
					version = undefined;
					throw error;
				}));
		const since = async (major: number, minor: number, signal?: AbortSignal) => {
			const [ours = 0, theirs = 0] = await apiVersion(signal);
			return ours > major || (ours === major && theirs >= minor);
		};

		async function list(ids: readonly string[], signal?: AbortSignal) {
			if (ids.length === 0) return [];
			// The hashes of a season's worth of torrents are longer than an address may be.
			const answer = await post('torrents/info', { hashes: ids.join('|') }, signal);
			return talk.read(answer, z.array(torrent)).map(remote);
		}

		async function ensureCategory(name: string, signal?: AbortSignal) {
			const known = talk.read(
				await call('torrents/categories', { signal }),
				z.record(z.string(), z.unknown())
			);
			if (!(name in known)) await post('torrents/createCategory', { category: name, savePath: '' }, signal);
		}

		/** Its answer names no hash, and a torrent that is both old and new goes by either. */
		async function appeared(hashes: readonly string[], signal?: AbortSignal) {
			for (let attempt = 0; attempt < 20; attempt++) {
				const [found] = await list(hashes, signal);
				if (found) return found.id;
				await new Promise((later) => setTimeout(later, 150));
			}
			throw talk.fault('qBittorrent took the torrent but does not show it. Its log tells why.');
		}

		const stopOrStart = async (now: string, before: string, hashes: string, signal?: AbortSignal) => {
			const path = (await since(2, 11, signal)) ? now : before;
			talk.expectOk(await post(`torrents/${path}`, { hashes }, signal));
		};

		return {
			protocols: ['torrent'],
			deletesFiles: 'all',
			category: settings.category || undefined,
			mappings: common.readMappings(settings.mappings),
			list,
			async test(signal) {
				const api = (await apiVersion(signal)).join('.');
				if (!(await since(2, 0, signal))) throw talk.fault(`This qBittorrent is too old (Web API ${api}).`);
				if (settings.category) await ensureCategory(settings.category, signal);
				const name = talk
					.expectOk(await call('app/version', { signal }))
					.text()
					.trim();
				return `Connected to qBittorrent ${name.replace(/^v/, '')}.`;
			},
			async add({ title, content, hashes, category = settings.category, paused = settings.paused }, signal) {
				const form = new FormData();
				if ('magnet' in content) form.set('urls', content.magnet);
				else if ('torrent' in content)
					form.set(
						'torrents',
						new Blob([new Uint8Array(content.torrent)]),
						`${title.replaceAll(/[/\\"]/g, ' ')}.torrent`
					);
				else throw talk.fault('qBittorrent takes torrents only.');
				if (category) {
					await ensureCategory(category, signal);
					form.set('category', category);
				}
				if (settings.savePath) form.set('savepath', settings.savePath);
				if (paused) form.set((await since(2, 11, signal)) ? 'stopped' : 'paused', 'true');
				const answer = await call('torrents/add', { method: 'POST', body: form, signal });
				if (answer.status === 415) throw talk.fault('qBittorrent says that this is not a valid torrent.');
				if (answer.status === 409 || /^Fails\.$/.test(answer.text().trim()))
					throw talk.fault('qBittorrent did not take the torrent. It may have it already.');
				talk.expectOk(answer);
				const id = await appeared(hashes, signal);
				if (settings.first) await post('torrents/topPrio', { hashes: id }, signal);
				return id;
			},
			async remove(id, { deleteFiles }, signal) {
				talk.expectOk(
					await post('torrents/delete', { hashes: id, deleteFiles: String(deleteFiles) }, signal)
				);
			},
			pause: (id, signal) => stopOrStart('stop', 'pause', id, signal),
			resume: (id, signal) => stopOrStart('start', 'resume', id, signal),
			async folder(signal) {
				if (settings.savePath) return settings.savePath;
				const answer = await call('app/preferences', { signal });
				return talk.read(answer, z.object({ save_path: z.string() })).save_path;
			}
		};
	},
	test: (client, signal) => client.test(signal)
});
