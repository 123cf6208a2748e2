// TVmaze needs no key. Its answers: https://www.tvmaze.com/api (shows, embedded episodes, cast, other names).
import { decodeHTML } from 'entities/decode';
import { z } from 'zod';
import { isAbsent, type Cached } from '../cache.ts';
import { codeOf, languageOf } from './languages.ts';
import type { EpisodeFacts, Hit, MetadataSource, PersonCredit, SeriesFacts } from '../source.ts';

const text = z
	.string()
	.nullish()
	.transform((value) => value || undefined);
const number = z
	.number()
	.nullish()
	.transform((value) => value ?? undefined);
/** Pictures are named by source and path, so that nobody can make us fetch from elsewhere. */
const toRef = (url: string | undefined) =>
	url && URL.canParse(url) ? `tvmaze${new URL(url).pathname}` : undefined;

const image = z
	.object({ medium: text, original: text })
	.nullish()
	.transform((value) => toRef(value?.original ?? value?.medium));
const station = z.object({ name: text }).nullish();

const show = z.object({
	id: z.number(),
	name: z.string(),
	language: text,
	genres: z.array(z.string()).nullish(),
	status: text,
	runtime: number,
	averageRuntime: number,
	premiered: text,
	ended: text,
	rating: z.object({ average: number }).nullish(),
	weight: number,
	network: station,
	webChannel: station,
	externals: z.object({ thetvdb: number, imdb: text }).nullish(),
	image,
	summary: text
});
type Show = z.output<typeof show>;

const episode = z.object({
	name: text,
	season: z.number(),
	number: z.number().nullish(),
	type: text,
	airdate: text,
	runtime: number,
	image,
	summary: text
});

const whole = show.extend({
	_embedded: z.object({
		episodes: z.array(episode).nullish(),
		seasons: z.array(z.object({ number: z.number(), name: text, image, summary: text })).nullish(),
		cast: z
			.array(
				z.object({
					person: z.object({ name: z.string(), image }),
					character: z.object({ name: text }).nullish()
				})
			)
			.nullish(),
		akas: z.array(z.object({ name: z.string(), country: z.object({ code: text }).nullish() })).nullish()
	})
});

/** Summaries are little pieces of HTML. */
const plain = (html: string | undefined) =>
	html &&
	(decodeHTML(html.replace(/<br\s*\/?>|<\/p>\s*<p>/gi, '\n').replace(/<[^>]+>/g, '')).trim() || undefined);
const known = <T extends object>(facts: T) =>
	Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

const common = (from: Show) => ({
	source: 'tvmaze',
	ids: known({ tvmaze: from.id, imdb: from.externals?.imdb, tvdb: from.externals?.thetvdb }),
	title: from.name,
	year: from.premiered ? Number(from.premiered.slice(0, 4)) : undefined,
	overview: plain(from.summary),
	posterPath: from.image,
	rating: from.rating?.average
});

const toHit = (from: Show): Hit =>
	known({ ...common(from), kind: 'series' as const, popularity: from.weight }) as Hit;

/** Specials come without a number, or with one of their own; they go to season 0 in their order. */
function toEpisodes(episodes: z.output<typeof episode>[]): EpisodeFacts[] {
	let special = 0;
	let absolute = 0;
	return episodes.map((from) => {
		const isRegular = from.number != null && (from.type === undefined || from.type === 'regular');
		return known({
			season: isRegular ? from.season : 0,
			number: isRegular ? from.number! : ++special,
			absolute: isRegular ? ++absolute : undefined,
			title: from.name,
			overview: plain(from.summary),
			airDate: from.airdate,
			runtimeMinutes: from.runtime,
			stillPath: from.image
		}) as EpisodeFacts;
	});
}

function toSeries(
	from: z.output<typeof whole>,
	episodes: z.output<typeof episode>[],
	today: string
): SeriesFacts {
	const { cast, seasons, akas } = from._embedded;
	const dated = episodes.flatMap(({ airdate }) => airdate ?? []).toSorted();
	return known({
		...common(from),
		kind: 'series' as const,
		originalLanguage: codeOf(from.language),
		genres: from.genres ?? [],
		studios: [],
		runtimeMinutes: from.averageRuntime ?? from.runtime,
		aliases: (akas ?? []).map(
			({ name, country }) =>
				known({ title: name, language: languageOf(country?.code) }) as SeriesFacts['aliases'][number]
		),
		credits: (cast ?? []).slice(0, 30).map(
			({ person, character }) =>
				known({
					name: person.name,
					department: 'cast' as const,
					role: character?.name,
					photoPath: person.image
				}) as PersonCredit
		),
		status: from.status,
		network: from.network?.name ?? from.webChannel?.name,
		firstAired: from.premiered,
		lastAired: dated.findLast((date) => date <= today),
		nextAired: dated.find((date) => date > today),
		seasons: (seasons ?? []).map(
			({ number, name, image: posterPath, summary }) =>
				known({ number, title: name, posterPath, overview: plain(summary) }) as SeriesFacts['seasons'][number]
		),
		episodes: toEpisodes(episodes),
		orders: []
	}) as SeriesFacts;
}

const day = 86_400_000;
const embed = 'embed[]=seasons&embed[]=cast&embed[]=akas';

export function createTvmaze({
	get,
	baseUrl,
	now
}: {
	get: Cached;
	baseUrl: string;
	now: () => number;
}): MetadataSource {
	return {
		id: 'tvmaze',
		async search(kind, title, { signal } = {}) {
			if (kind === 'movie') return [];
			const results = await get(`${baseUrl}/search/shows`, {
				schema: z.array(z.object({ show })),
				query: { q: title },
				maxAgeMs: day,
				...(signal && { signal })
			});
			return results.map((result) => toHit(result.show));
		},
		async find(kind, { imdb, tvdb }, signal) {
			if (kind === 'movie' || (!imdb && !tvdb)) return undefined;
			const query = imdb ? { imdb } : { thetvdb: tvdb };
			const request = get(`${baseUrl}/lookup/shows`, {
				schema: show,
				query,
				maxAgeMs: day,
				...(signal && { signal })
			});
			return request.then(toHit, (error: unknown) => {
				if (isAbsent(error)) return undefined;
				throw error;
			});
		},
		async series(id, { signal } = {}) {
			const options = { maxAgeMs: day, ...(signal && { signal }) };
			const [main, episodes] = await Promise.all([
				get(`${baseUrl}/shows/${id}?${embed}`, { schema: whole, ...options }),
				get(`${baseUrl}/shows/${id}/episodes`, {
					schema: z.array(episode),
					query: { specials: 1 },
					...options
				})
			]);
			return toSeries(main, episodes, new Date(now()).toISOString().slice(0, 10));
		}
	};
}
