import type { FormatName } from './naming-formats.ts';
import { type Segment, parseTemplate, tokensOf } from './template.ts';
import { tokenValues } from './token-values.ts';

const numberKeys = new Set(['episode', 'absolute']);

/** What each pattern must hold so that no two things get one name. */
const needed: Partial<Record<FormatName, { anyOf: readonly string[]; say: string }>> = {
	movieFolder: { anyOf: ['title', 'id'], say: 'It needs the title or an id of the film.' },
	movieFile: { anyOf: ['title', 'id', 'original'], say: 'It needs the title, an id, or the original name.' },
	seriesFolder: { anyOf: ['title', 'id'], say: 'It needs the title or an id of the series.' },
	seasonFolder: { anyOf: ['season'], say: 'It needs the number of the season: {season:00}.' },
	episode: { anyOf: ['numbers', 'original'], say: 'It needs season and episode: S{season:00}E{episode:00}.' },
	dailyEpisode: {
		anyOf: ['date', 'numbers', 'original'],
		say: 'It needs {Air-Date}, or season and episode.'
	},
	animeEpisode: {
		anyOf: ['absolute', 'numbers', 'original'],
		say: 'It needs {absolute:000}, or season and episode.'
	},
	artistFolder: { anyOf: ['artist'], say: 'It needs {Artist Name}.' },
	albumFolder: { anyOf: ['title', 'id'], say: 'It needs the title of the album.' },
	track: { anyOf: ['track', 'original'], say: 'It needs {track:00} or {Track Title}.' }
};

/** What is wrong with a pattern, in sentences; empty when it can be used. */
export function validateFormat(name: FormatName, pattern: string): string[] {
	const segments = parseTemplate(pattern);
	const faults = unknownTokens(segments);
	if (/[{}]/.test(strayText(segments))) faults.push('A brace is not closed, or closes nothing.');
	if (pattern.split('/').some((part) => /^\s*\.{1,2}\s*$/.test(part)))
		faults.push('"." and ".." cannot be folders.');
	if (/^\s*[/\\]/.test(pattern)) faults.push('It begins with a slash; patterns are relative.');
	const held = new Set(
		tokensOf(segments).flatMap((token) =>
			token.kind === 'numbers' ? ['numbers', 'season'] : kindsOf(token.key)
		)
	);
	if (held.has('season') && held.has('episode')) held.add('numbers');
	const need = needed[name];
	if (need && !need.anyOf.some((kind) => held.has(kind))) faults.push(need.say);
	return faults;
}

const unknownTokens = (segments: readonly Segment[]): string[] =>
	tokensOf(segments).flatMap((token) =>
		token.kind === 'numbers' || tokenValues.has(token.key) || numberKeys.has(token.key)
			? []
			: [`{${token.written}} is not a known token.`]
	);

const strayText = (segments: readonly Segment[]): string =>
	segments
		.map((segment) =>
			segment.kind === 'text' ? segment.text : segment.kind === 'block' ? strayText(segment.inner) : ''
		)
		.join('');

function kindsOf(key: string): string[] {
	if (key === 'originaltitle' || key === 'originalfilename') return ['original'];
	if (/^(?:imdb|tmdb|tvdb|tvmaze)id$/.test(key)) return ['id'];
	if (key === 'airdate') return ['date'];
	if (key.startsWith('track')) return ['track'];
	if (key.startsWith('artist')) return ['artist'];
	if (key.startsWith('episode') && key !== 'episode') return [];
	return key.includes('title') && !key.endsWith('firstcharacter') ? ['title'] : [key];
}
