import { parsePath } from '#core/release/parse.ts';
import type { Parsed } from '#core/release/types.ts';

export interface ParseRequest {
	kind: 'movie' | 'series';
	paths: string[];
}

export default function parsePaths({ kind, paths }: ParseRequest): Parsed[] {
	return paths.map((path) => parsePath(path, { kind }));
}
