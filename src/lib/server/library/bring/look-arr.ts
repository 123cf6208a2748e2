import { count, eq } from 'drizzle-orm';
import { episodeKey, planItem, type BringItem } from '#core/library/bring-item.ts';
import { createBringMatcher, type Matched } from '#core/library/bring-match.ts';
import { below, mapPath } from '#core/library/bring-paths.ts';
import { said, type Said } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import type { Profiles } from '#server/profiles/module.ts';
import type { ArrMovie, ArrSeries } from './arr-answers.ts';
import type { ArrClient } from './arr-client.ts';
import { movieItem, seriesItem, type Names } from './arr-item.ts';
import { planDefinitions } from './definitions.ts';
import { createFolderCheck, inRoot, knownItems, localState, rootPaths } from './local.ts';
import { broughtHistory } from './schema.ts';
import type { RowDraft } from './rows.ts';
import type { BringSource } from './sources.ts';

export interface Looking {
	db: Db;
	profiles: Pick<Profiles, 'importFrom' | 'profiles'>;
}

export interface Watching {
	signal: AbortSignal;
	progress(fraction: number, note?: string): void;
	log(line: string): void;
}

const tellEvery = 20;

/** What the facts of a line hold for an item. */
export interface ItemFacts extends BringItem {
	localPath?: string | undefined;
}

/** Everything Sonarr or Radarr has, held against what is here. */
export async function lookArr(
	{ db, profiles }: Looking,
	source: BringSource,
	client: ArrClient,
	{ signal, progress, log }: Watching
): Promise<{ rows: RowDraft[]; folders: string[] }> {
	const kind = source.app === 'radarr' ? 'movie' : 'series';
	progress(0, 'Asks for profiles, tags and folders');
	const folders = await client.folders(signal);
	const tags = new Map((await client.tags(signal)).map(({ id, label }) => [id, label]));
	const definitions = await planDefinitions(profiles, source.app as 'sonarr' | 'radarr', {
		formats: await client.formats(signal),
		profiles: await client.profiles(signal)
	});
	const names: Names = { profiles: definitions.profiles, tags };

	progress(0.05, 'Asks for all items');
	const items: BringItem[] = [];
	for await (const found of client.items(signal)) {
		if ('fault' in found) log(`${found.fault}: it came in a form that cannot be read and is left out.`);
		else
			items.push(
				kind === 'movie' ? movieItem(found as ArrMovie, names) : seriesItem(found as ArrSeries, names)
			);
		if (items.length % 500 === 0) progress(0.1, `${items.length} items`);
	}

	const roots = await planRoots(db, source, folders, items);
	const places = [...rootPaths(db), ...roots.usable.map((path) => ({ path }))];
	const match = createBringMatcher(knownItems(db, kind));
	const isThere = createFolderCheck();
	const profileName = (id: string) => profiles.profiles.list().find((each) => each.id === id)?.name;
	const taken = new Map<string, BringItem>();
	const rows: RowDraft[] = [];
	for (const [index, item] of items.entries()) {
		signal.throwIfAborted();
		const localPath = item.path === undefined ? undefined : mapPath(item.path, source.mappings);
		const inside = localPath !== undefined && inRoot(localPath, places) !== undefined;
		const place = { path: localPath, isHere: inside && (await isThere(localPath)) };
		const matched = match({ ids: item.ids, title: item.title, year: item.year, path: localPath });
		const twin = claim(taken, item, matched);
		if (twin) {
			rows.push(lineOf(item, { localPath }, 'skipped', [twin]));
			continue;
		}
		const planned = matched
			? planItem(item, place, {
					matched,
					local: localState(db, kind, matched.id, profileName),
					episodes: kind === 'series' ? await monitoredEpisodes(client, item.remoteId, signal) : undefined
				})
			: planItem(item, place);
		rows.push(lineOf(item, { localPath }, planned.standing, planned.reasons, matched?.id));
		if (index % tellEvery === 0)
			progress(0.15 + (0.8 * (index + 1)) / items.length, `${index + 1} of ${items.length}`);
	}
	const history = await planHistory(db, source, client, signal);
	return { rows: [...roots.rows, ...definitions.rows, ...rows, ...history], folders };
}

/** Two entries for one film: the first one comes. */
function claim(
	taken: Map<string, BringItem>,
	item: BringItem,
	matched: Matched | undefined
): Said | undefined {
	const keys = [
		item.ids.tmdb && `tmdb ${item.ids.tmdb}`,
		item.ids.tvdb && `tvdb ${item.ids.tvdb}`,
		item.ids.imdb && `imdb ${item.ids.imdb}`,
		matched && `here ${matched.id}`
	].filter((key) => typeof key === 'string');
	const twin = keys.map((key) => taken.get(key)).find((each) => each !== undefined);
	if (twin) return said('It stands there twice; {title} is the one that comes.', { title: twin.title });
	for (const key of keys) taken.set(key, item);
	return undefined;
}

const lineOf = (
	item: BringItem,
	{ localPath }: { localPath: string | undefined },
	standing: RowDraft['standing'],
	reasons: Said[],
	localId?: number
): RowDraft => ({
	kind: item.kind,
	key: String(item.remoteId),
	title: item.title,
	year: item.year,
	standing,
	reasons,
	localId,
	facts:
		standing === 'same' || standing === 'skipped'
			? { ids: item.ids, title: item.title }
			: ({ ...item, localPath } satisfies ItemFacts)
});

const monitoredEpisodes = async (client: ArrClient, seriesId: number, signal: AbortSignal) =>
	new Map(
		(await client.episodes(seriesId, signal)).map(({ seasonNumber, episodeNumber, monitored }) => [
			episodeKey(seasonNumber, episodeNumber),
			monitored
		])
	);

async function planRoots(
	db: Db,
	{ mappings, app }: BringSource,
	folders: readonly string[],
	items: readonly BringItem[]
): Promise<{ rows: RowDraft[]; usable: string[] }> {
	const isThere = createFolderCheck();
	const known = rootPaths(db);
	const rows: RowDraft[] = [];
	const usable: string[] = [];
	for (const remote of folders) {
		const path = mapPath(remote, mappings);
		const inside = items.filter((item) => item.path !== undefined && below(item.path, remote) !== undefined);
		const places = inside.map((item) => mapPath(item.path!, mappings));
		const found = (await Promise.all(places.map(isThere))).filter(Boolean).length;
		const counted = said('Folders of its items found here: {found} of {count}.', {
			found,
			count: inside.length
		});
		const anime = inside.filter(({ seriesType }) => seriesType === 'anime').length;
		const facts = {
			path,
			kind: app === 'radarr' ? 'movie' : 'series',
			seriesType: inside.length > 0 && anime * 2 > inside.length ? 'anime' : 'standard'
		};
		const line = { kind: 'root' as const, key: remote, title: remote, facts };
		const isKnown = known.some((root) => below(path, root.path) !== undefined);
		if (isKnown)
			rows.push({
				...line,
				standing: 'same',
				reasons: [said('{path} is a root folder already.', { path }), counted]
			});
		else if (!(await isThere(path)))
			rows.push({
				...line,
				standing: 'skipped',
				reasons: [said('{path} is not here. Say above where this folder lies for Bijou.', { path })]
			});
		else {
			usable.push(path);
			rows.push({
				...line,
				standing: 'new',
				reasons: [said('{path} becomes a root folder.', { path }), counted]
			});
		}
	}
	return { rows, usable };
}

async function planHistory(
	db: Db,
	{ id, name }: BringSource,
	client: ArrClient,
	signal: AbortSignal
): Promise<RowDraft[]> {
	const { totalRecords } = await client.history(1, signal);
	if (totalRecords === 0) return [];
	const { brought } = db
		.select({ brought: count() })
		.from(broughtHistory)
		.where(eq(broughtHistory.sourceId, id))
		.get()!;
	const reasons = [said('{count} events; {brought} of them are here.', { count: totalRecords, brought })];
	const standing = brought >= totalRecords ? 'same' : 'new';
	return [{ kind: 'history', key: 'all', title: name, standing, reasons, facts: { total: totalRecords } }];
}
