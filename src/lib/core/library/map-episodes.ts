import { similarity } from '#core/matching/similarity.ts';
import type { Parsed } from '#core/release/types.ts';
import type { EpisodeIndex, KnownEpisode } from './episode-index.ts';

export type Numbering = Pick<
	Parsed,
	'seasons' | 'episodes' | 'absolute' | 'absoluteSpecial' | 'airDate' | 'special' | 'episodeTitle' | 'part'
>;

export type Mapped =
	| { episodes: KnownEpisode[] }
	/** The name tells a number that no source knows yet. */
	| { unknown: { season: number; number: number; airDate?: string }[] }
	| { reason: string };

/** Which episodes a file holds. */
export function mapEpisodes(
	read: Numbering,
	known: EpisodeIndex,
	seriesType: 'standard' | 'anime' | 'daily' = 'standard'
): Mapped {
	if (read.airDate !== undefined) return byDate(read.airDate, read.part, known);
	const season = read.seasons[0];
	if (read.episodes.length > 0)
		return bySeason(season ?? 1, read.episodes, known, seriesType, season !== undefined);
	if (read.absolute.length > 0) return byAbsolute(read.absolute, known);
	const specials = read.absoluteSpecial ?? [];
	if (specials.length > 0) return byPlace(0, specials.map(Math.floor), known);
	if ((read.special || season === 0) && read.episodeTitle) return byTitle(read.episodeTitle, known);
	if (read.part !== undefined) return byPlace(season ?? 1, [read.part], known);
	return { reason: 'Its name tells no episode.' };
}

function byPlace(season: number, numbers: readonly number[], known: EpisodeIndex): Mapped {
	const found = numbers.flatMap((number) => known.at(season, number) ?? []);
	if (found.length > 0) return { episodes: found };
	return { unknown: numbers.map((number) => ({ season, number })) };
}

function bySeason(
	season: number,
	numbers: readonly number[],
	known: EpisodeIndex,
	seriesType: string,
	isSaid: boolean
): Mapped {
	if (numbers.some((number) => known.at(season, number))) return byPlace(season, numbers, known);
	const split = isSaid ? undefined : byHundreds(numbers, known);
	if (split) return split;
	const absolute = numbers.flatMap((number) => known.absolute(number) ?? []);
	// Anime is often numbered through in one season, whatever the source does.
	const isThrough = season <= 1 && (seriesType === 'anime' || !isSaid);
	if (isThrough && absolute.length === numbers.length) return { episodes: absolute };
	return byPlace(season, numbers, known);
}

function byAbsolute(numbers: readonly number[], known: EpisodeIndex): Mapped {
	const found = numbers.flatMap((number) => known.absolute(number) ?? []);
	if (found.length > 0) return { episodes: found };
	return byHundreds(numbers, known) ?? byPlace(1, numbers, known);
}

/** "Show 203" where no episode is counted so high: the third of the second season. */
function byHundreds(numbers: readonly number[], known: EpisodeIndex): Mapped | undefined {
	const found = numbers.flatMap((number) => known.at(Math.floor(number / 100), number % 100) ?? []);
	return numbers.every((number) => number > 100) && found.length === numbers.length
		? { episodes: found }
		: undefined;
}

function byDate(date: string, part: number | undefined, known: EpisodeIndex): Mapped {
	const found = known.on(date);
	if (found.length > 1)
		return { episodes: part === undefined ? found.slice(0, 1) : found.slice(part - 1, part) };
	if (found.length === 1) return { episodes: [...found] };
	return { reason: `No episode is known of ${date}.` };
}

function byTitle(title: string, known: EpisodeIndex): Mapped {
	const ranked = known
		.specials()
		.filter((episode) => episode.title !== null)
		.map((episode) => ({ episode, alike: similarity(title, episode.title!) }))
		.sort((a, b) => b.alike - a.alike);
	const [best] = ranked;
	if (best && best.alike >= 0.75) return { episodes: [best.episode] };
	return { reason: `No special is called "${title}".` };
}
