import type { Parsed } from '#core/release/types.ts';

export interface EpisodeRef {
	readonly id: number | string;
	readonly season: number;
	readonly episode: number;
	readonly absolute?: number | undefined;
	/** YYYY-MM-DD */
	readonly airDate?: string | undefined;
	readonly aired: boolean;
}

export interface Cover<E extends EpisodeRef> {
	readonly episodes: readonly E[];
	/** Numbers the name gives that the series does not have, as people read them. */
	readonly unknown: readonly string[];
	/** It names whole seasons of which some episodes have not aired. */
	readonly seasonRunning: boolean;
}

const two = (number: number) => String(number).padStart(2, '0');

/** Which of a series' episodes a release holds. */
export function coverOf<E extends EpisodeRef>(parsed: Parsed, episodes: readonly E[]): Cover<E> {
	const found =
		wholeSeasons(parsed, episodes) ??
		byDate(parsed, episodes) ??
		byNumber(parsed, episodes) ??
		byAbsolute(parsed, episodes);
	return found ?? { episodes: [], unknown: [], seasonRunning: false };
}

const listed = <E extends EpisodeRef>(episodes: readonly E[], unknown: readonly string[] = []): Cover<E> => ({
	episodes,
	unknown,
	seasonRunning: false
});

function wholeSeasons<E extends EpisodeRef>(parsed: Parsed, episodes: readonly E[]): Cover<E> | undefined {
	const { seasons, fullSeason, complete } = parsed;
	const isWhole =
		fullSeason ||
		(seasons.length > 0 && parsed.episodes.length === 0 && parsed.absolute.length === 0 && !parsed.airDate);
	if (seasons.length === 0 && complete && parsed.episodes.length === 0 && parsed.absolute.length === 0) {
		return running(episodes.filter(({ season }) => season > 0));
	}
	if (!isWhole || parsed.partialSeason || parsed.seasonExtra) return undefined;
	const held = episodes.filter(({ season }) => seasons.includes(season));
	const unknown = seasons.filter((season) => !held.some((one) => one.season === season));
	return { ...running(held), unknown: unknown.map((season) => `S${two(season)}`) };
}

const running = <E extends EpisodeRef>(held: readonly E[]): Cover<E> => ({
	...listed(held),
	seasonRunning: held.some(({ aired }) => !aired)
});

function byDate<E extends EpisodeRef>({ airDate }: Parsed, episodes: readonly E[]): Cover<E> | undefined {
	if (!airDate) return undefined;
	const held = episodes.filter((one) => one.airDate === airDate);
	return listed(held, held.length === 0 ? [airDate] : []);
}

function byNumber<E extends EpisodeRef>(parsed: Parsed, episodes: readonly E[]): Cover<E> | undefined {
	if (parsed.episodes.length === 0 || parsed.seasons.length === 0) return undefined;
	const [season] = parsed.seasons as [number];
	const held = episodes.filter((one) => one.season === season && parsed.episodes.includes(one.episode));
	const unknown = parsed.episodes.filter((episode) => !held.some((one) => one.episode === episode));
	return listed(
		held,
		unknown.map((episode) => `S${two(season)}E${two(episode)}`)
	);
}

/** Absolute numbers count through all seasons; where a series has none, its only season counts alike. */
function byAbsolute<E extends EpisodeRef>(parsed: Parsed, episodes: readonly E[]): Cover<E> | undefined {
	const wanted = parsed.absolute.length > 0 ? parsed.absolute : parsed.episodes;
	if (wanted.length === 0) return undefined;
	const regular = episodes.filter(({ season }) => season > 0);
	const counted = regular.some(({ absolute }) => absolute !== undefined);
	const seasons = new Set(regular.map(({ season }) => season));
	const numberOf = (one: E) => (counted ? one.absolute : seasons.size === 1 ? one.episode : undefined);
	const held = regular.filter((one) => wanted.includes(numberOf(one) ?? -1));
	const unknown = wanted.filter((number) => !held.some((one) => numberOf(one) === number));
	return listed(
		held,
		unknown.map((number) => `episode ${number}`)
	);
}
