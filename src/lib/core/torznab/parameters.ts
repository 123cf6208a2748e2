import type { Caps } from './caps.ts';
import {
	idParameters,
	modeParameters,
	type ModeParameter,
	type SearchMode,
	type SearchQuery
} from './query.ts';
import type { TorznabCode } from './torznab-error.ts';

export type TorznabRequest =
	| { kind: 'caps' }
	| { kind: 'search'; query: SearchQuery }
	| { kind: 'error'; code: TorznabCode; description: string };

const modeNames: Record<string, SearchMode> = {
	search: 'search',
	tvsearch: 'tv-search',
	'tv-search': 'tv-search',
	movie: 'movie-search',
	moviesearch: 'movie-search',
	'movie-search': 'movie-search',
	music: 'music-search',
	audio: 'music-search',
	'music-search': 'music-search',
	'audio-search': 'music-search',
	book: 'book-search',
	'book-search': 'book-search'
};
const functionOf: Record<SearchMode, string> = {
	search: 'search',
	'tv-search': 'tvsearch',
	'movie-search': 'movie',
	'music-search': 'music',
	'book-search': 'book'
};

const numbers = new Set<string>(['season', 'year']);
const digitsOnly = new Set<string>(idParameters.filter((name) => name !== 'imdbid'));
const mostResults = 1000;

/** Reads the parameters of an API call; names ignore case, `imdbid` comes with and without its `tt`. */
export function readParameters(parameters: URLSearchParams): TorznabRequest {
	const given = new Map([...parameters].map(([name, value]) => [name.toLowerCase(), value.trim()]));
	const name = given.get('t')?.toLowerCase();
	if (!name) return { kind: 'error', code: 200, description: 'Missing parameter (t)' };
	if (name === 'caps') return { kind: 'caps' };
	const mode = Object.hasOwn(modeNames, name) ? modeNames[name] : undefined;
	if (!mode) return { kind: 'error', code: 202, description: `No such function (${name})` };
	const wrong = wrongParameter(given);
	if (wrong) return { kind: 'error', code: 201, description: `Incorrect parameter (${wrong})` };
	return { kind: 'search', query: buildQuery(mode, given) };
}

function wrongParameter(given: ReadonlyMap<string, string>): string | undefined {
	for (const [name, value] of given) {
		if (value === '') continue;
		if (
			(numbers.has(name) || digitsOnly.has(name) || name === 'offset' || name === 'limit') &&
			!/^\d{1,12}$/.test(value)
		)
			return name;
		if (name === 'imdbid' && !/^(?:tt)?\d{1,12}$/i.test(value)) return name;
		if (name === 'cat' && !/^\d+(?:\s*,\s*\d+)*,?$/.test(value)) return name;
	}
	return undefined;
}

function buildQuery(mode: SearchMode, given: ReadonlyMap<string, string>): SearchQuery {
	const query: Record<string, unknown> = { mode };
	for (const [name, member] of Object.entries(modeParameters)) {
		const value = given.get(name);
		if (value) query[member] = numbers.has(name) ? Number(value) : value;
	}
	const categories = [...new Set((given.get('cat') ?? '').split(',').filter(Boolean).map(Number))];
	const size = (name: string) =>
		given.get(name) ? Math.min(Number(given.get(name)), mostResults * 100) : undefined;
	const [limit, offset] = [size('limit'), size('offset')];
	return {
		...(query as unknown as SearchQuery),
		...(categories.length && { categories }),
		...(limit !== undefined && { limit: Math.min(limit, mostResults) }),
		...(offset !== undefined && { offset })
	};
}

/**
 * The parameters for asking another indexer, fitted to what it knows; nothing when it cannot answer such a query.
 * Seasons and episodes it cannot take as parameters go into the words.
 */
export function writeParameters(query: SearchQuery, caps: Caps): URLSearchParams | undefined {
	const mode = caps.modes[query.mode] ? query.mode : caps.modes.search ? 'search' : undefined;
	if (!mode) return undefined;
	const known = caps.modes[mode] ?? [];
	const parameters = new URLSearchParams({ t: functionOf[mode] });
	if (query.categories?.length) parameters.set('cat', query.categories.join(','));
	const wanted = Object.entries(modeParameters).flatMap(([name, member]) => {
		const value = query[member];
		return value === undefined || value === '' || name === 'q'
			? []
			: [[name as ModeParameter, String(value)] as const];
	});
	for (const [name, value] of wanted) if (known.includes(name)) parameters.set(name, value);
	const words = wordsFor(query, known);
	if (words) parameters.set('q', words);
	const asksIds = wanted.some(([name]) => (idParameters as readonly string[]).includes(name));
	const idGoesOut = wanted.some(
		([name]) => (idParameters as readonly string[]).includes(name) && known.includes(name)
	);
	if (asksIds && !idGoesOut && !words) return undefined;
	return parameters;
}

function wordsFor(query: SearchQuery, known: readonly ModeParameter[]): string {
	const missing = (name: ModeParameter) => !known.includes(name);
	const words = [query.q ?? ''];
	if (!query.q) {
		const named = [
			query.artist && missing('artist') ? query.artist : '',
			query.album && missing('album') ? query.album : ''
		];
		const book = [
			query.author && missing('author') ? query.author : '',
			query.title && missing('title') ? query.title : ''
		];
		words.push(...named, ...book);
	}
	const hasWords = words.some(Boolean);
	if (hasWords && query.year && missing('year')) words.push(String(query.year));
	if (hasWords && query.season !== undefined && missing('season')) words.push(seasonWord(query));
	return words.filter(Boolean).join(' ').trim();
}

function seasonWord({ season, episode }: SearchQuery): string {
	const two = (value: number | string) => String(value).padStart(2, '0');
	if (episode?.includes('/')) return `${season} ${episode.replace('/', ' ')}`;
	return `S${two(season!)}${episode ? `E${two(episode)}` : ''}`;
}
