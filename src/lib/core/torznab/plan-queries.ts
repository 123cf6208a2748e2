import type { Caps } from './caps.ts';
import { idParameters, modeParameters, type ModeParameter, type SearchQuery } from './query.ts';

/** What somebody looks for, in as many words as they know; each indexer is asked what it understands. */
export interface Wish extends SearchQuery {
	/** The main title first, then others it goes by; without them `q` is the words. */
	titles?: readonly string[];
	/** Number across all seasons, by which anime is named. */
	absolute?: number;
}

const mostTitles = 3;
const two = (value: number | string) => String(value).padStart(2, '0');

/**
 * Rounds of queries for one indexer: the next is asked only when those before brought nothing. Ids go first because
 * they find the thing and nothing else; a season is one query, never one for each way to write a pack.
 */
export function planQueries(wish: Wish, caps: Caps): SearchQuery[][] {
	const wordRound = inWords(wish, caps);
	const rounds = [byIds(wish, caps), wordRound].filter((round) => round.length > 0);
	if (rounds.length || asksSomething(wish)) return rounds;
	return [[plain(wish, caps)]];
}

const rest = ({ categories, limit, offset, interactive }: Wish) => ({
	...(categories?.length && { categories }),
	...(limit !== undefined && { limit }),
	...(offset !== undefined && { offset }),
	...(interactive !== undefined && { interactive })
});

const wordsOf = ({ titles, q }: Wish): string[] => {
	const given = titles?.length ? titles : [q ?? ''];
	return [...new Set(given.map((title) => title.trim()).filter(Boolean))].slice(0, mostTitles);
};

const asksSomething = (wish: Wish): boolean =>
	wordsOf(wish).length > 0 ||
	(Object.keys(modeParameters) as ModeParameter[]).some((name) => {
		const value = wish[modeParameters[name]];
		return value !== undefined && value !== '' && name !== 'season' && name !== 'ep';
	});

function plain(wish: Wish, caps: Caps): SearchQuery {
	return { mode: caps.modes[wish.mode] ? wish.mode : 'search', ...rest(wish) };
}

function byIds(wish: Wish, caps: Caps): SearchQuery[] {
	const known = caps.modes[wish.mode];
	if (!known) return [];
	const ids = idParameters.filter((name) => known.includes(name) && wish[modeParameters[name]]);
	if (!ids.length) return [];
	const named = Object.fromEntries(ids.map((name) => [modeParameters[name], wish[modeParameters[name]]]));
	const query: SearchQuery = { mode: wish.mode, ...named, ...rest(wish) };
	if (wish.season) {
		if (!known.includes('season')) return [];
		query.season = wish.season;
		if (wish.episode && known.includes('ep')) query.episode = wish.episode;
	} else if (wish.season === 0) {
		return [];
	}
	const queries = wish.season === undefined && wish.absolute !== undefined ? [] : [query];
	if (wish.absolute !== undefined && known.includes('q'))
		queries.push({ mode: wish.mode, ...named, q: two(wish.absolute), ...rest(wish) });
	return queries;
}

function inWords(wish: Wish, caps: Caps): SearchQuery[] {
	const titles = wordsOf(wish);
	if (!titles.length) return fieldsOnly(wish, caps);
	const queries = titles.flatMap((title) => titleQueries(title, wish, caps));
	const seen = new Map(queries.map((query) => [JSON.stringify(query), query]));
	return [...seen.values()];
}

function titleQueries(title: string, wish: Wish, caps: Caps): SearchQuery[] {
	const known = caps.modes[wish.mode];
	const queries: SearchQuery[] = [];
	const numbered = wish.season !== undefined || wish.absolute === undefined;
	if (numbered) queries.push(fitted(title, wish, known ?? []));
	if (wish.absolute !== undefined)
		queries.push({ mode: 'search', q: `${title} ${two(wish.absolute)}`, ...rest(wish) });
	return queries.map((query) => (caps.modes[query.mode] ? query : { ...query, mode: wish.mode }));
}

/** Seasons and years as parameters where the mode reads them, else as words. */
function fitted(title: string, wish: Wish, known: readonly ModeParameter[]): SearchQuery {
	const { season, episode, year } = wish;
	const reads = (name: ModeParameter) => known.includes(name);
	const base = { ...rest(wish) };
	if (season !== undefined) {
		const asParameters = season > 0 && reads('q') && reads('season') && (!episode || reads('ep'));
		if (asParameters) return { mode: wish.mode, q: title, season, ...(episode && { episode }), ...base };
		return { mode: 'search', q: `${title} ${seasonWords(season, episode)}`, ...base };
	}
	const mode = reads('q') ? wish.mode : 'search';
	if (!year) return { mode, q: title, ...base };
	return mode === wish.mode && reads('year')
		? { mode, q: title, year, ...base }
		: { mode, q: title.includes(String(year)) ? title : `${title} ${year}`, ...base };
}

function seasonWords(season: number, episode: string | undefined): string {
	const day = /^(\d{1,2})\/(\d{1,2})$/.exec(episode ?? '');
	if (day) return `${season} ${two(day[1]!)} ${two(day[2]!)}`;
	return `S${two(season)}${episode ? `E${two(episode)}` : ''}`;
}

const wordFields = ['artist', 'album', 'author', 'title', 'publisher', 'label', 'track'] as const;

/** Music and books have their words in fields; where the mode does not read them all they become plain words. */
function fieldsOnly(wish: Wish, caps: Caps): SearchQuery[] {
	const used = wordFields.filter((name) => wish[name]);
	if (!used.length) return [];
	const known = caps.modes[wish.mode] ?? [];
	if (used.every((name) => known.includes(name))) {
		const named = Object.fromEntries(used.map((name) => [name, wish[name]]));
		return [{ mode: wish.mode, ...named, ...rest(wish) }];
	}
	const q = used.map((name) => wish[name]).join(' ');
	return [{ mode: known.includes('q') ? wish.mode : 'search', q, ...rest(wish) }];
}
