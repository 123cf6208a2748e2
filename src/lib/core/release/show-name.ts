import { fold, lower } from './fold.ts';
import type { Reading } from './reading.ts';

const word = /[\p{L}\p{N}]+/gu;
let last: { show: string; words: string[] } = { show: '', words: [] };

/** Files of one show come one after the other, so the last answer is kept. */
function wordsOf(show: string): string[] {
	if (last.show !== show) last = { show, words: lower(fold(show)).replaceAll("'", '').match(word) ?? [] };
	return last.words;
}

/**
 * The token behind the show's name, where the name begins with it: "Room 104 - 05" counts no 104th episode. The name may
 * also be all there is: "24.mkv" below "24/Season 1" is the 24th.
 */
export function behindShow({ tokens }: Reading, start: number, show: string | undefined): number {
	if (show === undefined) return start;
	let at = start;
	for (const each of wordsOf(show)) if (tokens[at++]?.text.replaceAll("'", '') !== each) return start;
	for (let i = at; i < tokens.length; i++) if (tokens[i]!.digit && tokens[i]!.hit?.weight !== 3) return at;
	return start;
}
