import type { z } from 'zod';
import { toAppError, upstream } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import {
	arrEpisodes,
	arrFormats,
	arrHistory,
	arrMovie,
	arrProfiles,
	arrRootFolders,
	arrSeries,
	arrStatus,
	arrTags,
	type ArrMovie,
	type ArrSeries
} from './arr-answers.ts';
import { arrayItems } from './array-items.ts';
import { checkAddress, refused, wrongProgram } from './refusals.ts';

export type ArrApp = 'sonarr' | 'radarr';

export interface Connection<A extends string> {
	http: Http;
	app: A;
	address: string;
	apiKey: string;
}

const oldest = 3;
export const historyPageSize = 1_000;

/** Sonarr and Radarr by their v3 API; it only reads. */
export function openArr({ http, app, address, apiKey }: Connection<ArrApp>) {
	const base = checkAddress(address);
	const options = {
		headers: { 'x-api-key': apiKey, accept: 'application/json' },
		// Both put a list of thousands together before they send the first byte.
		timeoutMs: 120_000
	};
	const url = (path: string) => `${base}/api/v3/${path}`;
	const fail = (error: unknown) => refused(error, app, base);

	const get = <T>(path: string, schema: z.ZodType<T>, signal: AbortSignal, query = {}) =>
		http.json(url(path), { ...options, schema, signal, query }).catch((error: unknown) => {
			throw fail(error);
		});

	/** The API before v3 had another address; whoever answers there is too old. */
	async function isOld(signal: AbortSignal): Promise<string | undefined> {
		const old = await http
			.json(`${base}/api/system/status`, { ...options, timeoutMs: 10_000, schema: arrStatus, signal })
			.catch(() => undefined);
		return old?.version;
	}

	return {
		async status(signal: AbortSignal) {
			const found = await http
				.json(url('system/status'), { ...options, timeoutMs: 20_000, schema: arrStatus, signal })
				.catch(async (error: unknown) => {
					const { code, details } = toAppError(error);
					const isMissing = code === 'status' && (details as { status?: number }).status === 404;
					const old = isMissing ? await isOld(signal) : undefined;
					throw old === undefined ? fail(error) : tooOld(app, old);
				});
			const name = found.appName ?? app;
			if (name.toLowerCase() !== app) throw wrongProgram(app, name, base);
			if (Number.parseInt(found.version, 10) < oldest) throw tooOld(app, found.version);
			return { name: found.instanceName ?? name, version: found.version };
		},
		folders: async (signal: AbortSignal) =>
			(await get('rootfolder', arrRootFolders, signal)).map(({ path }) => path),
		tags: (signal: AbortSignal) => get('tag', arrTags, signal),
		profiles: (signal: AbortSignal) => get('qualityprofile', arrProfiles, signal),
		formats: (signal: AbortSignal) => get('customformat', arrFormats, signal),
		async *items(signal: AbortSignal): AsyncGenerator<ArrMovie | ArrSeries | { fault: string }> {
			const [path, schema] = app === 'radarr' ? ['movie', arrMovie] : ['series', arrSeries];
			try {
				const { body } = await http.stream(url(path as string), { ...options, signal });
				for await (const json of arrayItems(body)) {
					const read = (schema as typeof arrMovie | typeof arrSeries).safeParse(json);
					yield read.success ? read.data : { fault: nameOf(json) };
				}
			} catch (error) {
				throw fail(error);
			}
		},
		episodes: (seriesId: number, signal: AbortSignal) => get('episode', arrEpisodes, signal, { seriesId }),
		history: (page: number, signal: AbortSignal) =>
			get('history', arrHistory, signal, {
				page,
				pageSize: historyPageSize,
				sortKey: 'date',
				sortDirection: 'ascending',
				includeEpisode: app === 'sonarr' || undefined
			})
	};
}

export type ArrClient = ReturnType<typeof openArr>;

const nameOf = (json: unknown) => String((json as { title?: unknown })?.title ?? 'an item without a title');

const tooOld = (app: ArrApp, version: string) =>
	upstream(
		`This is version ${version} of ${app === 'sonarr' ? 'Sonarr' : 'Radarr'}. Bijou reads version 3 and later: update it first.`
	);
