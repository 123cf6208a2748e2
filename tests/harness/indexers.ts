import { join } from 'node:path';
import { createIndexers, type SearchEvent, type SearchOptions, type Wish } from '#server/indexers/module.ts';
import { createHttp } from '#server/platform/http.ts';
import { createProviders } from '#server/platform/providers.ts';
import { projectRoot } from '#server/platform/root.ts';
import { createTasks } from '#server/platform/tasks.ts';
import { createWorkers } from '#server/platform/workers.ts';
import type { Config } from '#server/platform/config.ts';
import { openWorkshop } from './workshop.ts';

interface Options {
	/** Where definitions/ lies; the bundled ones unless said. */
	bundled?: string;
	/** A folder that stays, for a house that is opened again. */
	dir?: string;
}

/** The indexers of a house of their own: real database, real HTTP, real threads, a clock that can be moved. */
export async function openIndexers({ bundled = join(projectRoot, 'definitions'), dir }: Options = {}) {
	const clock = { ahead: 0 };
	const now = () => Date.now() + clock.ahead;
	const workshop = await openWorkshop({ now, ...(dir && { dir }) });
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: 'test', backoffMs: 1 });
	const workers = createWorkers({ log: workshop.log });
	const providers = createProviders({ ...workshop, http, now });
	const ending = new AbortController();
	const indexers = createIndexers({
		...workshop,
		config: { dataDir: workshop.folder, workerMax: { searches: 8 } as Config['workerMax'] },
		http,
		workers,
		providers,
		bundled,
		linkSecret: 'a secret for tests only',
		now
	});
	const tasks = createTasks({
		...workshop,
		config: { mode: 'full', timeZone: 'UTC' } as Config,
		keepRuns: () => 10
	});
	tasks.register(indexers.tasks ?? []);
	await indexers.start?.(ending.signal);

	return {
		...workshop,
		clock,
		providers,
		indexers,
		http,
		workers,
		add: (name: string, url: string, settings: Record<string, unknown> = {}, kind = 'torznab') =>
			providers.create('indexer', { kind, name, settings: { ...(url && { url }), ...settings } }).id,
		/** All that one search tells, in order. */
		async search(wish: Wish, options?: SearchOptions) {
			const events: SearchEvent[] = [];
			for await (const event of indexers.search(wish, options)) events.push(event);
			const releases = new Map(
				events.flatMap((event) =>
					event.kind === 'releases' ? event.releases.map((one) => [one.id, one] as const) : []
				)
			);
			const outcomes = events.flatMap((event) => (event.kind === 'outcome' ? [event.outcome] : []));
			return { events, releases: [...releases.values()], outcomes };
		},
		run: (task: string) => tasks.runNow(task),
		async [Symbol.asyncDispose]() {
			ending.abort();
			await tasks.stop();
			await indexers.stop?.();
			await providers.close();
			await workers.close();
			await http.close();
			workshop[Symbol.dispose]();
		}
	};
}
