import { z } from 'zod';
import { defineProvider } from '#server/platform/providers.ts';
import { sourcePort, type IndexerSource } from './source.ts';

const listed = z.array(
	z.object({
		id: z.number().int(),
		name: z.string(),
		enable: z.boolean().default(true),
		protocol: z.string(),
		privacy: z.string().default('private'),
		language: z.string().nullish()
	})
);

export const prowlarr = defineProvider({
	port: sourcePort,
	kind: 'prowlarr',
	title: 'Prowlarr',
	description: 'Takes over the indexers of your Prowlarr and keeps in step with it.',
	settings: z.object({
		url: z.url({ protocol: /^https?$/ }).meta({ title: 'Address', placeholder: 'http://127.0.0.1:9696' }),
		apiKey: z
			.string()
			.min(1, 'Give the API key: Settings, General in Prowlarr')
			.meta({ title: 'API key', description: 'In Prowlarr under Settings, General.', secret: true }),
		takeAll: z.boolean().default(false).meta({
			title: 'Take over new ones by itself',
			description: 'Otherwise only those that you choose.'
		})
	}),
	create({ url, apiKey }, { http }): IndexerSource {
		const base = url.replace(/\/+$/, '');
		return {
			async list(signal) {
				const indexers = await http.json(`${base}/api/v1/indexer`, {
					headers: { 'x-api-key': apiKey },
					schema: listed,
					signal
				});
				return indexers.map(({ id, name, enable, protocol, privacy, language }) => ({
					remoteId: String(id),
					name,
					protocol: protocol === 'usenet' ? 'usenet' : 'torrent',
					privacy,
					language: language ?? '',
					enabled: enable,
					feed: { url: `${base}/${id}`, apiPath: '/api', apiKey }
				}));
			}
		};
	},
	test: async (source, signal) => found((await source.list(signal)).length)
});

export const found = (count: number): string =>
	count === 0 ? 'It answers, but has no indexer yet.' : `It answers and has ${count} indexers.`;
