import { looksLikeMusic, readMusic } from './music.ts';
import { parseName } from './parse-name.ts';
import { forwards, parseParts } from './parse-path.ts';
import { splitPath } from './path.ts';
import type { Parsed, ParseOptions } from './types.ts';

export type { Parsed, ParseOptions } from './types.ts';

function withMusic(parsed: Parsed, name: string): Parsed {
	const music = readMusic(name.slice(name.lastIndexOf('/') + 1));
	return {
		...parsed,
		...music,
		kind: 'music',
		reject: parsed.reject && !music.artist,
		...(music.album && { title: music.album })
	};
}

/** Reads a release name, a file name or a whole path. */
export function parse(name: string, options: ParseOptions = {}): Parsed {
	const parts = splitPath(name);
	if (parts) return parseParts(parts, name, options);
	const readable = forwards(name);
	const parsed = parseName(readable, options);
	if (readable !== name) {
		parsed.name = name;
		if (parsed.marks) parsed.marks = [];
	}
	return looksLikeMusic(name, options) ? withMusic(parsed, name) : parsed;
}

/** Reads a path that is known to be one. */
export function parsePath(path: string, options: ParseOptions = {}): Parsed {
	const parts = path.split(/[/\\]/).filter((part) => part.trim().length > 0);
	return parts.length > 0 ? parseParts(parts, path, options) : parseName(path, options);
}
