/** Keeps the last `limit` bytes of what a program writes. */
export function createOutput(limit: number, onFull: (() => void) | undefined) {
	let chunks: Buffer[] = [];
	let bytes = 0;
	return {
		add(chunk: Buffer): void {
			chunks.push(chunk);
			bytes += chunk.length;
			if (bytes > limit) onFull?.();
			// Joined only when twice too long, so a chatty program costs no copy per chunk.
			if (bytes > limit * 2) {
				chunks = [Buffer.concat(chunks).subarray(-limit)];
				bytes = limit;
			}
		},
		text: (): string => Buffer.concat(chunks).subarray(-limit).toString('utf8')
	};
}
