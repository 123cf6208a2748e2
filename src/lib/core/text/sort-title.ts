import { foldLetters } from './fold-letters.ts';

const article = /^(?:the|a|an|der|die|das|le|la|les|l['’]|el|los|las|il|lo|gli)\s+(?=\S)/;

/** 'The Édge 2' -> 'edge 0000000002': how a shelf is ordered. Letters of other scripts stay as they are. */
export function sortTitle(title: string): string {
	const folded = foldLetters(title);
	const plain = folded.replace(/^[^\p{L}\p{N}]+/u, '').replace(article, '');
	return (plain || folded).replace(/\d+/g, (digits) => digits.padStart(10, '0')).trim();
}
