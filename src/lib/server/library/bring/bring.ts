import { stat, readdir } from 'node:fs/promises';
import { z } from 'zod';
import { likelyPlaces, mapPath } from '#core/library/bring-paths.ts';
import type { Events } from '#server/events.ts';
import type { Metadata } from '#server/metadata/module.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { conflict } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import { defineJob, type Jobs } from '#server/platform/jobs.ts';
import type { Secrets } from '#server/platform/secrets.ts';
import type { Profiles } from '#server/profiles/module.ts';
import type { RefreshPayload } from '../identify/refresh-job.ts';
import type { IdentifyPayload } from '../identify/jobs.ts';
import type { Roots } from '../roots.ts';
import type { ScanPayload } from '../scan/jobs.ts';
import { unrefreshed } from './apply-item.ts';
import { applyRows, type Consequences } from './apply.ts';
import { openArr, type ArrApp } from './arr-client.ts';
import { listHistory, type HistoryQuery } from './history.ts';
import { openJellyfin } from './jellyfin-client.ts';
import { rootPaths } from './local.ts';
import { lookArr, type Watching } from './look-arr.ts';
import { lookJellyfin } from './look-jellyfin.ts';
import { appNames, checkAddress } from './refusals.ts';
import { chooseRows, countRows, listRows, replaceRows, type RowFilter, type RowQuery } from './rows.ts';
import { openSources, type Draft, type SourcePatch } from './sources.ts';

export interface BringDeps {
	db: Db;
	bus: Bus<Events>;
	http: Http;
	secrets: Secrets;
	jobs: Jobs;
	profiles: Profiles;
	metadata: Pick<Metadata, 'hasTmdb'>;
	roots: Roots;
	now: () => number;
	startScan(payload: ScanPayload, userId?: string): number;
	startIdentify(payload: IdentifyPayload): number;
	startRefresh(payload: RefreshPayload): number;
}

const payload = z.object({ sourceId: z.number().int() });
const refreshAtOnce = 500;

/** Brings a library along from Sonarr, Radarr and Jellyfin: look, show, choose, do. */
export function createBring(deps: BringDeps) {
	const { db, bus, jobs, now } = deps;
	// At home people wait for one answer, not for a row of attempts.
	const http = deps.http.with({ perHost: { concurrency: 4 }, retries: 1 });
	const sources = openSources(db, deps.secrets, now);
	sources.reseal();

	const arrOf = ({ app, address, apiKey }: Draft) => openArr({ http, app: app as ArrApp, address, apiKey });
	const jellyfinOf = ({ address, apiKey }: Draft) => openJellyfin({ http, app: 'jellyfin', address, apiKey });
	const named = (sourceId: number) =>
		sources.list().find(({ id }) => id === sourceId)?.name ?? 'a removed program';

	const look = defineJob({
		kind: 'library.bring.look',
		title: ({ sourceId }) => `Look at what ${named(sourceId)} holds`,
		lane: 'imports',
		payload,
		dedupe: ({ sourceId }) => String(sourceId),
		async run({ sourceId }, context: Watching) {
			const source = sources.get(sourceId);
			const draft = sources.draft(sourceId);
			if (source.app === 'jellyfin') {
				const rows = await lookJellyfin(db, source, jellyfinOf(draft), context);
				return settle(sourceId, rows);
			}
			const { rows, folders } = await lookArr(deps, source, arrOf(draft), context);
			sources.set(sourceId, { folders });
			return settle(sourceId, rows);
		}
	});

	async function settle(sourceId: number, rows: Parameters<typeof replaceRows>[2]) {
		sources.set(sourceId, { lookedAt: null, appliedAt: null });
		await replaceRows(db, sourceId, rows);
		sources.set(sourceId, { lookedAt: now() });
		return { found: rows.length };
	}

	const apply = defineJob({
		kind: 'library.bring',
		title: ({ sourceId }) => `Bring along what ${named(sourceId)} holds`,
		lane: 'imports',
		payload,
		dedupe: ({ sourceId }) => String(sourceId),
		async run({ sourceId }, context: Watching) {
			const source = sources.get(sourceId);
			const client = source.app === 'jellyfin' ? undefined : arrOf(sources.draft(sourceId));
			const consequences: Consequences = { newRoots: [], newItems: [] };
			try {
				const applied = await applyRows(deps, source, client, context, consequences);
				sources.set(sourceId, { appliedAt: now() });
				return applied;
			} finally {
				follow(consequences);
				bus.emit('library.changed', { kind: source.app === 'jellyfin' ? 'progress' : 'root' });
			}
		}
	});

	/** Files are found in new folders; what came without a source's word is looked up. */
	function follow({ newRoots, newItems }: Consequences): void {
		for (const rootFolderId of newRoots) deps.startScan({ rootFolderId });
		if (newItems.length > 0) deps.startIdentify({ again: true });
		const kinds = deps.metadata.hasTmdb() ? (['movie', 'series'] as const) : (['series'] as const);
		for (const kind of kinds) {
			const ids = newItems.filter((item) => item.kind === kind).map(({ id }) => id);
			for (let from = 0; from < ids.length; from += refreshAtOnce)
				deps.startRefresh({ items: unrefreshed(db, kind, ids.slice(from, from + refreshAtOnce)) });
		}
	}

	const running = (sourceId: number) =>
		[look.kind, apply.kind].flatMap((kind) =>
			jobs
				.list({ kind, limit: 50 })
				.items.filter((job) => (job.payload as { sourceId: number }).sourceId === sourceId)
		);
	const isBusy = (sourceId: number) =>
		running(sourceId).some(({ state }) => state === 'queued' || state === 'running');
	const idle = (sourceId: number) => {
		if (isBusy(sourceId)) throw conflict('Something is under way already. Wait for it, or cancel it.');
	};

	/** Asks the program who it is, without keeping anything. */
	async function test(draft: Draft, signal: AbortSignal) {
		const isJellyfin = draft.app === 'jellyfin';
		const client = isJellyfin ? jellyfinOf(draft) : arrOf(draft);
		const status = await client.status(signal);
		const folders = await client.folders(signal);
		const users = isJellyfin ? await jellyfinOf(draft).users(signal) : [];
		return { ...status, folders, users };
	}

	const api = {
		test,
		list: () => sources.list(),
		get: (id: number) => sources.get(id),
		/** Tests it and keeps it. `people` of the house get the states of those of the same name. */
		async add(draft: Draft, people: readonly { id: string; name: string }[], signal: AbortSignal) {
			const told = await test(draft, signal);
			const address = checkAddress(draft.address);
			const pairings = told.users.flatMap(({ id, name }) => {
				const same = people.find((person) => person.name.toLowerCase() === name.toLowerCase());
				return same ? [{ remote: id, userId: same.id }] : [];
			});
			const mappings = await likelyMappings(told.folders);
			return sources.keep({ ...draft, address }, { ...told, mappings, pairings });
		},
		/** What was found before counts no more once folders or people are others. */
		update(id: number, patch: SourcePatch) {
			idle(id);
			const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
			return sources.set(id, { ...said, lookedAt: null });
		},
		remove(id: number) {
			idle(id);
			sources.remove(id);
		},
		places: (id: number) => placesOf(sources.get(id)),
		look(id: number, userId?: string) {
			sources.get(id);
			idle(id);
			return jobs.add(look, { sourceId: id }, userId ? { userId } : {});
		},
		rows: (id: number, query: RowQuery) => listRows(db, sources.get(id).id, query),
		counts: (id: number) => countRows(db, sources.get(id).id),
		choose(id: number, which: { ids: readonly number[] } | RowFilter, chosen: boolean) {
			idle(id);
			return chooseRows(db, sources.get(id).id, which, chosen);
		},
		apply(id: number, userId?: string) {
			if (sources.get(id).lookedAt === null)
				throw conflict(
					`Look first at what ${appNames[sources.get(id).app]} holds, so that you see what would happen.`
				);
			idle(id);
			return jobs.add(apply, { sourceId: id }, userId ? { userId } : {});
		},
		/** The newest job of each kind. */
		work: (id: number) => {
			const all = running(id);
			return {
				look: all.find(({ kind }) => kind === look.kind),
				apply: all.find(({ kind }) => kind === apply.kind)
			};
		},
		history: (query: HistoryQuery) => listHistory(db, query)
	};

	/** Their folders, where they lie here, and whether anything is there. */
	async function placesOf({
		folders,
		mappings
	}: {
		folders: string[];
		mappings: { from: string; to: string }[];
	}) {
		return Promise.all(
			folders.map(async (remote) => {
				const local = mapPath(remote, mappings);
				const names = await readdir(local).catch(() => undefined);
				return { remote, local, isHere: names !== undefined, entries: names?.length ?? 0 };
			})
		);
	}

	async function likelyMappings(folders: readonly string[]) {
		const roots = rootPaths(db).map(({ path }) => path);
		const found = await Promise.all(
			folders.map(async (from) => {
				if ((await stat(from).catch(() => undefined))?.isDirectory()) return [];
				const [to] = likelyPlaces(from, roots);
				return to === undefined ? [] : [{ from, to }];
			})
		);
		return found.flat();
	}

	return { api, jobs: [look, apply] };
}

export type Bring = ReturnType<typeof createBring>['api'];
