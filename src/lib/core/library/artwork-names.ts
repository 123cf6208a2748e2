import { fileKind, splitEnding } from './file-kinds.ts';

export interface ArtworkName {
	role: 'poster' | 'backdrop';
	/** A season's; 0 for specials. */
	season?: number;
	/** Less is better, where several would do. */
	rank: number;
}

const posters = ['poster', 'folder', 'cover', 'movie', 'show', 'default'];
const backdrops = ['fanart', 'backdrop', 'background', 'art'];
const seasonPoster = /^season[ _.-]?(?:(\d{1,4})|(-?specials?)|(-all))(?:[ _.-]poster)?$/;

const rankIn = (names: readonly string[], word: string) => {
	const at = names.indexOf(word.replace(/\d{1,2}$/, ''));
	return at < 0 ? undefined : at * 10 + (/\d$/.test(word) ? 5 : 0);
};

function general(word: string): ArtworkName | undefined {
	const poster = rankIn(posters, word);
	if (poster !== undefined) return { role: 'poster', rank: poster };
	const backdrop = rankIn(backdrops, word);
	return backdrop === undefined ? undefined : { role: 'backdrop', rank: backdrop };
}

/**
 * What a picture beside a film or a show is, by the names that Kodi, Jellyfin, Emby and Plex know: `poster.jpg`, `fanart.png`,
 * `Film (2001)-poster.jpg`, `season01-poster.jpg`. In a folder of several films only what bears a film's name is its own.
 */
export function artworkName(
	name: string,
	{ stems, alone }: { stems: readonly string[]; alone: boolean }
): ArtworkName | undefined {
	if (fileKind(name) !== 'image') return undefined;
	const word = splitEnding(name).stem.toLowerCase();
	for (const stem of stems.map((each) => each.toLowerCase())) {
		if (word === stem) return { role: 'poster', rank: 200 };
		if (!word.startsWith(stem)) continue;
		const own = general(word.slice(stem.length).replace(/^[ _.-]+/, ''));
		if (own && /^[ _.-]/.test(word.slice(stem.length))) return { ...own, rank: own.rank - 100 };
	}
	if (!alone) return undefined;
	const season = seasonPoster.exec(word);
	if (season && !season[3]) return { role: 'poster', season: season[2] ? 0 : Number(season[1]), rank: 0 };
	return general(word);
}
