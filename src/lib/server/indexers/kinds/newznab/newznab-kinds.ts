import { z } from 'zod';
import { defineProvider } from '#server/platform/providers.ts';
import type { Db } from '#server/platform/db.ts';
import type { Workers } from '#server/platform/workers.ts';
import { commonSettings, indexerPort, type ConfiguredIndexer } from '../../configured.ts';
import { throughSolver } from '../../solver.ts';
import { lazily } from '../lazily.ts';
import { openCaps } from './kept-caps.ts';

const address = z.url({
	protocol: /^https?$/,
	error: 'Give an address that starts with http:// or https://'
});

const connection = z.object({
	url: address.meta({ title: 'Address', placeholder: 'https://indexer.example' }),
	apiKey: z.string().optional().meta({ title: 'API key', secret: true }),
	apiPath: z.string().default('/api').meta({ title: 'API path', advanced: true }),
	categories: z.array(z.string().regex(/^\d+$/, 'Categories are numbers, such as 2000')).default([]).meta({
		title: 'Categories asked for',
		description: 'Numbers such as 2000 (films) or 5000 (series); empty means all.',
		advanced: true
	}),
	additionalParameters: z.string().default('').meta({
		title: 'Additional parameters',
		description: 'Added to every request, such as &dl=1.',
		advanced: true
	})
});
const settings = z.object({ ...connection.shape, ...commonSettings.shape });

/** Torznab for torrents and Newznab for Usenet: one API in two dialects. */
export function newznabKinds({ db, workers }: { db: Db; workers: Workers }) {
	const define = (kind: 'torznab' | 'newznab', title: string, description: string) => {
		const protocol = kind === 'torznab' ? ('torrent' as const) : ('usenet' as const);
		return defineProvider({
			port: indexerPort,
			kind,
			title,
			description,
			settings,
			create(given, { id, name, http }): ConfiguredIndexer {
				const options = commonSettings.parse(given);
				const outgoing = options.solverAddress ? throughSolver(http, options.solverAddress) : http;
				const { ready, ...indexer } = lazily(async () => {
					const { createNewznabIndexer } = await import('./newznab-indexer.ts');
					return createNewznabIndexer({
						name,
						protocol,
						url: given.url,
						apiPath: given.apiPath,
						...(given.apiKey && { apiKey: given.apiKey }),
						...(given.categories.length && { categories: given.categories.map(Number) }),
						additionalParameters: given.additionalParameters,
						http: outgoing.with({ perHost: { concurrency: 5 }, timeoutMs: 25_000 }),
						workers,
						...(id > 0 && { keptCaps: openCaps(db, id) })
					});
				});
				return {
					...indexer,
					renewCaps: async (signal) => (await ready()).renewCaps(signal),
					options,
					protocol,
					privacy: given.apiKey ? 'private' : 'public'
				};
			},
			test: async (indexer, signal) => {
				const trace = await indexer.test(signal);
				return { ok: trace.ok, message: trace.message, trace };
			}
		});
	};
	return [
		define('torznab', 'Torznab', 'Any Torznab address: Jackett, Prowlarr, Bijou, or a site that offers one.'),
		define('newznab', 'Newznab', 'Any Usenet indexer that speaks Newznab, with your API key.')
	];
}
