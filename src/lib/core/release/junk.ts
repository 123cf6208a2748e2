import type { Reading } from './reading.ts';

const hashes =
	/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
/** What is left of a poster's subject line when its file is a bare id: 'password - "0a1b...".12 yEnc (1/9)'. */
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const postersWords = /\b(?:password|yenc|rar|par2|part|vol)\b|\d+/g;
/** What obfuscating posters call their files. */
const obscure =
	/^(?:abc|123|\d{5}|vts_\d\d_\d|[a-z]+_\d{5,}s\d\d-\d\d|\d{6}_\d{2}|[a-z]{11,12}\d{3}|[0-9a-f]{14,})$/;

function unpacked(text: string): string {
	return text.replace(/^_?unpack[ _]+/, '').trim();
}

/** How a character counts when we ask whether a word is random. */
function sort(code: number): number {
	if (code >= 48 && code <= 57) return 1;
	if (code >= 65 && code <= 90) return 2;
	return code >= 97 && code <= 122 ? 3 : 0;
}

/** Letters and digits, large and small, change too often for a word anyone chose. */
export function isRandom(word: string): boolean {
	if (word.length < 16 || word.length > 128) return false;
	let changes = 0;
	let digitRuns = 0;
	for (let i = 1; i < word.length; i++) {
		const a = sort(word.charCodeAt(i - 1));
		const b = sort(word.charCodeAt(i));
		if (a === 0 || b === 0) return false;
		if (a !== b) {
			changes++;
			if (b === 1) digitRuns++;
		}
	}
	return digitRuns > 1 && changes / word.length > (word.length >= 22 ? 0.2 : 0.35);
}

/** The whole name is noise: a checksum, a random string, a poster's password line. */
export function isJunk(reading: Reading): boolean {
	if (reading.tokens.length === 0) return true;
	// a poster's subject line has the most words of all junk
	if (reading.tokens.length > 14) return false;
	const text = unpacked(reading.lower.slice(reading.from, reading.to));
	if (text.length > 300) return false;
	const rest = text.replace(uuid, '');
	if (hashes.test(text) || (rest !== text && !/[\p{L}\p{N}]/u.test(rest.replace(postersWords, ''))))
		return true;
	if (
		reading.tokens.length > 3 ||
		reading.tokens.some((token) => token.hit !== undefined && token.text.length > 3)
	)
		return false;
	const words = reading.tokens.map((token) => reading.text.slice(token.start, token.end));
	if (words.some((word) => isRandom(word))) return true;
	const only = words.length === 1 ? words[0]! : '';
	return (
		(only.length >= 24 && /^[a-z0-9]+$/i.test(only) && /\d/.test(only)) ||
		(only.length >= 30 && /^[a-z]+$/i.test(only))
	);
}

/** A file name that tells nothing, so that its folder must speak. */
export function isObscure(stem: string): boolean {
	const text = unpacked(stem.toLowerCase());
	return (
		hashes.test(text) ||
		obscure.test(text) ||
		isRandom(stem) ||
		(/^[a-z0-9]+$/.test(text) && text.length >= 16 && /\d/.test(text)) ||
		/^[a-z0-9]{30,}$/.test(text) ||
		/^[a-z]{10,}_[a-z]{2,6}$/.test(text) ||
		/(?:^|[._ -])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{12,}(?:[._ -][a-z]{2,5})?$/.test(text)
	);
}

const backwards = /(?:^|[-._ ])(?:p027|p0801|p0612|i0801|\d{2,3}e-?\d{2}s)(?:[-._ ]|$)/;

/** "50E50S.denorD" is "Dronde.S05E05" written backwards. */
export function isReversed(lowered: string): boolean {
	return backwards.test(lowered.slice(0, 400));
}
