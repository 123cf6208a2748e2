import type { ClipName } from './clips.ts';

/** One video on the shelf. */
export interface Entry {
	/** Below its root; `{tmdb}` stands for the id that the world gives it. */
	path: string;
	/** `Title 1922` or the title of a show: what it truly is. Missing for what nobody knows. */
	is?: string;
	clip: ClipName;
	/** Left for a person to decide; the right answer should be offered first. */
	unsure?: boolean;
	/** Languages of subtitles beside it, such as `de` or `en.forced`. */
	beside?: string[];
	/** Languages of subtitles inside it. */
	inside?: string[];
}

export interface Root {
	name: string;
	kind: 'movie' | 'series';
	seriesType?: 'anime';
	entries: Entry[];
	/** Other files, by their paths: NFO, samples of text. */
	notes: Record<string, string>;
}

type More = Omit<Entry, 'path' | 'is' | 'clip'>;

export const entry = (path: string, is: string | undefined, clip: ClipName, more: More = {}): Entry => ({
	path,
	...(is && { is }),
	clip,
	...more
});
