import { z } from 'zod';
import { upstream } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import type { Connection } from './arr-client.ts';
import { checkAddress, refused, wrongProgram } from './refusals.ts';

const text = z
	.string()
	.nullish()
	.transform((value) => value || undefined);
const number = z
	.number()
	.nullish()
	.transform((value) => value ?? undefined);

const systemInfo = z.object({ ServerName: text, Version: z.string(), ProductName: text });
const users = z.array(z.object({ Id: z.string(), Name: z.string() }));
const folders = z.array(
	z.object({
		Locations: z
			.array(z.string())
			.nullish()
			.transform((value) => value ?? [])
	})
);
const item = z.object({
	Id: z.string(),
	Name: text,
	Type: z.string(),
	Path: text,
	ProductionYear: number,
	ProviderIds: z
		.record(z.string(), z.string().nullish())
		.nullish()
		.transform((value) => value ?? {}),
	RunTimeTicks: number,
	SeriesId: text,
	SeriesName: text,
	ParentIndexNumber: number,
	IndexNumber: number,
	IndexNumberEnd: number,
	UserData: z
		.object({
			PlaybackPositionTicks: number,
			PlayCount: number,
			Played: z.boolean().nullish(),
			LastPlayedDate: text
		})
		.nullish()
});
export type JellyfinItem = z.output<typeof item>;
const itemPage = z.object({ Items: z.array(item), TotalRecordCount: z.number() });

const pageSize = 500;
const oldest = 10;

/** Jellyfin's API (10.8 and later), with a key of the dashboard; it only reads. */
export function openJellyfin({ http, address, apiKey }: Connection<'jellyfin'>) {
	const base = checkAddress(address);
	const headers = { authorization: `MediaBrowser Client="Bijou", Token="${apiKey}"`, 'x-emby-token': apiKey };
	const options: Parameters<Http['request']>[1] = { headers, timeoutMs: 120_000 };

	const get = <T>(path: string, schema: z.ZodType<T>, signal: AbortSignal, query = {}) =>
		http.json(`${base}/${path}`, { ...options, schema, signal, query }).catch((error: unknown) => {
			throw refused(error, 'jellyfin', base);
		});

	async function* pages(
		query: Record<string, string | number | boolean>,
		signal: AbortSignal
	): AsyncGenerator<JellyfinItem[]> {
		for (let startIndex = 0; ;) {
			const { Items, TotalRecordCount } = await get('Items', itemPage, signal, {
				recursive: true,
				fields: 'ProviderIds,Path',
				enableImages: false,
				sortBy: 'DateCreated',
				startIndex,
				limit: pageSize,
				...query
			});
			yield Items;
			startIndex += Items.length;
			if (Items.length === 0 || startIndex >= TotalRecordCount) return;
		}
	}

	return {
		async status(signal: AbortSignal) {
			const found = await get('System/Info', systemInfo, signal);
			if (found.ProductName && !/jellyfin/i.test(found.ProductName))
				throw wrongProgram('jellyfin', found.ProductName, base);
			if (Number.parseInt(found.Version, 10) < oldest)
				throw upstream(
					`This is version ${found.Version} of Jellyfin. Bijou reads version 10 and later: update it first.`
				);
			return { name: found.ServerName ?? 'Jellyfin', version: found.Version };
		},
		folders: async (signal: AbortSignal) =>
			(await get('Library/VirtualFolders', folders, signal)).flatMap(({ Locations }) => Locations),
		users: async (signal: AbortSignal) =>
			(await get('Users', users, signal)).map(({ Id, Name }) => ({ id: Id, name: Name })),
		series: (signal: AbortSignal) => pages({ includeItemTypes: 'Series' }, signal),
		/** What a person has seen to its end, or begun. */
		states: (userId: string, filter: 'IsPlayed' | 'IsResumable', signal: AbortSignal) =>
			pages({ userId, includeItemTypes: 'Movie,Episode', filters: filter, enableUserData: true }, signal)
	};
}

export type JellyfinClient = ReturnType<typeof openJellyfin>;
