import type { Reading } from './reading.ts';

const hashes =
	/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
/** What obfuscating posters call their files. */
const obscure =
	/^(?:abc|123|b00bs|abc[-_. ]?xyz.*|backup_\d{5,}s\d\d-\d\d|\d{6}_\d{2}|[a-z]{11}\d{3}|[a-z]{12}\d{3}|[0-9a-f]{14,})$/;

function unpacked(text: string): string {
	return text.replace(/^_?unpack[ _]+/, '').trim();
}

function jumble(word: string): boolean {
	return word.length >= 20 && /\d/.test(word) && /[a-z]/i.test(word);
}

/** The whole name is noise: a checksum, a random string. */
export function isJunk(reading: Reading): boolean {
	const text = unpacked(reading.lower.slice(reading.from, reading.to));
	if (text.length === 0 || reading.tokens.length === 0) return true;
	if (text.length > 200) return false;
	if (hashes.test(text)) return true;
	if (
		reading.tokens.length > 3 ||
		reading.tokens.some((token) => token.hit !== undefined && token.text.length > 3)
	)
		return false;
	return (
		reading.tokens.some((token) => token.text.length >= 24 && jumble(token.text)) ||
		(reading.tokens.length === 1 && jumble(text) && text.length >= 24) ||
		(reading.tokens.length === 1 && text.length >= 30 && /^[a-z0-9]+$/.test(text))
	);
}

/** A file name that tells nothing, so that its folder must speak. */
export function isObscure(stem: string): boolean {
	const text = unpacked(stem.toLowerCase());
	return (
		hashes.test(text) ||
		obscure.test(text) ||
		(/^[a-z0-9]+$/.test(text) && text.length >= 16 && /\d/.test(text)) ||
		/^[a-z0-9]{30,}$/.test(text) ||
		/^[a-z]{10,}_[a-z]{2,6}$/.test(text)
	);
}

const backwards = /(?:^|[-._ ])(?:p027|p0801|p0612|i0801|\d{2,3}e-?\d{2}s)(?:[-._ ]|$)/;

/** "50E50S.denorD" is "Dronde.S05E05" written backwards. */
export function isReversed(lowered: string): boolean {
	return backwards.test(lowered.slice(0, 400));
}
