import type { MatchedBy } from '#core/library/bring-match.ts';
import { planWatched, type WatchedState } from '#core/library/bring-watched.ts';
import { said, type Said } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import { invalid } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { JellyfinClient, JellyfinItem } from './jellyfin-client.ts';
import { createWatchableMatcher, type Watchable } from './local-watchables.ts';
import type { Watching } from './look-arr.ts';
import type { RowDraft } from './rows.ts';
import type { BringSource } from './sources.ts';

/** What the facts of a watched state hold. */
export interface WatchedFacts extends WatchedState {
	userId: string;
	items: Watchable[];
}

const ticksASecond = 10_000_000;

/** Who has seen what in Jellyfin, held against what Bijou knows. */
export async function lookJellyfin(
	db: Db,
	{ users, pairings, mappings }: BringSource,
	client: JellyfinClient,
	{ signal, progress }: Watching
): Promise<RowDraft[]> {
	if (pairings.length === 0)
		throw invalid('Say first whose watched states go to whom; nobody is chosen yet.');
	progress(0, 'Asks for all series');
	const series = new Map<string, JellyfinItem>();
	for await (const page of client.series(signal)) for (const show of page) series.set(show.Id, show);
	const match = createWatchableMatcher(db, mappings, series);
	const rows = new Map<string, RowDraft>();
	for (const [index, { remote, userId }] of pairings.entries()) {
		const name = users.find(({ id }) => id === remote)?.name ?? remote;
		for (const filter of ['IsPlayed', 'IsResumable'] as const)
			for await (const page of client.states(remote, filter, signal)) {
				for (const item of page) {
					const key = `${userId} ${item.Id}`;
					if (!rows.has(key)) rows.set(key, { ...lineOf(db, item, userId, name, match), key });
				}
				progress((index + 0.5) / pairings.length, `${name}: ${rows.size} watched or begun`);
			}
	}
	return [...rows.values()];
}

const foundBy: Record<MatchedBy, Said> = {
	tmdb: said('Known by its TMDB id.'),
	imdb: said('Known by its IMDb id.'),
	tvdb: said('Known by its TheTVDB id.'),
	path: said('Known by its file.'),
	title: said('Known by its title and year.')
};

function lineOf(
	db: Db,
	item: JellyfinItem,
	userId: string,
	person: string,
	match: ReturnType<typeof createWatchableMatcher>
): Omit<RowDraft, 'key'> {
	const found = match(item);
	const who = said('For {name}.', { name: person });
	const line = { kind: 'watched' as const, title: titleOf(item), year: item.ProductionYear };
	if (!found)
		return {
			...line,
			standing: 'skipped',
			reasons: [who, said('It is not in the library here.')],
			facts: {}
		};
	const state = stateOf(item);
	const first = found.items[0]!;
	const planned = planWatched(state, knownState(db, userId, first));
	return {
		...line,
		standing: planned.standing,
		reasons: [who, ...planned.reasons, foundBy[found.by]],
		localId: first.movieId ?? first.episodeId ?? undefined,
		facts: { ...state, userId, items: found.items } satisfies WatchedFacts
	};
}

function titleOf({ Type, Name = '', SeriesName = '', ParentIndexNumber, IndexNumber }: JellyfinItem): string {
	if (Type === 'Movie') return Name;
	const pad = (number: number | undefined) => String(number ?? 0).padStart(2, '0');
	return `${SeriesName} S${pad(ParentIndexNumber)}E${pad(IndexNumber)}`;
}

function stateOf({ UserData, RunTimeTicks }: JellyfinItem): WatchedState {
	const at = Date.parse(UserData?.LastPlayedDate ?? '');
	return {
		watched: UserData?.Played ?? false,
		positionSeconds: Math.round((UserData?.PlaybackPositionTicks ?? 0) / ticksASecond),
		durationSeconds: RunTimeTicks === undefined ? undefined : Math.round(RunTimeTicks / ticksASecond),
		playCount: Math.max(UserData?.PlayCount ?? 0, UserData?.Played ? 1 : 0),
		at: Number.isNaN(at) ? undefined : at
	};
}

function knownState(db: Db, userId: string, { movieId, episodeId }: Watchable): WatchedState | undefined {
	const row = prepared(
		db,
		`SELECT watched, positionSeconds, playCount, updatedAt AS at FROM progress WHERE userId = ? AND ${movieId === null ? 'episodeId' : 'movieId'} = ?`
	).get(userId, movieId ?? episodeId) as (Omit<WatchedState, 'watched'> & { watched: number }) | undefined;
	return row && { ...row, watched: row.watched === 1 };
}
