import type { NumberToken } from './template.ts';

export const multiEpisodeStyles = [
	'extend',
	'duplicate',
	'repeat',
	'scene',
	'range',
	'prefixed-range'
] as const;
export type MultiEpisodeStyle = (typeof multiEpisodeStyles)[number];

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** "S01E01-E03" and its kin. `between` is what stands around the numbers, which a duplicate repeats. */
export function episodeNumbers(
	season: number,
	episodes: readonly number[],
	token: NumberToken,
	style: MultiEpisodeStyle,
	between: string
): string {
	const { mark, joint, seasonDigits, episodeDigits } = token;
	const head = `${mark}${pad(season, seasonDigits)}`;
	const numbers = episodes.map((episode) => pad(episode, episodeDigits));
	const [first = '', ...rest] = numbers;
	const start = `${head}${joint}${first}`;
	if (rest.length === 0) return start;
	const last = rest.at(-1)!;
	switch (style) {
		case 'extend':
			return `${start}-${rest.join('-')}`;
		case 'duplicate':
			return numbers.map((number) => `${head}${joint}${number}`).join(between);
		case 'repeat':
			return start + rest.map((number) => `${joint}${number}`).join('');
		case 'scene':
			return start + rest.map((number) => `-${joint}${number}`).join('');
		case 'range':
			return `${start}-${last}`;
		case 'prefixed-range':
			return `${start}-${joint}${last}`;
	}
}

/** Absolute numbers, or episodes without their season. */
export function plainNumbers(
	numbers: readonly number[],
	digits: number,
	style: MultiEpisodeStyle,
	between: string
): string {
	const padded = numbers.map((number) => pad(number, digits));
	if (padded.length < 2) return padded.join('');
	if (style === 'range' || style === 'prefixed-range') return `${padded[0]}-${padded.at(-1)}`;
	return padded.join(style === 'duplicate' ? between : '-');
}
