import { stat } from 'node:fs/promises';
import { mapPath } from '#core/downloads/map-path.ts';
import type { Check, CheckResult } from '#server/platform/module.ts';
import type { ActiveProvider, Providers } from '#server/platform/providers.ts';
import { clientPort, type DownloadClient } from './clients/client.ts';

const page = `/settings/providers/${clientPort}`;
const patienceMs = 5_000;

/** Whether there is a client, whether it answers, and whether Bijou sees what it fetches. */
export const clientChecks = (providers: Providers, now: () => number): Check[] => [
	{
		name: 'download-clients',
		title: 'Download clients',
		run(): CheckResult {
			const inUse = providers.list(clientPort).filter(({ enabled }) => enabled);
			if (inUse.length === 0) {
				return {
					state: 'needs-configuration',
					message: 'No download client is set up, so nothing that is found can be fetched.',
					action: { label: 'Add a download client', href: `${page}/add` }
				};
			}
			const amiss = inUse.filter(
				({ disabledUntil, kindTitle }) => (disabledUntil ?? 0) > now() || !kindTitle
			);
			if (amiss.length === 0)
				return { state: 'ready', message: '{count} in use.', values: { count: inUse.length } };
			const names = amiss.map(({ name, lastError }) => (lastError ? `${name} (${lastError})` : name));
			return {
				state: 'degraded',
				message: 'Not answering: {names}',
				values: { names: names.join(', ') },
				action: { label: 'See download clients', href: page }
			};
		}
	},
	{
		name: 'download-folders',
		title: 'Folders of download clients',
		async run(): Promise<CheckResult> {
			const active = providers.active<DownloadClient>(clientPort);
			const hidden = (await Promise.all(active.map(hiddenFolder))).filter((line) => line !== undefined);
			if (hidden.length === 0) return { state: 'ready', message: 'Bijou sees what its clients fetch.' };
			return {
				state: 'degraded',
				message: hidden.join(' '),
				action: { label: 'See download clients', href: page }
			};
		}
	}
];

async function hiddenFolder({ name, instance }: ActiveProvider<DownloadClient>): Promise<string | undefined> {
	// A client that does not answer is told of above.
	const folder = await instance.folder?.(AbortSignal.timeout(patienceMs)).catch(() => undefined);
	if (!folder) return undefined;
	const here = mapPath(folder, instance.mappings);
	const seen = await stat(here).then(
		(found) => found.isDirectory(),
		() => false
	);
	if (seen) return undefined;
	return here === folder
		? `${name} saves to ${folder}, which Bijou cannot see. Say under the client where that is for Bijou.`
		: `${name} saves to ${folder}, which should be ${here} for Bijou, but is not there.`;
}
