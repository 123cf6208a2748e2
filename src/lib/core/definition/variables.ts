import { hasIds, type SearchMode, type SearchQuery } from '../torznab/query.ts';
import type { Definition, SettingSpec } from './definition.ts';
import type { Value } from './template/template.ts';
import { isBlank } from './text.ts';

export type SettingValue = string | number | boolean | readonly string[] | null;
export type SettingValues = Readonly<Record<string, SettingValue | undefined>>;

const types: Record<SearchMode, string> = {
	search: 'search',
	'tv-search': 'tvsearch',
	'movie-search': 'movie',
	'music-search': 'music',
	'book-search': 'book'
};

/** Settings and constants, which every template may use. */
export function configVariables(
	definition: Definition,
	settings: SettingValues,
	baseUrl: string,
	now: number
): Map<string, Value> {
	const variables = new Map<string, Value>([
		['.Config.sitelink', baseUrl],
		['.True', 'True'],
		['.False', null],
		['.Today.Year', String(new Date(now).getFullYear())]
	]);
	for (const spec of definition.settings)
		variables.set(`.Config.${spec.name}`, settingValue(spec, settings[spec.name]));
	return variables;
}

const isOn = (value: SettingValue) => value === true || /^(?:true|1|on|yes)$/i.test(String(value));

function settingValue(spec: SettingSpec, given: SettingValue | undefined): Value {
	const value = given ?? spec.default;
	switch (spec.type) {
		case 'checkbox':
			return isOn(value) ? 'True' : null;
		case 'select': {
			const isOption = (key: SettingValue) => spec.options.some((option) => option.value === String(key));
			return isOption(value) ? textOf(value) : (spec.default ?? spec.options[0]?.value ?? null);
		}
		case 'multi-select':
			return Array.isArray(given) ? given.map(String) : spec.defaults;
		default:
			return textOf(value);
	}
}

const textOf = (value: SettingValue): string | null =>
	value === null ? null : Array.isArray(value) ? value.join(',') : String(value);

const filled = (value: string | undefined): string | null => value || null;
/** Ids and counts, of which 0 is none. */
const counted = (value: string | number | undefined): string | null =>
	value === undefined || /^0*$/.test(String(value)) ? null : String(value);

export function queryVariables(query: SearchQuery): Map<string, Value> {
	const imdb = counted(/^(?:tt)?0*(\d*)$/i.exec(query.imdbId ?? '')?.[1])?.padStart(7, '0') ?? null;
	const episode = episodeText(query);
	const year = counted(query.year);
	const words = [query.q ?? '', year ?? '', episode].filter((word) => !isBlank(word));
	return new Map<string, Value>([
		...Object.entries({
			Type: types[query.mode],
			Q: filled(query.q),
			Series: null,
			Movie: null,
			Season: query.season === undefined ? null : String(query.season),
			Ep: filled(query.episode),
			Episode: episode,
			Year: year,
			Genre: filled(query.genre),
			IMDBID: imdb && `tt${imdb}`,
			IMDBIDShort: imdb,
			TMDBID: counted(query.tmdbId),
			TVDBID: counted(query.tvdbId),
			TVRageID: counted(query.rageId),
			TVMazeID: counted(query.tvMazeId),
			TraktID: counted(query.traktId),
			DoubanID: counted(query.doubanId),
			Artist: filled(query.artist),
			Album: filled(query.album),
			Label: filled(query.label),
			Track: filled(query.track),
			Author: filled(query.author),
			Title: filled(query.title),
			Publisher: filled(query.publisher),
			Limit: counted(query.limit),
			Offset: counted(query.offset),
			Extended: null,
			APIKey: null,
			Categories: (query.categories ?? []).map(String),
			Keywords: words.join(' ')
		}).map(([name, value]) => [`.Query.${name}`, value] as [string, Value]),
		...Object.entries(kinds(query, imdb)).map(
			([name, holds]) => [`.Query.Is${name}`, holds ? 'True' : null] as [string, Value]
		)
	]);
}

const kinds = (query: SearchQuery, imdb: string | null): Record<string, boolean> => ({
	TVSearch: query.mode === 'tv-search',
	MovieSearch: query.mode === 'movie-search',
	MusicSearch: query.mode === 'music-search',
	BookSearch: query.mode === 'book-search',
	Search: query.mode === 'search',
	RssSearch: !query.q && !hasIds(query),
	IdSearch: hasIds(query),
	ImdbQuery: imdb !== null,
	TmdbQuery: Boolean(query.tmdbId),
	TvdbQuery: Boolean(query.tvdbId),
	TVRageQuery: Boolean(query.rageId),
	TvmazeQuery: Boolean(query.tvMazeId),
	TraktQuery: Boolean(query.traktId),
	DoubanQuery: Boolean(query.doubanId),
	GenreQuery: Boolean(query.genre)
});

const two = (value: number) => String(value).padStart(2, '0');
const isDay = (year: number, month: number, day: number) =>
	new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;

/** `S01E02`, `S01`, or the date of a daily show. */
export function episodeText({ season, episode = '' }: SearchQuery): string {
	if (!season) return '';
	const [month, day] = /^\d{1,2}\/\d{1,2}$/.test(episode) ? episode.split('/').map(Number) : [];
	if (month && day && season >= 1000 && isDay(season, month, day))
		return `${season}.${two(month)}.${two(day)}`;
	const start = `S${two(season)}`;
	if (isBlank(episode)) return start;
	return `${start}E${/^\d+$/.test(episode) ? two(Number(episode)) : episode}`;
}
