import type { Reading } from './reading.ts';

export interface Ids {
	tmdbId?: number;
	tvdbId?: number;
	imdbId?: string;
}

const names: Record<string, 'tmdbId' | 'tvdbId'> = {
	tmdb: 'tmdbId',
	tmdbid: 'tmdbId',
	tvdb: 'tvdbId',
	tvdbid: 'tvdbId'
};

/** {tmdb-123}, [tvdbid=45], tt0123456 */
export function findIds(reading: Reading): Ids {
	const out: Ids = {};
	const { tokens } = reading;
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i]!;
		const first = token.text.charCodeAt(0);
		if (first !== 116 || token.text.length < 4) continue;
		const field = names[token.text];
		const next = tokens[i + 1];
		if (field && next && /^\d{1,9}$/.test(next.text) && next.start - token.end === 1) out[field] = +next.text;
		else if (token.digit && /^tt\d{7,9}$/.test(token.text)) out.imdbId = token.text;
	}
	return out;
}
