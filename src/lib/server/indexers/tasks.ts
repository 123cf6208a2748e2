import { said } from '#core/text/said.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Events } from '#server/events.ts';
import type { Db } from '#server/platform/db.ts';
import type { Http } from '#server/platform/http.ts';
import { faultText } from '#server/platform/jobs/retry.ts';
import type { Providers } from '#server/platform/providers.ts';
import type { Settings } from '#server/platform/settings.ts';
import { defineTask, type TaskDefinition } from '#server/platform/tasks.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { Asks } from './asks.ts';
import { syncArchive } from './definitions/archive.ts';
import type { DefinitionStore } from './definitions/store.ts';
import { pollFeeds } from './feed/poll.ts';
import { forget } from './feed/seen.ts';
import { renewCaps } from './renew-caps.ts';
import type { createAsker } from './search/ask.ts';
import { indexerSettings } from './settings.ts';
import { sourcePort } from './sources/source.ts';
import type { Takeover } from './sources/takeover.ts';

interface Deps {
	db: Db;
	bus: Bus<Events>;
	http: Http;
	workers: Workers;
	providers: Providers;
	settings: Settings;
	asks: Asks;
	definitions: DefinitionStore;
	takeover: Takeover;
	ask: ReturnType<typeof createAsker>;
	now(): number;
}

const day = 86_400_000;
const mostSeen = 100_000;

export const archiveTask = 'indexers.archive';

export const indexerTasks = (deps: Deps): TaskDefinition[] => [
	defineTask({
		id: 'indexers.feeds',
		title: 'Look at what indexers have new',
		description: 'Reads the feed of every indexer that is followed and remembers what it saw.',
		every: '15m',
		async run(context) {
			const result = await pollFeeds(deps, context);
			const { keepSeenDays, keepStatisticsDays } = deps.settings.get(indexerSettings);
			forget(deps.db, { before: deps.now() - keepSeenDays * day, keep: mostSeen });
			deps.asks.forgetBefore(deps.now() - keepStatisticsDays * day);
			return result;
		}
	}),
	defineTask({
		id: 'indexers.caps',
		title: 'Ask indexers what they can do',
		description: 'Kinds of search and categories of every Newznab and Torznab address.',
		every: '1d',
		run: (context) => renewCaps(deps.providers, context)
	}),
	defineTask({
		id: archiveTask,
		title: 'Fetch the archive of indexer definitions',
		description: 'From the address under Settings, Searching.',
		every: '1d',
		async run({ signal }) {
			// Not every file system tells of changes in the folder.
			await deps.definitions.rescan(signal);
			const { archiveAddress } = deps.settings.get(indexerSettings);
			if (!archiveAddress) {
				const { removed } = await deps.definitions.replace('archive', [], signal);
				return removed
					? said('Removed {count} {count|definition|definitions} of the former archive.', { count: removed })
					: 'No archive is set.';
			}
			const archive = { http: deps.http, workers: deps.workers, store: deps.definitions };
			const { added, changed, removed, faulty } = await syncArchive(archiveAddress, archive, signal);
			const counts = { added, changed, removed, faulty };
			return faulty
				? said('{added} new, {changed} changed, {removed} removed. {faulty} cannot be used.', counts)
				: said('{added} new, {changed} changed, {removed} removed.', counts);
		}
	}),
	defineTask({
		id: 'indexers.sources',
		title: 'Keep in step with Prowlarr and Jackett',
		every: '1h',
		async run({ signal }) {
			const lines: string[] = [];
			const sources = deps.providers.list(sourcePort).filter(({ enabled }) => enabled);
			for (const { id, name } of sources) {
				try {
					const { added, changed, gone, back } = await deps.takeover.sync(id, signal);
					deps.providers.success(id);
					lines.push(`${name}: ${added} new, ${changed} changed, ${gone} gone, ${back} back.`);
				} catch (error) {
					signal.throwIfAborted();
					deps.providers.failure(id, error);
					lines.push(`${name}: ${faultText(error)}`);
				}
			}
			return lines.join(' ') || 'Nothing is connected.';
		}
	})
];
