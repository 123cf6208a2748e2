import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import type { Providers } from '#server/platform/providers.ts';
import type { TaskContext } from '#server/platform/tasks.ts';
import { indexerPort, type ConfiguredIndexer } from '../configured.ts';
import type { createAsker } from '../search/ask.ts';
import { remember } from './seen.ts';

interface Deps {
	db: Db;
	bus: Bus<Events>;
	providers: Providers;
	ask: ReturnType<typeof createAsker>;
	now(): number;
}

const atOnce = 8;
const patienceMs = 60_000;

/** Looks at the newest of every indexer and keeps what was not there the last time. */
export async function pollFeeds(
	{ db, bus, providers, ask, now }: Deps,
	{ signal, progress, log }: TaskContext
) {
	const queue = providers
		.active<ConfiguredIndexer>(indexerPort)
		.filter(({ instance }) => instance.options.followFeed);
	const total = queue.length;
	let [done, fresh, failed] = [0, 0, 0];
	async function work() {
		for (let next = queue.shift(); next; next = queue.shift()) {
			signal.throwIfAborted();
			try {
				const both = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
				const { releases } = await ask(next, { mode: 'search' }, 'feed', both);
				const count = remember(db, next.id, releases, now());
				if (count) bus.emit('releases.seen', { indexerId: next.id, count });
				fresh += count;
			} catch (error) {
				signal.throwIfAborted();
				failed++;
				log.info({ err: error, indexer: next.name }, 'a feed could not be read');
			}
			progress(++done / total, next.name);
		}
	}
	await Promise.all(Array.from({ length: atOnce }, work));
	if (!total) return 'No indexer has a feed to follow.';
	return `${fresh} new in ${total - failed} of ${total} feeds.`;
}
