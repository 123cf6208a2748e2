import iconv from 'iconv-lite';

const boms: [string, number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16be', [0xfe, 0xff]],
	['utf-16le', [0xff, 0xfe]]
];

const declarations = [
	/<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i,
	/^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)["']/i
];

function declared(bytes: Buffer): string | undefined {
	const head = bytes.subarray(0, 2048).toString('latin1');
	// A declaration that could be read byte by byte cannot mean UTF-16.
	const name = declarations.map((pattern) => pattern.exec(head)?.[1]).find(Boolean);
	return name && /^utf-?16/i.test(name) ? 'utf-8' : name;
}

const isUtf8 = (bytes: Buffer) => {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
};

/** Text by byte order mark, header, declaration in the document, then UTF-8 if it is, else Windows-1252. */
export function decodeText(bytes: Buffer, contentType: string | null): string {
	const bom = boms.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
	const header = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1];
	const named = [bom, header, declared(bytes)].find((name) => name && iconv.encodingExists(name));
	return iconv.decode(bytes, named ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252'));
}
