import iconv from 'iconv-lite';

const kept = /^[\w\-.!*()]$/;

const isUtf8 = (encoding: string) => /^utf-?8$/i.test(encoding);
const usable = (encoding: string) => (iconv.encodingExists(encoding) ? encoding : 'utf-8');

export const encodingExists = (encoding: string): boolean => iconv.encodingExists(encoding);

export function decodeBytes(bytes: Uint8Array, encoding: string): string {
	return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), usable(encoding));
}

/** As a form writes it: blank is a plus, what the encoding lacks becomes `?`. */
export function encodeForm(text: string, encoding = 'utf-8'): string {
	let out = '';
	for (const char of text) {
		if (kept.test(char)) out += char;
		else if (char === ' ') out += '+';
		else
			for (const byte of bytesOf(char, encoding))
				out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return out;
}

const bytesOf = (text: string, encoding: string): Uint8Array =>
	isUtf8(encoding) ? new TextEncoder().encode(text) : iconv.encode(text, usable(encoding));

export function decodeForm(text: string, encoding = 'utf-8'): string {
	const bytes: number[] = [];
	for (let at = 0; at < text.length; at++) {
		const char = String.fromCodePoint(text.codePointAt(at)!);
		const hex = char === '%' ? /^[\da-fA-F]{2}/.exec(text.slice(at + 1, at + 3))?.[0] : undefined;
		if (hex) bytes.push(parseInt(hex, 16));
		else if (char === '+') bytes.push(0x20);
		else bytes.push(...bytesOf(char, encoding));
		at += hex ? 2 : char.length - 1;
	}
	return decodeBytes(Uint8Array.from(bytes), encoding);
}

/** Names and values of a query; the text after `?` and before `#`. */
export function queryPairs(address: string): [name: string, value: string][] {
	const start = address.indexOf('?');
	if (start < 0) return [];
	const query = address.slice(start + 1).split('#', 1)[0]!;
	return query.split('&').flatMap((part) => {
		const at = part.indexOf('=');
		const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
		return part ? [[decodeForm(name), decodeForm(value)] as [string, string]] : [];
	});
}
