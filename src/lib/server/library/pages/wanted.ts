import { qualities } from '#core/formats/qualities.ts';
import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { untilChange } from '#server/platform/until-change.ts';
import { releaseDay } from '../derived.ts';
import { followedSql, followsSql } from '../following.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface WantedItem {
	kind: ItemKind;
	/** Of the film or the series. */
	id: number;
	/** Of the film or the episode: unique within its kind. */
	key: number;
	title: string;
	year: number | null;
	posterPath: string | null;
	season: number | null;
	number: number | null;
	episodeTitle: string | null;
	/** When it came out. */
	day: string | null;
	/** The best that is there. */
	quality: string | null;
	/** That it follows. */
	profileId: string;
}

export interface WantedQuery {
	kind: ItemKind;
	/** `missing` has no file; `short` has one that its profile would replace. */
	state: 'missing' | 'short';
	/** Only what follows it. */
	profile?: string | undefined;
	/** `YYYY-MM-DD`; what comes out later is not missing yet. */
	today: string;
	limit: number;
	cursor?: string | undefined;
}

/** What only the profiles know. */
export interface Wishes {
	/** The profile of the house. */
	usual(): string;
	/** Which qualities a profile would still replace. */
	short(qualities: readonly (string | null)[]): [profile: string, quality: string][];
}

/** Without a date for homes, a film that left the cinemas three months ago can be had. */
const available = `CASE minimumAvailability WHEN 'announced' THEN 1
	WHEN 'in-cinemas' THEN coalesce(inCinemas, ${releaseDay}, '') <= :today
	ELSE coalesce(min(coalesce(digitalRelease, physicalRelease), coalesce(physicalRelease, digitalRelease)), date(inCinemas, '+90 days'), CAST(year AS TEXT), '') <= :today END`;

const followed = (item: string) => followedSql(item).replace('?', ':usual');
const isOf = (item: string) => followsSql(item, ':profile', ':usual');
const hasFile = { missing: '(fileCount > 0) = 0', short: '(fileCount > 0) = 1' };
const isShort = (profile: string, quality: string) =>
	`(${profile}, coalesce(${quality}, '')) IN (SELECT value ->> 0, value ->> 1 FROM json_each(:short))`;

interface Wanting {
	/** What stands in the order of the index. */
	place: string;
	key: string;
	profile: string;
	/** By what a narrow index holds. */
	found(state: WantedQuery['state'], ofOne: boolean): string;
}
const wanting: Record<ItemKind, Wanting> = {
	movie: {
		place: `coalesce(${releaseDay}, '')`,
		key: 'm.id',
		profile: followed('m'),
		found: (state, ofOne) => `FROM movies m INDEXED BY movies_wanted_by_day
			WHERE monitored = 1 AND ${hasFile[state]} AND ${available} ${ofOne ? `AND ${isOf('m')}` : ''}
			${state === 'short' ? `AND ${isShort(followed('m'), 'm.quality')}` : ''}`
	},
	// Only episodes with a day are found. Whom a series follows is asked once for all of its episodes.
	series: {
		place: 'e.airDate',
		key: 'e.id',
		profile: 's.profileId',
		found: (state, ofOne) => `FROM episodes e INDEXED BY episodes_wanted_by_day CROSS JOIN (
				SELECT id, ${followed('i')} AS profileId FROM series i WHERE monitored = 1 ${ofOne ? `AND ${isOf('i')}` : ''} LIMIT -1
			) s ON s.id = e.seriesId
			WHERE e.monitored = 1 AND ${hasFile[state]} AND e.airDate <= :today AND e.seasonNumber > 0
			${state === 'short' ? `AND ${isShort('s.profileId', 'e.quality')}` : ''}`
	}
};

/** All there is to show of those that stand on one page. */
const shown: Record<ItemKind, string> = {
	movie: `SELECT 'movie' AS kind, m.id, key, title, year, posterPath, NULL AS season, NULL AS number, NULL AS episodeTitle,
		${releaseDay} AS day, quality, p.profileId FROM page p CROSS JOIN movies m ON m.id = p.key`,
	series: `SELECT 'series' AS kind, s.id, key, s.title, s.year, s.posterPath, e.seasonNumber AS season, e.number, e.title AS episodeTitle,
		e.airDate AS day, e.quality, p.profileId FROM page p CROSS JOIN episodes e ON e.id = p.key JOIN series s ON s.id = e.seriesId`
};

const everyQuality = [...qualities.flatMap(({ name, medium }) => (medium === 'video' ? name : [])), null];

/** Monitored and out, newest first. */
export function wanted(db: Db, wishes: Wishes, query: WantedQuery) {
	const bound = {
		today: query.today,
		usual: wishes.usual(),
		profile: query.profile ?? null,
		short: query.state === 'short' ? JSON.stringify(wishes.short(everyQuality)) : '[]'
	};
	return untilChange(db, `wanted ${JSON.stringify([query, bound])}`, () => read(db, query, bound));
}

function read(db: Db, { kind, state, profile, limit, cursor }: WantedQuery, bound: Record<string, unknown>) {
	const { place, key, profile: followed, found } = wanting[kind];
	const sql = found(state, profile !== undefined);
	const total = untilChange(
		db,
		`wanted ${JSON.stringify([kind, state, bound])}`,
		() => prepared(db, `SELECT count(*) ${sql}`).pluck().get(bound) as number
	);
	const after = cursor ? decodeCursor(cursor, 2) : undefined;
	const behind = after ? `AND (${place}, ${key}) < (:afterDay, :afterKey)` : '';
	const order = `ORDER BY ${place} DESC, ${key} DESC`;
	const page = `SELECT ${key} AS key, ${followed} AS profileId ${sql} ${behind} ${order} LIMIT :limit`;
	const rows = prepared(db, `WITH page AS (${page}) ${shown[kind]}`).all({
		...bound,
		afterDay: after?.[0] ?? null,
		afterKey: after?.[1] ?? null,
		limit: limit + 1
	}) as WantedItem[];
	return pageOf(rows, limit, total, (last) => [last.day ?? '', last.key]);
}

/** Of a series: how many episodes there are, and how many of them its profile would replace. */
export function shortEpisodes(db: Db, wishes: Pick<Wishes, 'short'>, seriesId: number, profileId: string) {
	const qualities = prepared(
		db,
		`SELECT quality, count(*) AS count FROM episodes WHERE seriesId = ? AND fileCount > 0 GROUP BY 1`
	).all(seriesId) as { quality: string | null; count: number }[];
	const poor = new Set(
		wishes
			.short(qualities.map(({ quality }) => quality))
			.filter(([profile]) => profile === profileId)
			.map(([, quality]) => quality)
	);
	const sum = (list: typeof qualities) => list.reduce((all, { count }) => all + count, 0);
	return { present: sum(qualities), short: sum(qualities.filter(({ quality }) => poor.has(quality ?? ''))) };
}
