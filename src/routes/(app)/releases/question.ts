/** Kinds of search that read a parameter; those that are not here go with every kind. */
const readBy: Record<string, readonly string[]> = {
	season: ['series'],
	episode: ['series'],
	absolute: ['series'],
	tvdbId: ['series'],
	tvMazeId: ['series'],
	imdbId: ['movie', 'series'],
	tmdbId: ['movie', 'series'],
	year: ['movie', 'series', 'music', 'book'],
	artist: ['music'],
	album: ['music'],
	author: ['book']
};
const ofPage = ['wait', 'movie', 'series', 'season', 'episode', 'type'];

/** What really is asked: a form sends its empty fields, and those of other kinds of search, too. */
export function tidied(given: URLSearchParams): URLSearchParams {
	const item = (['movie', 'series'] as const).find((kind) => given.get(kind));
	const type = item ?? given.get('type') ?? 'any';
	const tidy = new URLSearchParams();
	for (const [key, value] of given) {
		const says = value.trim() !== '' || key === 'q';
		if (says && key !== 'type' && (readBy[key]?.includes(type) ?? true)) tidy.append(key, value.trim());
	}
	if (type !== 'any') tidy.set('type', type);
	return tidy;
}

/** Whether more than words, kind and numbers is asked, or it is asked of some only. */
export const isWide = (given: URLSearchParams): boolean =>
	[...given.keys()].some((key) => key !== 'q' && !ofPage.includes(key));
