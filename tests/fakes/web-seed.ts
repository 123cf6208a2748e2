import { startFake } from './http.ts';

/** Serves one file by ranges, as torrents with a web seed fetch it. */
export const startWebSeed = (content: Buffer) =>
	startFake(({ headers }) => {
		const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
		if (from === undefined) return { headers: { 'accept-ranges': 'bytes' }, body: content };
		const end = to ? Math.min(Number(to), content.length - 1) : content.length - 1;
		return {
			status: 206,
			headers: {
				'accept-ranges': 'bytes',
				'content-range': `bytes ${from}-${end}/${content.length}`,
				'content-length': String(end - Number(from) + 1)
			},
			body: content.subarray(Number(from), end + 1)
		};
	});
