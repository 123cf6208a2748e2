import { foldLetters } from './fold-letters.ts';

/** 'Amélie & Løwe!' -> 'amelie-and-lowe'. Letters of other scripts stay as they are. */
export function slug(text: string): string {
	return foldLetters(text)
		.replaceAll('&', ' and ')
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}
