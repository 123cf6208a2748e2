import type { Check } from '#server/platform/module.ts';
import type { Providers } from '#server/platform/providers.ts';
import { indexerPort } from './configured.ts';

/** Whether there is anything to search, and whether it answers. */
export const indexerCheck = (providers: Providers, now: () => number): Check => ({
	name: 'indexers',
	title: 'Indexers',
	run() {
		const inUse = providers.list(indexerPort).filter(({ enabled }) => enabled);
		if (inUse.length === 0) {
			return {
				state: 'needs-configuration',
				message: 'No indexer is set up, so nothing can be found.',
				action: { label: 'Add an indexer', href: '/settings/indexers/add' }
			};
		}
		const resting = inUse.filter(({ disabledUntil }) => (disabledUntil ?? 0) > now());
		const unknown = inUse.filter(({ kindTitle }) => !kindTitle);
		const amiss = [...resting, ...unknown];
		if (amiss.length === 0)
			return { state: 'ready', message: '{count} in use.', values: { count: inUse.length } };
		const names = amiss.map(({ name, lastError }) => (lastError ? `${name} (${lastError})` : name));
		return {
			state: 'degraded',
			message: 'Not answering: {names}',
			values: { names: names.join(', ') },
			action: { label: 'See indexers', href: '/settings/indexers' }
		};
	}
});
