import type { Indexer } from '../indexer.ts';

/** What an indexer runs on is loaded once somebody asks it something; a failure is not kept. */
export function lazily<T extends Indexer>(open: () => Promise<T>): Indexer & { ready(): Promise<T> } {
	let opened: Promise<T> | undefined;
	const ready = () =>
		(opened ??= open().catch((error: unknown) => {
			opened = undefined;
			throw error;
		}));
	return {
		ready,
		caps: async (signal) => (await ready()).caps(signal),
		search: async (query, signal) => (await ready()).search(query, signal),
		download: async (link, signal) => (await ready()).download(link, signal),
		test: async (signal) => (await ready()).test(signal)
	};
}
