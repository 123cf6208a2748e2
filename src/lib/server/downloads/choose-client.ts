import type { Protocol } from '#core/downloads/download.ts';
import { conflict, needsConfiguration, unavailable } from '#server/platform/errors.ts';
import type { ActiveProvider, Providers } from '#server/platform/providers.ts';
import { clientPort, type DownloadClient } from './clients/client.ts';

interface Wanted {
	protocol: Protocol;
	/** Of the indexer that found it. */
	tags: readonly string[];
	clientId?: number | undefined;
}

/** Those that may take it, best first. A client with tags serves only indexers that carry one of them. */
export function chooseClients(providers: Providers, { protocol, tags, clientId }: Wanted) {
	const active = providers.active<DownloadClient>(clientPort);
	if (clientId !== undefined) return [chosen(providers, active, clientId, protocol)];
	const able = active.filter(({ instance }) => instance.protocols.includes(protocol));
	const serving = able.filter(
		(each) => each.tags.length === 0 || each.tags.some((tag) => tags.includes(tag))
	);
	if (serving.length > 0) return serving;
	const resting = providers.list(clientPort).filter(({ enabled, disabledUntil }) => enabled && disabledUntil);
	if (able.length > 0)
		throw needsConfiguration('Every download client has tags, and none of them is a tag of this indexer.');
	if (resting.length > 0)
		throw unavailable(
			`No download client answers: ${resting.map(({ name, lastError }) => `${name}: ${lastError}`).join(' ')}`
		);
	throw needsConfiguration(
		protocol === 'torrent'
			? 'No download client takes torrents yet. Add one under Settings, Download clients.'
			: 'No download client takes NZB files yet. Add one under Settings, Download clients.'
	);
}

function chosen(
	providers: Providers,
	active: ActiveProvider<DownloadClient>[],
	id: number,
	protocol: Protocol
): ActiveProvider<DownloadClient> {
	const { name, lastError } = providers.of(clientPort, id);
	const found = active.find((each) => each.id === id);
	if (!found) throw unavailable(`${name} is not in use now.${lastError ? ` ${lastError}` : ''}`);
	if (!found.instance.protocols.includes(protocol))
		throw conflict(
			protocol === 'torrent' ? `${name} does not take torrents.` : `${name} does not take NZB files.`
		);
	return found;
}
