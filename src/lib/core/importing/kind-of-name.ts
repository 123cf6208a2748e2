import { isDisc } from '#core/library/disc.ts';
import { splitEnding } from '#core/library/file-kinds.ts';
import { discNumber } from '#core/library/parts.ts';
import { parse, parsePath } from '#core/release/parse.ts';

const episodeWords =
	/s\d{1,4}[ ._-]?e\d|(?<!\d)\d{1,2}x\d{2,3}(?!\d)|\b(?:e|ep|episode|folge|season|staffel|saison)[ ._-]?\d{1,4}\b|(?:19|20)\d\d[._-][01]\d[._-][0-3]\d/i;
const isSeries = new Set(['episode', 'season', 'special']);

/**
 * Whether a file is a film or an episode, where nobody has said what its folder holds. A title with a year is a film,
 * though "Metropolis.1927" could be read as episode 27 of season 19; a name that says nothing is judged by its folders.
 */
export function kindOfName(name: string, folders: readonly string[]): 'movie' | 'series' {
	if (isDisc(name)) return kindOfDisc(folders);
	const { stem } = splitEnding(name);
	if (!episodeWords.test(stem)) {
		const film = parse(stem, { kind: 'movie' });
		if (film.year !== undefined && film.title) return 'movie';
	} else if (isSeries.has(parse(stem).kind)) return 'series';
	return isSeries.has(parsePath([...folders, name].join('/')).kind) ? 'series' : 'movie';
}

/** A disc has its name from its folder, or from the one above where that only counts discs. */
function kindOfDisc(folders: readonly string[]): 'movie' | 'series' {
	const named = folders.findLastIndex((folder) => discNumber(folder) === undefined);
	return named < 0 ? 'movie' : kindOfName(`${folders[named]!}.iso`, folders.slice(0, named));
}
