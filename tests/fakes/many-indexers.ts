import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { startTorznab } from './torznab.ts';

export interface ManyIndexers {
	count: number;
	rowsEach: number;
	slowestMs: number;
}

/** Many indexers in a thread of their own, so that what they compute is not measured as ours. */
export async function startManyIndexers(options: ManyIndexers) {
	const thread = new Worker(new URL(import.meta.url), { workerData: options });
	const urls = await new Promise<string[]>((resolve, reject) => {
		thread.once('message', resolve);
		thread.once('error', reject);
	});
	return { urls, [Symbol.asyncDispose]: async () => void (await thread.terminate()) };
}

async function serve({ count, rowsEach, slowestMs }: ManyIndexers) {
	const fakes = await Promise.all(
		Array.from({ length: count }, (_, n) =>
			startTorznab({
				delayMs: 20 + Math.round(((slowestMs - 20) * n) / (count - 1)),
				releases: () => Array.from({ length: rowsEach }, (_, row) => listed(n, row))
			})
		)
	);
	parentPort!.postMessage(fakes.map(({ url }) => url));
}

/** Every fifth is listed at all of them. */
const listed = (indexer: number, row: number) => ({
	title:
		row % 5
			? `Film.${indexer}.${row}.2020.1080p.WEB-DL.x264-GRP`
			: `Shared.Film.${row}.2020.1080p.BluRay.x264-GRP`,
	guid: `g-${indexer}-${row}`,
	sizeBytes: 1e9 + row * 5e7,
	category: 2040
});

if (!isMainThread && workerData) await serve(workerData as ManyIndexers);
