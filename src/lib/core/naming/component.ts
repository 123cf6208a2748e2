import { safeText } from './safe-text.ts';

const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What file systems allow for one name. */
export const maxComponentBytes = 255;

export const byteLength = (text: string): number => encoder.encode(text).length;

/** Cuts at a whole character, so that at most so many bytes of UTF-8 remain. */
export function cutBytes(text: string, maxBytes: number): string {
	if (byteLength(text) <= maxBytes) return text;
	let cut = '';
	let bytes = 0;
	for (const { segment } of graphemes.segment(text)) {
		bytes += byteLength(segment);
		if (bytes > maxBytes) break;
		cut += segment;
	}
	return cut;
}

/**
 * One name in a path, such as every system takes: no doubled or trailing signs, no reserved word, never empty, never
 * "..", never hidden, at most `maxBytes` long.
 */
export function component(text: string, maxBytes = maxComponentBytes, fallback = 'Unnamed'): string {
	const tidy = safeText(text, { colon: 'delete', illegal: 'delete' })
		.replace(/\(\s*\)|\[\s*\]|\{\s*\}/g, '')
		.replace(/\s+/g, ' ')
		.replace(/([[(]) | (?=[\])])/g, '$1')
		.replace(/([-._ ])\1+/g, '$1')
		.replace(/(?: - ?){2,}/g, ' - ');
	const trimmed = trimEnds(cutBytes(trimEnds(tidy), maxBytes - 1));
	return trimmed === '' ? fallback : trimmed.replace(reserved, '$&_');
}

const trimEnds = (text: string): string =>
	text.replace(/^[-._ ]+(?=[^-._ ])|^[-._ ]+$/, '').replace(/(?:[. ]|\s[-_])+$/, '');
