import { upstream } from '#server/platform/errors.ts';

const [quote, backslash] = [0x22, 0x5c];
const opens = new Set([0x5b, 0x7b]);
const closes = new Set([0x5d, 0x7d]);
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d, 0x2c]);
const bracket = 0x5b;

/** The objects of one long JSON array as they arrive: a hundred megabytes are never parsed at once. */
export async function* arrayItems(chunks: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
	let depth = 0;
	let isText = false;
	let isEscaped = false;
	let isComplete = false;
	let parts: Buffer[] = [];
	for await (const chunk of chunks) {
		let from = depth > 1 ? 0 : -1;
		for (let at = 0; at < chunk.length; at += 1) {
			const byte = chunk[at]!;
			if (isText) {
				if (isEscaped) isEscaped = false;
				else if (byte === backslash) isEscaped = true;
				else if (byte === quote) isText = false;
			} else if (byte === quote && depth > 0) isText = true;
			else if (opens.has(byte)) {
				if (depth === 0 && byte !== bracket) throw upstream('It answered with something else than a list.');
				if (depth === 1) from = at;
				depth += 1;
			} else if (closes.has(byte)) {
				depth -= 1;
				if (depth === 0) isComplete = true;
				if (depth !== 1) continue;
				yield parsed(Buffer.concat([...parts, chunk.subarray(from, at + 1)]));
				parts = [];
				from = -1;
			} else if (depth === 0 && !blanks.has(byte))
				throw upstream('It answered with something else than a list.');
		}
		if (from >= 0) parts.push(chunk.subarray(from));
	}
	if (!isComplete) throw upstream('Its answer broke off in the middle.');
}

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString());
	} catch (cause) {
		throw upstream('Its answer is not valid JSON.', cause);
	}
}
