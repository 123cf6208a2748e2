import { open } from 'node:fs/promises';

const chunkBytes = 64 * 1024;
const lineFeed = 10;

export interface Line {
	line: string;
	/** Where the line begins in the file. */
	start: number;
	bytes: number;
}

/** The lines of a file from its end, or from a place where a line begins, to its start. */
export async function* linesBackwards(path: string, end?: number): AsyncGenerator<Line> {
	const file = await open(path, 'r');
	try {
		let position = Math.min(end ?? Infinity, (await file.stat()).size);
		let rest: Buffer = Buffer.alloc(0);
		while (position > 0) {
			const length = Math.min(chunkBytes, position);
			position -= length;
			const chunk = Buffer.alloc(length);
			await file.read(chunk, 0, length, position);
			const block = Buffer.concat([chunk, rest]);
			// What stands before the first line feed may have begun further up.
			const whole = position === 0 ? 0 : block.indexOf(lineFeed) + 1;
			if (whole > 0 || position === 0) yield* splitBackwards(block.subarray(whole), position + whole);
			rest = whole > 0 ? block.subarray(0, whole) : block;
		}
	} finally {
		await file.close();
	}
}

function* splitBackwards(block: Buffer, offset: number): Generator<Line> {
	for (let stop = block.length; stop > 0;) {
		const start = stop < 2 ? 0 : block.lastIndexOf(lineFeed, stop - 2) + 1;
		const line = block.toString('utf8', start, stop).trimEnd();
		yield { line, start: offset + start, bytes: stop - start };
		stop = start;
	}
}
