import type { Film, Show } from '../world/fact.ts';

export const byFame = (a: Film | Show, b: Film | Show) => b.popularity - a.popularity;
export const byRating = (a: Film | Show, b: Film | Show) => b.rating - a.rating || b.votes - a.votes;
export const byDate = (a: Film | Show, b: Film | Show) => b.date.localeCompare(a.date);

/** The filters of `discover` and their like. */
export function discover<T extends Film | Show>(
	works: T[],
	query: URLSearchParams,
	genres: Record<string, number>
): T[] {
	const wanted = (query.get('with_genres') ?? '').split(/[,|]/).filter(Boolean).map(Number);
	const isAny = query.get('with_genres')?.includes('|') ?? false;
	const year = query.get('primary_release_year') ?? query.get('year') ?? query.get('first_air_date_year');
	const bound = (edge: string) =>
		query.get(`primary_release_date.${edge}`) ??
		query.get(`release_date.${edge}`) ??
		query.get(`first_air_date.${edge}`);
	const [from, to] = [bound('gte'), bound('lte')];
	const language = query.get('with_original_language');
	const found = works.filter((work) => {
		const own = work.genres.map((name) => genres[name]);
		const fits =
			wanted.length === 0 ||
			(isAny ? wanted.some((id) => own.includes(id)) : wanted.every((id) => own.includes(id)));
		return (
			fits &&
			(!year || work.date.startsWith(year)) &&
			(!from || work.date >= from) &&
			(!to || work.date <= to) &&
			(!language || work.language === language) &&
			work.rating >= Number(query.get('vote_average.gte') ?? 0) &&
			work.votes >= Number(query.get('vote_count.gte') ?? 0)
		);
	});
	const [key = 'popularity', direction = 'desc'] = (query.get('sort_by') ?? 'popularity.desc').split('.');
	const order = key.startsWith('vote_average') ? byRating : /date$/.test(key) ? byDate : byFame;
	const sorted = found.toSorted(order);
	return direction === 'asc' ? sorted.reverse() : sorted;
}
