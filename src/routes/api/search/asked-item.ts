import { similarity } from '#core/matching/similarity.ts';
import type { Profile } from '#core/formats/profile.ts';
import type { Parsed } from '#core/release/types.ts';
import type { Wish } from '#core/torznab/plan-queries.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/platform/errors.ts';

interface Query {
	movie?: number | undefined;
	series?: number | undefined;
	season?: number | undefined;
	episode?: string | undefined;
}

/** An item of the library that releases are looked for: what to ask by, and what to hold answers against. */
export interface AskedItem {
	kind: 'movie' | 'series';
	id: number;
	title: string;
	year: number | undefined;
	season: number | undefined;
	episode:
		{ id: number; number: number; absolute: number | undefined; airDate: string | undefined } | undefined;
	titles: string[];
	wish: Partial<Wish>;
	profile: Profile;
	minutes: number | undefined;
	originalLanguage: string | undefined;
}

const mostTitles = 12;

export function askedItem(app: App, userId: string, query: Query): AskedItem | undefined {
	if (query.movie !== undefined) return askedMovie(app, userId, query.movie);
	return query.series === undefined ? undefined : askedSeries(app, userId, query.series, query);
}

function askedMovie(app: App, userId: string, id: number): AskedItem {
	const movie = app.library.movie(id, userId);
	const { title, year, imdbId, tmdbId, runtimeMinutes, originalLanguage } = movie;
	const titles = titlesOf(movie);
	return {
		kind: 'movie',
		id,
		title,
		titles,
		season: undefined,
		episode: undefined,
		year: year ?? undefined,
		wish: { titles, ...given({ year, imdbId, tmdbId: tmdbId && String(tmdbId) }) },
		profile: app.library.following.of(movie).profile,
		minutes: runtimeMinutes ?? undefined,
		originalLanguage: originalLanguage ?? undefined
	};
}

function askedSeries(app: App, userId: string, id: number, { season, episode: code }: Query): AskedItem {
	const series = app.library.series(id, userId);
	const row = episodeOf(series, season, code);
	if (code && !row) throw notFound('episode', `S${season ?? '?'}E${code}`);
	const titles = titlesOf(series);
	const { imdbId, tmdbId, tvdbId, tvmazeId, seriesType } = series;
	const ids = {
		imdbId,
		tmdbId: tmdbId && String(tmdbId),
		tvdbId: tvdbId && String(tvdbId),
		tvMazeId: tvmazeId && String(tvmazeId)
	};
	const absolute = (seriesType === 'anime' && row?.absoluteNumber) || undefined;
	return {
		kind: 'series',
		id,
		title: series.title,
		titles,
		season,
		year: series.year ?? undefined,
		episode: row && {
			id: row.id,
			number: row.number,
			absolute: row.absoluteNumber ?? undefined,
			airDate: row.airDate ?? undefined
		},
		wish: { titles, ...given(ids), ...given({ absolute }), ...numbersOf(seriesType, season, row) },
		profile: app.library.following.of(series).profile,
		minutes: row?.runtimeMinutes ?? undefined,
		originalLanguage: series.originalLanguage ?? undefined
	};
}

type Series = ReturnType<App['library']['series']>;
type Episode = Series['seasons'][number]['episodes'][number];

const episodeOf = ({ seasons }: Series, season: number | undefined, code: string | undefined) =>
	seasons.find(({ number }) => number === season)?.episodes.find(({ number }) => String(number) === code);

/** Daily shows are named by their day. */
function numbersOf(type: string, season: number | undefined, episode: Episode | undefined): Partial<Wish> {
	const [year, month, day] = (type === 'daily' && episode?.airDate?.split('-')) || [];
	if (year) return { season: Number(year), episode: `${month}/${day}` };
	return given({ season, episode: episode && String(episode.number) });
}

const titlesOf = (item: {
	title: string;
	originalTitle: string | null;
	aliases: readonly { title: string }[];
}): string[] =>
	[...new Set([item.title, item.originalTitle, ...item.aliases.map(({ title }) => title)])]
		.filter((title): title is string => Boolean(title))
		.slice(0, mostTitles);

type Given<T> = { [K in keyof T]?: Exclude<T[K], null | undefined | 0 | ''> };
const given = <T extends object>(values: T): Given<T> =>
	Object.fromEntries(
		Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')
	) as Given<T>;

const sameEnough = 0.8;

/** Why a release is not what was asked for, in a sentence; nothing when it may be. */
export function otherThan(asked: AskedItem, parsed: Parsed): string | undefined {
	const named = parsed.titles ?? (parsed.title ? [parsed.title] : []);
	const isNamedSo = named.some((name) => asked.titles.some((title) => similarity(name, title) >= sameEnough));
	if (!isNamedSo)
		return asked.kind === 'movie' ? 'It is named like another film.' : 'It is named like another series.';
	if (asked.kind === 'movie') {
		const isOfYear = !parsed.year || !asked.year || Math.abs(parsed.year - asked.year) <= 1;
		return isOfYear ? undefined : 'It is a film of another year.';
	}
	return otherPart(asked, parsed);
}

function otherPart({ season, episode }: AskedItem, parsed: Parsed): string | undefined {
	if (season === undefined) return undefined;
	if (episode?.airDate && parsed.airDate)
		return parsed.airDate === episode.airDate ? undefined : 'It is of another day.';
	if (episode?.absolute && parsed.absolute.includes(episode.absolute)) return undefined;
	if (parsed.seasons.length && !parsed.seasons.includes(season)) return 'It is another season.';
	if (!episode || parsed.episodes.includes(episode.number)) return undefined;
	return parsed.episodes.length || parsed.absolute.length ? 'It is another episode.' : undefined;
}
