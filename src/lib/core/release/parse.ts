import { forwards, parseParts } from './parse-path.ts';
import { parseName } from './parse-name.ts';
import { splitPath } from './path.ts';
import type { Parsed, ParseOptions } from './types.ts';

export type { Parsed, ParseOptions } from './types.ts';

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
	return parsed;
}

/** Reads a path that is known to be one. */
export function parsePath(path: string, options: ParseOptions = {}): Parsed {
	const parts = path.split(/[/\\]/).filter((part) => part.trim().length > 0);
	return parts.length > 0 ? parseParts(parts, path, options) : parseName(path, options);
}
