import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { untilChange } from '#server/platform/until-change.ts';
import { followedSql } from '../following.ts';
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

const day = `coalesce(digitalRelease, physicalRelease, inCinemas, CAST(year AS TEXT))`;
/** Without a date for homes, a film that left the cinemas three months ago can be had. */
const available = `CASE minimumAvailability WHEN 'announced' THEN 1
	WHEN 'in-cinemas' THEN coalesce(inCinemas, ${day}, '') <= :today
	ELSE coalesce(min(coalesce(digitalRelease, physicalRelease), coalesce(physicalRelease, digitalRelease)), date(inCinemas, '+90 days'), CAST(year AS TEXT), '') <= :today END`;

const followed = (item: string) => followedSql(item).replace('?', ':usual');
const isShort = `(profileId, coalesce(quality, '')) IN (SELECT value ->> 0, value ->> 1 FROM json_each(:short))`;

const files = { missing: '= 0', short: '> 0' };
const episodeQuality = `(SELECT f.quality FROM episode_files ef JOIN files f ON f.id = ef.fileId
	WHERE ef.episodeId = e.id AND f.state = 'present' ORDER BY f.addedAt DESC, f.id DESC LIMIT 1)`;
/** What is wanted, by what a narrow index holds; the quality of an episode is that of its newest file. */
const found: Record<ItemKind, (state: WantedQuery['state']) => string> = {
	movie: (
		state
	) => `SELECT m.id AS key, ${day} AS day, quality, ${followed('m')} AS profileId FROM movies m INDEXED BY movies_wanted
		WHERE monitored = 1 AND fileCount ${files[state]} AND ${available}`,
	series: (
		state
	) => `SELECT e.id AS key, e.airDate AS day, ${state === 'short' ? episodeQuality : 'NULL'} AS quality, ${followed('s')} AS profileId
		FROM episodes e INDEXED BY episodes_wanted JOIN series s ON s.id = e.seriesId
		WHERE e.monitored = 1 AND s.monitored = 1 AND e.seasonNumber > 0 AND e.fileCount ${files[state]} AND e.airDate <= :today`
};
/** Only episodes with a day are found. */
const place: Record<ItemKind, string> = { movie: "coalesce(day, '')", series: 'day' };

/** All there is to show of those that stand on one page. */
const shown: Record<ItemKind, string> = {
	movie: `SELECT 'movie' AS kind, m.id, key, title, year, posterPath, NULL AS season, NULL AS number, NULL AS episodeTitle,
		day, p.quality, p.profileId FROM page p JOIN movies m ON m.id = p.key`,
	series: `SELECT 'series' AS kind, s.id, key, s.title, s.year, s.posterPath, e.seasonNumber AS season, e.number, e.title AS episodeTitle,
		day, quality, p.profileId FROM page p JOIN episodes e ON e.id = p.key JOIN series s ON s.id = e.seriesId`
};

const qualitiesOf = (db: Db) =>
	prepared(db, `SELECT DISTINCT quality FROM files WHERE state = 'present' AND role IN ('main', 'part')`)
		.pluck()
		.all() as (string | null)[];

/** Monitored and out, newest first. */
export function wanted(db: Db, wishes: Wishes, query: WantedQuery) {
	const qualities = () => untilChange(db, 'qualities', () => qualitiesOf(db));
	const bound = {
		today: query.today,
		usual: wishes.usual(),
		profile: query.profile ?? null,
		short: query.state === 'short' ? JSON.stringify(wishes.short(qualities())) : '[]'
	};
	return untilChange(db, `wanted ${JSON.stringify([query, bound])}`, () => read(db, query, bound));
}

function read(db: Db, { kind, state, profile, limit, cursor }: WantedQuery, bound: Record<string, unknown>) {
	const narrowed = [state === 'short' && isShort, profile !== undefined && 'profileId = :profile'].filter(
		Boolean
	);
	const where = narrowed.length > 0 ? `WHERE ${narrowed.join(' AND ')}` : '';
	const sql = `SELECT * FROM (${found[kind](state)}) ${where}`;
	const total = untilChange(
		db,
		`wanted ${JSON.stringify([kind, state, bound])}`,
		() => prepared(db, `SELECT count(*) FROM (${sql})`).pluck().get(bound) as number
	);
	const after = cursor ? decodeCursor(cursor, 2) : undefined;
	const from = after ? `WHERE (${place[kind]}, key) < (:afterDay, :afterKey)` : '';
	const order = `ORDER BY ${place[kind]} DESC, key DESC`;
	const page = `WITH page AS (SELECT * FROM (${sql}) ${from} ${order} LIMIT :limit) ${shown[kind]} ${order}`;
	const rows = prepared(db, page).all({
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
		`SELECT ${episodeQuality} AS quality, count(*) AS count FROM episodes e WHERE e.seriesId = ? AND e.fileCount > 0 GROUP BY 1`
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
