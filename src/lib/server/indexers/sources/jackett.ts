import {
	elementChildren,
	filterElements,
	rootElement,
	textContent,
	type ElementNode
} from '#core/definition/page/tree.ts';
import { readError } from '#core/torznab/torznab-fault.ts';
import { upstream } from '#server/platform/errors.ts';
import { defineSource, refusedKey } from './define-source.ts';
import type { RemoteIndexer } from './source.ts';

const keyPlace = 'At the top of Jackett’s page.';

export const jackett = defineSource({
	kind: 'jackett',
	title: 'Jackett',
	placeholder: 'http://127.0.0.1:9117',
	keyPlace,
	async list({ base, apiKey, http }, signal) {
		const text = await http.text(`${base}/api/v2.0/indexers/all/results/torznab/api`, {
			query: { apikey: apiKey, t: 'indexers', configured: 'true' },
			signal
		});
		const { parseXml } = await import('#core/definition/page/xml.ts');
		const root = rootElement(parseXml(text));
		const error = root && readError(root);
		if (error?.isCredential) throw refusedKey('Jackett', keyPlace);
		if (error) throw upstream(`Jackett reports: ${error.message}`);
		if (root?.name !== 'indexers') throw upstream('Jackett did not answer with its list of indexers.');
		return filterElements(root, ({ name }) => name === 'indexer').map((indexer) =>
			toRemote(indexer, base, apiKey)
		);
	}
});

function toRemote(indexer: ElementNode, base: string, apiKey: string): RemoteIndexer {
	const text = (name: string) => {
		const child = elementChildren(indexer).find((each) => each.name === name);
		return child ? textContent(child).trim() : '';
	};
	const id = indexer.attributes.get('id') ?? '';
	return {
		remoteId: id,
		name: text('title') || id,
		protocol: 'torrent',
		privacy: text('type') || 'private',
		language: text('language'),
		enabled: indexer.attributes.get('configured') !== 'false',
		feed: {
			url: `${base}/api/v2.0/indexers/${encodeURIComponent(id)}/results/torznab`,
			apiPath: '/api',
			apiKey
		}
	};
}
