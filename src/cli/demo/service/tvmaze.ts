// The shapes of TVmaze, as https://www.tvmaze.com/api documents them.
import type { Episode, Show } from '../world/fact.ts';
import type { World } from '../world/world.ts';
import type { Reply, Request, Route } from './reply.ts';
import { route } from './reply.ts';
import { distance, namesOf, wordsOf } from './words.ts';

/** Its numbers are others than TMDB's. */
export const tvmazeId = (show: Show) => (show.id % 90_000) + 100;

const genres: Record<string, string[]> = {
	'Sci-Fi & Fantasy': ['Science-Fiction', 'Fantasy'],
	'Action & Adventure': ['Action', 'Adventure'],
	Animation: [],
	Talk: [],
	News: []
};
const types: Record<string, string> = { Animation: 'Animation', Talk: 'Talk Show', News: 'News' };

const picture = (request: Request, name: string) => ({
	medium: `http://${String(request.headers['host'])}/uploads/images/medium_portrait/1/${name}.jpg`,
	original: `http://${String(request.headers['host'])}/uploads/images/original_untouched/1/${name}.jpg`
});
const countryOf = (code: string) => ({
	name: new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code,
	code,
	timezone: 'Europe/London'
});
const linkTo = (request: Request, path: string) => ({
	href: `http://${String(request.headers['host'])}/${path}`
});

function toShow(show: Show, request: Request) {
	const regular = show.seasons.flatMap(({ episodes }) => episodes);
	const id = tvmazeId(show);
	return {
		id,
		url: `https://www.tvmaze.com/shows/${id}`,
		name: show.title,
		type: types[show.genres[0] ?? ''] ?? 'Scripted',
		language: new Intl.DisplayNames('en', { type: 'language' }).of(show.language) ?? null,
		genres: show.genres.flatMap((name) => genres[name] ?? [name]),
		status: show.running ? 'Running' : 'Ended',
		runtime: show.minutes,
		averageRuntime: show.minutes,
		premiered: show.date,
		ended: show.running ? null : (regular.at(-1)?.date ?? null),
		officialSite: null,
		schedule: { time: '', days: [] },
		rating: { average: show.rating },
		weight: Math.round(show.popularity * 4),
		network: { id: 1, name: show.network, country: countryOf(show.country), officialSite: null },
		webChannel: null,
		dvdCountry: null,
		externals: { tvrage: null, thetvdb: show.tvdb, imdb: show.imdb ?? null },
		image: picture(request, `p${show.id}`),
		summary: `<p>${show.overview.replace('Made up for this demo.', '<b>Made up for this demo.</b>')}</p>`,
		updated: 1_700_000_000,
		_links: { self: linkTo(request, `shows/${id}`) }
	};
}

const toEpisode = (
	request: Request,
	{ id, title, season, number, date, minutes }: Episode,
	airedIn: number
) => ({
	id,
	url: `https://www.tvmaze.com/episodes/${id}`,
	name: title,
	season: season === 0 ? airedIn : season,
	number: season === 0 ? null : number,
	type: season === 0 ? 'significant_special' : 'regular',
	airdate: date ?? '',
	airtime: '',
	airstamp: date ? `${date}T12:00:00+00:00` : null,
	runtime: minutes,
	rating: { average: null },
	image: picture(request, `s${id}`),
	summary: null,
	_links: { self: linkTo(request, `episodes/${id}`) }
});

/** In the order of their dates; specials belong to the season they were shown in. */
function episodesOf(show: Show, request: Request, withSpecials: boolean) {
	const regular = show.seasons.filter(({ number }) => number > 0);
	const airedIn = (date = '') =>
		regular.findLast(({ episodes }) => (episodes[0]?.date ?? '') <= date)?.number ?? 1;
	return show.seasons
		.filter(({ number }) => withSpecials || number > 0)
		.flatMap(({ episodes }) => episodes)
		.toSorted((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9') || a.season - b.season)
		.map((episode) => toEpisode(request, episode, airedIn(episode.date)));
}

const embeds: Record<string, (show: Show, request: Request) => unknown> = {
	episodes: (show, request) => episodesOf(show, request, false),
	seasons: (show, request) =>
		show.seasons
			.filter(({ number }) => number > 0)
			.map(({ number, episodes, overview }) => ({
				id: tvmazeId(show) * 100 + number,
				url: `https://www.tvmaze.com/seasons/${tvmazeId(show) * 100 + number}`,
				number,
				name: '',
				episodeOrder: episodes.length,
				premiereDate: episodes[0]?.date ?? null,
				endDate: episodes.at(-1)?.date ?? null,
				network: null,
				webChannel: null,
				image: picture(request, `p${show.id}s${number}`),
				summary: overview || null
			})),
	cast: (show, request) =>
		show.cast.map(({ person, role }) => ({
			person: {
				id: person.id,
				name: person.name,
				country: null,
				birthday: null,
				deathday: null,
				gender: null,
				image: picture(request, `f${person.id}`)
			},
			character: { id: person.id + 1, name: role, image: null },
			self: role === 'Herself' || role === 'Himself',
			voice: false
		})),
	akas: (show) => show.aliases.map(({ country, title }) => ({ name: title, country: countryOf(country) }))
};

/** Fuzzy, as theirs is: a small slip in a word still finds the show. */
function score(show: Show, query: string): number {
	const wanted = wordsOf(query);
	const values = namesOf(show).map((name) => {
		const words = wordsOf(name);
		const found = wanted.filter((word) =>
			words.some(
				(own) => own === word || distance(own, word) <= (word.length > 4 ? 1 : 0) + (word.length > 7 ? 1 : 0)
			)
		).length;
		return found === wanted.length ? found / Math.max(words.length, wanted.length) : 0;
	});
	return Math.max(0, ...values);
}

const absent = (): Reply => ({
	status: 404,
	body: { name: 'Not Found', message: '', code: 0, status: 404 }
});

/** Answers like api.tvmaze.com, which wants no key. */
export function createTvmazeService(world: World) {
	const shows = [...world.shows.values()];
	const byId = (id: string | undefined) => shows.find((show) => tvmazeId(show) === Number(id));

	const routes: Route[] = [
		[
			/^\/search\/shows$/,
			(_, request) => ({
				body: shows
					.map((show) => ({ score: score(show, request.query.get('q') ?? ''), show: toShow(show, request) }))
					.filter((result) => result.score > 0)
					.toSorted((a, b) => b.score - a.score || b.show.weight - a.show.weight)
					.slice(0, 10)
			})
		],
		[
			/^\/lookup\/shows$/,
			(_, request) => {
				const [imdb, tvdb] = [request.query.get('imdb'), request.query.get('thetvdb')];
				const show = shows.find((each) => (imdb ? each.imdb === imdb : each.tvdb === Number(tvdb)));
				return show
					? { status: 301, headers: { location: linkTo(request, `shows/${tvmazeId(show)}`).href } }
					: absent();
			}
		],
		[
			/^\/shows\/(\d+)$/,
			([id], request) => {
				const show = byId(id);
				if (!show) return absent();
				const names = [...request.query.getAll('embed[]'), ...request.query.getAll('embed')];
				const embedded = names.flatMap((name) => (embeds[name] ? [[name, embeds[name](show, request)]] : []));
				return {
					body: {
						...toShow(show, request),
						...(names.length > 0 && { _embedded: Object.fromEntries(embedded) })
					}
				};
			}
		],
		[
			/^\/shows\/(\d+)\/episodes$/,
			([id], request) => {
				const show = byId(id);
				return show ? { body: episodesOf(show, request, request.query.get('specials') === '1') } : absent();
			}
		]
	];
	return (request: Request) => route(routes, request);
}
