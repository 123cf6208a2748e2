import { z } from 'zod';
import { defineSource } from './define-source.ts';

const listed = z.array(
	z.object({
		id: z.number().int(),
		name: z.string(),
		enable: z.boolean().default(true),
		protocol: z.string(),
		privacy: z.string().default('private'),
		language: z.string().nullish(),
		priority: z.number().int().min(1).max(50).optional().catch(undefined)
	})
);

export const prowlarr = defineSource({
	kind: 'prowlarr',
	title: 'Prowlarr',
	placeholder: 'http://127.0.0.1:9696',
	keyPlace: 'In Prowlarr under Settings, General.',
	async list({ base, apiKey, http }, signal) {
		const indexers = await http.json(`${base}/api/v1/indexer`, {
			headers: { 'x-api-key': apiKey },
			schema: listed,
			signal
		});
		return indexers.map(({ id, name, enable, protocol, privacy, language, priority }) => ({
			remoteId: String(id),
			name,
			protocol: protocol === 'usenet' ? 'usenet' : 'torrent',
			privacy,
			language: language ?? '',
			enabled: enable,
			...(priority !== undefined && { priority }),
			feed: { url: `${base}/${id}`, apiPath: '/api', apiKey }
		}));
	}
});
