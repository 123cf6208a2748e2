export interface MagnetFacts {
	/** As clients name it, the one they prefer last: forty hex digits each, in small letters. */
	hashes: string[];
	name?: string;
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Nothing when the magnet names no torrent. */
export function magnetFacts(magnet: string): MagnetFacts | undefined {
	if (!/^magnet:\?/i.test(magnet)) return undefined;
	const parameters = new URLSearchParams(magnet.slice(magnet.indexOf('?') + 1));
	const hashes = [...parameters]
		.filter(([key]) => /^xt(?:\.\d+)?$/i.test(key))
		.flatMap(([, value]) => hashOf(value.trim().toLowerCase()) ?? []);
	const name = parameters.get('dn')?.trim();
	return hashes.length ? { hashes: [...new Set(hashes)], ...(name && { name }) } : undefined;
}

function hashOf(urn: string): string | undefined {
	const [, hex] = /^urn:btih:([\da-f]{40})$/.exec(urn) ?? [];
	if (hex) return hex;
	const [, letters] = /^urn:btih:([a-z2-7]{32})$/.exec(urn) ?? [];
	if (letters) return fromBase32(letters);
	// A multihash: 12 says SHA-256, 20 says thirty-two bytes. Clients go by the first twenty.
	return /^urn:btmh:1220([\da-f]{40})[\da-f]{24}$/.exec(urn)?.[1];
}

function fromBase32(letters: string): string {
	const bits = [...letters].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
	return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
}
