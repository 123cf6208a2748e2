import { z } from 'zod';
import {
	elementChildren,
	filterElements,
	rootElement,
	textContent,
	type ElementNode
} from '#core/definition/page/tree.ts';
import { readError } from '#core/torznab/torznab-fault.ts';
import { upstream } from '#server/platform/errors.ts';
import { defineProvider } from '#server/platform/providers.ts';
import { found } from './prowlarr.ts';
import { sourcePort, type IndexerSource, type RemoteIndexer } from './source.ts';

export const jackett = defineProvider({
	port: sourcePort,
	kind: 'jackett',
	title: 'Jackett',
	description: 'Takes over the indexers of your Jackett and keeps in step with it.',
	settings: z.object({
		url: z.url({ protocol: /^https?$/ }).meta({ title: 'Address', placeholder: 'http://127.0.0.1:9117' }),
		apiKey: z
			.string()
			.min(1, 'Give the API key: at the top of Jackett’s page')
			.meta({ title: 'API key', description: 'At the top of Jackett’s page.', secret: true }),
		takeAll: z.boolean().default(false).meta({
			title: 'Take over new ones by itself',
			description: 'Otherwise only those that you choose.'
		})
	}),
	create({ url, apiKey }, { http }): IndexerSource {
		const base = url.replace(/\/+$/, '');
		return {
			async list(signal) {
				const text = await http.text(`${base}/api/v2.0/indexers/all/results/torznab/api`, {
					query: { apikey: apiKey, t: 'indexers', configured: 'true' },
					signal
				});
				const { parseXml } = await import('#core/definition/page/xml.ts');
				const root = rootElement(parseXml(text));
				const error = root && readError(root);
				if (error) throw upstream(`Jackett reports: ${error.message}`);
				if (root?.name !== 'indexers') throw upstream('Jackett did not answer with its list of indexers.');
				return filterElements(root, ({ name }) => name === 'indexer').map((indexer) =>
					toRemote(indexer, base, apiKey)
				);
			}
		};
	},
	test: async (source, signal) => found((await source.list(signal)).length)
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
