import type { Providers } from '#server/platform/providers.ts';
import type { Asks } from './asks.ts';
import { indexerPort, type ConfiguredIndexer } from './configured.ts';
import type { Download } from './indexer.ts';

interface Deps {
	providers: Providers;
	asks: Asks;
	now(): number;
}

/** Fetches what a download client takes; a magnet costs the indexer nothing and is not counted. */
export function createGrab({ providers, asks, now }: Deps) {
	return async function download(id: number, link: string, signal?: AbortSignal): Promise<Download> {
		if (/^magnet:/i.test(link)) return { magnet: link };
		const { name } = providers.of(indexerPort, id);
		const instance = providers.instance<ConfiguredIndexer>(id);
		asks.require(name, id, 'grab', instance.options);
		const [at, started] = [now(), performance.now()];
		const note = (ok: boolean) =>
			asks.note({
				indexerId: id,
				at,
				purpose: 'grab',
				requests: 1,
				ok,
				ms: Math.round(performance.now() - started),
				found: 0
			});
		try {
			const result = await instance.download(link, signal);
			note(true);
			return result;
		} catch (error) {
			if (!signal?.aborted) note(false);
			throw error;
		}
	};
}
