const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

/** SHA-1 of a text in UTF-8. Only for ids that other programs derive the same way, never for secrets. */
export function sha1(text: string): Uint8Array {
	const message = new TextEncoder().encode(text);
	const padded = new DataView(new ArrayBuffer(((message.length + 8) >> 6) * 64 + 64));
	message.forEach((byte, index) => padded.setUint8(index, byte));
	padded.setUint8(message.length, 0x80);
	padded.setUint32(padded.byteLength - 4, message.length * 8);
	const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
	for (let block = 0; block < padded.byteLength; block += 64) mix(state, padded, block);
	const digest = new DataView(new ArrayBuffer(20));
	state.forEach((word, index) => digest.setUint32(index * 4, word));
	return new Uint8Array(digest.buffer);
}

function mix(state: number[], message: DataView, block: number) {
	const words: number[] = [];
	for (let i = 0; i < 80; i++) {
		words[i] =
			i < 16
				? message.getUint32(block + i * 4)
				: rotate(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
	}
	let [a, b, c, d, e] = state as [number, number, number, number, number];
	for (let i = 0; i < 80; i++) {
		const [choice, constant] =
			i < 20
				? [(b & c) | (~b & d), 0x5a827999]
				: i < 40
					? [b ^ c ^ d, 0x6ed9eba1]
					: i < 60
						? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
						: [b ^ c ^ d, 0xca62c1d6];
		const next = (rotate(a, 5) + choice + e + constant + words[i]!) | 0;
		[a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
	}
	[a, b, c, d, e].forEach((word, index) => (state[index] = (state[index]! + word) | 0));
}
