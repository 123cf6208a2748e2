import { StringDecoder } from 'node:string_decoder';

const longestLine = 64 * 1024;

/** Cuts a stream of bytes into lines, at \n or \r; a line that never ends is given out in pieces. */
export function createLineSplitter(onLine: (line: string) => void): {
	add(chunk: Buffer): void;
	end(): void;
} {
	const decoder = new StringDecoder('utf8');
	let rest = '';
	return {
		add(chunk) {
			const lines = (rest + decoder.write(chunk)).split(/[\r\n]+/);
			rest = lines.pop() ?? '';
			for (const line of lines) if (line) onLine(line);
			for (; rest.length > longestLine; rest = rest.slice(longestLine)) onLine(rest.slice(0, longestLine));
		},
		end() {
			const last = rest + decoder.end();
			rest = '';
			if (last) onLine(last);
		}
	};
}
