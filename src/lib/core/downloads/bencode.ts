/** A value of a torrent file, and where it stands: the info hash is taken over the bytes as they are. */
export type Bencoded = number | Uint8Array | BencodedList | BencodedDictionary;
export type BencodedList = Bencoded[];
export type BencodedDictionary = Map<string, Bencoded>;

export interface Torrent {
	root: BencodedDictionary;
	/** The bytes of its `info`, from and up to. */
	info: { from: number; to: number };
}

/** Deeper than any torrent, shallower than the stack. */
const deepest = 64;
const [digit0, digit9, colon, minus, end] = [0x30, 0x39, 0x3a, 0x2d, 0x65];
const [integer, list, dictionary] = [0x69, 0x6c, 0x64];

export class BencodeFault extends Error {}

/** Reads a whole torrent file; throws when it is cut off, or none. */
export function readTorrent(bytes: Uint8Array): Torrent {
	let at = 0;
	let info: Torrent['info'] | undefined;
	const broken = (): never => {
		throw new BencodeFault(`broken at byte ${at}`);
	};

	function number(until: number): number {
		const start = at;
		if (bytes[at] === minus) at++;
		while (bytes[at]! >= digit0 && bytes[at]! <= digit9) at++;
		const digits = String.fromCharCode(...bytes.subarray(start, Math.min(at, start + 20)));
		if (bytes[at++] !== until || !/^-?\d+$/.test(digits)) broken();
		return Number(digits);
	}

	function text(): Uint8Array {
		const length = number(colon);
		if (length < 0 || at + length > bytes.length) broken();
		return bytes.subarray(at, (at += length));
	}

	function items(depth: number): BencodedList {
		const found: BencodedList = [];
		while (bytes[at] !== end) found.push(value(depth));
		at++;
		return found;
	}

	function entries(depth: number): BencodedDictionary {
		const found: BencodedDictionary = new Map();
		while (bytes[at] !== end) {
			const key = latin1(text());
			const from = at;
			found.set(key, value(depth));
			if (depth === 1 && key === 'info') info = { from, to: at };
		}
		at++;
		return found;
	}

	function value(depth: number): Bencoded {
		if (depth > deepest) broken();
		const kind = bytes[at];
		if (kind !== integer && kind !== list && kind !== dictionary) return text();
		at++;
		if (kind === integer) return number(end);
		return kind === list ? items(depth + 1) : entries(depth + 1);
	}

	const root = value(0);
	if (!(root instanceof Map) || !info || !(root.get('info') instanceof Map)) return broken();
	return { root, info };
}

const latin1 = (bytes: Uint8Array): string => {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
};
