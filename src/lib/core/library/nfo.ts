import { XMLParser } from 'fast-xml-parser';

/** What Kodi's NFO files say of a film, a show or an episode: https://kodi.wiki/view/NFO_files */
export interface Nfo {
	kind: 'movie' | 'series' | 'episode';
	title?: string;
	originalTitle?: string;
	sortTitle?: string;
	year?: number;
	overview?: string;
	tagline?: string;
	runtimeMinutes?: number;
	rating?: number;
	votes?: number;
	certification?: string;
	genres: string[];
	studios: string[];
	tmdbId?: number;
	imdbId?: string;
	tvdbId?: number;
	season?: number;
	episode?: number;
	airDate?: string;
	collection?: string;
	cast: { name: string; role?: string }[];
	directors: string[];
	writers: string[];
}

const parser = new XMLParser({
	ignoreAttributes: false,
	attributeNamePrefix: '@',
	parseTagValue: false,
	processEntities: { enabled: true, maxTotalExpansions: 200, maxExpandedLength: 20_000 },
	stopNodes: ['*.fileinfo']
});

type Node = Record<string, unknown>;
const roots: Record<string, Nfo['kind']> = { movie: 'movie', tvshow: 'series', episodedetails: 'episode' };
const longest = 2_000_000;

/** A file may hold several episodes one after the other, and Kodi allows a bare address of TMDB or IMDb in or behind it. */
export function parseNfo(text: string): Nfo[] {
	if (text.length > longest) return [];
	const xml = text.replace(/^\uFEFF/, '').replace(/<\?xml[^>]*\?>/g, '');
	const found = readXml(xml);
	const linked = idsInLinks(text);
	if (found.length === 0) {
		return linked.tmdbId === undefined && linked.imdbId === undefined
			? []
			: [
					{
						kind: linked.kind ?? 'movie',
						genres: [],
						studios: [],
						cast: [],
						directors: [],
						writers: [],
						...linked.ids
					}
				];
	}
	return found.length === 1 && found[0]!.tmdbId === undefined && found[0]!.imdbId === undefined
		? [{ ...linked.ids, ...found[0]! }]
		: found;
}

function readXml(xml: string): Nfo[] {
	let document: Node;
	try {
		document = parser.parse(
			`<nfo>${xml.slice(Math.max(0, xml.indexOf('<')), xml.lastIndexOf('>') + 1)}</nfo>`
		) as Node;
	} catch {
		return [];
	}
	const top = document['nfo'];
	if (typeof top !== 'object' || top === null) return [];
	return Object.entries(roots).flatMap(([tag, kind]) =>
		list((top as Node)[tag]).flatMap((node) =>
			typeof node === 'object' && node !== null ? [read(kind, node as Node)] : []
		)
	);
}

const list = (value: unknown): unknown[] =>
	value === undefined ? [] : Array.isArray(value) ? value : [value];

function text(value: unknown): string | undefined {
	const first = list(value)[0];
	const plain = typeof first === 'object' && first !== null ? (first as Node)['#text'] : first;
	const trimmed = typeof plain === 'string' || typeof plain === 'number' ? String(plain).trim() : '';
	return trimmed || undefined;
}
const texts = (value: unknown) => list(value).flatMap((each) => text(each)?.split(/\s*\/\s*/) ?? []);

function number(value: unknown): number | undefined {
	const read = Number.parseFloat(text(value)?.replace(',', '') ?? '');
	return Number.isFinite(read) ? read : undefined;
}
const positive = (value: unknown): number | undefined => {
	const read = number(value);
	return read !== undefined && Number.isSafeInteger(read) && read > 0 ? read : undefined;
};

function idsOf(node: Node): Pick<Nfo, 'tmdbId' | 'imdbId' | 'tvdbId'> {
	const unique = new Map(
		list(node['uniqueid']).map((each) => [String((each as Node)?.['@type'] ?? '').toLowerCase(), text(each)])
	);
	const plain = text(node['id']);
	const imdb =
		unique.get('imdb') ??
		text(node['imdbid']) ??
		text(node['imdb_id']) ??
		(plain?.startsWith('tt') ? plain : undefined);
	return known({
		tmdbId: positive(unique.get('tmdb')) ?? positive(node['tmdbid']),
		imdbId: imdb && /^tt\d{6,9}$/.test(imdb) ? imdb : undefined,
		tvdbId: positive(unique.get('tvdb')) ?? positive(node['tvdbid'])
	});
}

const known = <T extends object>(facts: T) =>
	Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
		[K in keyof T]?: Exclude<T[K], undefined>;
	};

function ratingOf(node: Node): { rating?: number; votes?: number } {
	const ratings = list((node['ratings'] as Node | undefined)?.['rating']) as Node[];
	const chosen = ratings.find((rating) => rating?.['@default'] === 'true') ?? ratings[0];
	const rating = chosen ? number(chosen['value']) : number(node['rating']);
	const votes = chosen ? number(chosen['votes']) : number(node['votes']);
	return known({ rating: rating !== undefined && rating >= 0 && rating <= 10 ? rating : undefined, votes });
}

const date = (value: unknown) => /^\d{4}-\d{2}-\d{2}/.exec(text(value) ?? '')?.[0];

function read(kind: Nfo['kind'], node: Node): Nfo {
	const premiered = date(node['premiered']) ?? date(node['aired']) ?? date(node['releasedate']);
	const year =
		number(node['year']) ?? (premiered && kind !== 'episode' ? Number(premiered.slice(0, 4)) : undefined);
	const set = node['set'];
	return {
		kind,
		genres: texts(node['genre']),
		studios: texts(node['studio']),
		directors: texts(node['director']),
		writers: texts(node['credits']),
		cast: (list(node['actor']) as Node[]).flatMap((actor) => {
			const name = text(actor?.['name']);
			const role = text(actor?.['role']);
			return name ? [{ name, ...(role && { role }) }] : [];
		}),
		...known({
			title: text(node['title']),
			originalTitle: text(node['originaltitle']),
			sortTitle: text(node['sorttitle']),
			year: year !== undefined && year > 1850 && year < 2200 ? year : undefined,
			overview: text(node['plot']) ?? text(node['outline']),
			tagline: text(node['tagline']),
			runtimeMinutes: positive(node['runtime']),
			certification: text(node['mpaa']) ?? text(node['certification']),
			season: number(node['season']),
			episode: number(node['episode']),
			airDate: date(node['aired']),
			collection: text((set as Node | undefined)?.['name'] ?? set)
		}),
		...ratingOf(node),
		...idsOf(node)
	};
}

function idsInLinks(text: string) {
	const tmdb = /themoviedb\.org\/(movie|tv)\/(\d{1,9})/i.exec(text);
	const imdb = /imdb\.com\/title\/(tt\d{6,9})/i.exec(text);
	const tvdb = /thetvdb\.com\/[^\s<]*?(?:series(?:id)?[=/]|id=)(\d{1,9})/i.exec(text);
	const ids = known({
		tmdbId: tmdb ? Number(tmdb[2]) : undefined,
		imdbId: imdb?.[1],
		tvdbId: tvdb ? Number(tvdb[1]) : undefined
	});
	const kind: Nfo['kind'] | undefined = tmdb
		? tmdb[1] === 'tv'
			? 'series'
			: 'movie'
		: tvdb
			? 'series'
			: undefined;
	return { ids, kind, ...ids };
}
