import type { Reading } from './reading.ts';
import type { Parsed } from './types.ts';

const names = new Map<string, 'tmdbId' | 'tvdbId'>(
	Object.entries({
		tmdb: 'tmdbId',
		tmdbid: 'tmdbId',
		tvdb: 'tvdbId',
		tvdbid: 'tvdbId'
	})
);

/** {tmdb-123}, [tvdbid=45], tt0123456 */
export function addIds(out: Parsed, reading: Reading): void {
	const { tokens } = reading;
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i]!;
		const first = token.text.charCodeAt(0);
		if (first !== 116 || token.text.length < 4) continue;
		const field = names.get(token.text);
		const next = tokens[i + 1];
		if (field && next && /^\d{1,9}$/.test(next.text) && next.start - token.end === 1) out[field] = +next.text;
		else if (token.digit && /^tt\d{7,9}$/.test(token.text)) out.imdbId = token.text;
	}
}
