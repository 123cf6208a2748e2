export const isAscii = /^[\x20-\x7e]*$/;

const folded = new Map<number, string>([
	[0x2018, "'"],
	[0x2019, "'"],
	[0x2032, "'"],
	[0x201c, '"'],
	[0x201d, '"'],
	[0x2013, '-'],
	[0x2014, '-'],
	[0x2010, '-'],
	[0x2011, '-'],
	[0x2012, '-'],
	[0x3010, '['],
	[0x3011, ']'],
	[0x3014, '['],
	[0x3015, ']'],
	[0x300c, '['],
	[0x300d, ']'],
	[0x3000, ' '],
	[0x00a0, ' '],
	[0xfeff, ' '],
	[0x301c, '~'],
	[0x2044, '/'],
	[0x00ba, 'º'],
	[0x00b0, 'º']
]);

function foldChar(code: number, char: string): string {
	if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return ' ';
	if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
	// zero-width, bidi controls and exotic spaces: they hide in pasted names and separate nothing visible
	if (code >= 0x2000 && code <= 0x200f) return ' ';
	if ((code >= 0x2028 && code <= 0x202f) || (code >= 0x2060 && code <= 0x206f)) return ' ';
	return folded.get(code) ?? char;
}

/** Brings look-alike punctuation, full-width letters and invisible characters to ASCII, one character for one, so that places in the result are places in the input. */
export function fold(input: string): string {
	if (isAscii.test(input)) return input;
	let out = '';
	for (let i = 0; i < input.length; i++) {
		const code = input.charCodeAt(i);
		out += code >= 0x20 && code < 0x7f ? input[i] : foldChar(code, input[i]!);
	}
	return out;
}

/** Lower case of the same length (a few letters grow when lowered). */
export function lower(text: string): string {
	const low = text.toLowerCase();
	if (low.length === text.length) return low;
	let out = '';
	for (let i = 0; i < text.length; i++) {
		const char = text[i]!;
		const small = char.toLowerCase();
		out += small.length === 1 ? small : char;
	}
	return out;
}

export const han = /[\u3400-\u9fff\uf900-\ufaff]/;
export const kana = /[\u3040-\u30ff]/;
export const hangul = /[\uac00-\ud7af]/;
export const cyrillic = /[\u0400-\u04ff]/;
export const latin = /[a-z\u00c0-\u024f]/i;
