import type { SearchMode } from './query.ts';

/** The names of the modes in a caps document; music goes by two of them. */
export const modeElements: [element: string, mode: SearchMode][] = [
	['search', 'search'],
	['tv-search', 'tv-search'],
	['movie-search', 'movie-search'],
	['music-search', 'music-search'],
	['audio-search', 'music-search'],
	['book-search', 'book-search']
];
