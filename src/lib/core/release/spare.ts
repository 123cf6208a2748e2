import type { Reading } from './reading.ts';
import type { Hit } from './scan.ts';

const yearShape = /^(?:19[2-9]\d|20[0-6]\d)$/;
const articles = new Set(['the', 'a', 'an', 'of', 'la', 'le', 'el', 'der', 'die', 'das']);
const fields = ['source', 'resolution', 'codec', 'audio'] as const;

/** A word of the title before the year that the release says again behind it. */
function isTitleWord(reading: Reading, hit: Hit, hits: Hit[]): boolean {
	const { tokens } = reading;
	const before = tokens[hit.first - 1];
	const year = tokens.findIndex((token, i) => i >= hit.last && !token.letter && yearShape.test(token.text));
	if (year < 0 || before?.hit || tokens[hit.first]!.box >= 0) return false;
	for (let i = hit.last; i < year; i++)
		if ((tokens[i]!.hit?.weight ?? 0) > 1 || tokens[i]!.digit) return false;
	if (year === hit.last && !articles.has(before?.text ?? '')) return false;
	return hits.some(
		(other) =>
			other.first > year && other.weight > 1 && fields.some((field) => hit.sets[field] && other.sets[field])
	);
}

/** "The 720p Conspiracy 2019 1080p": takes the first known word back when it is part of the title. */
export function spareTitleWord(reading: Reading, hits: Hit[]): void {
	const index = hits.findIndex((hit) => hit.weight === 3);
	const hit = hits[index];
	if (!hit || hit.first > 12 || !isTitleWord(reading, hit, hits)) return;
	for (let i = hit.first; i < hit.last; i++) reading.tokens[i]!.hit = undefined;
	hits.splice(index, 1);
}
