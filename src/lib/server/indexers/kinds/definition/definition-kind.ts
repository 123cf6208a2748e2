import { z } from 'zod';
import { schemaOf } from '#core/form/schema-of.ts';
import type { SettingValues } from '#core/definition/variables.ts';
import type { Db } from '#server/platform/db.ts';
import { defineProvider, type KindSource, type ProviderDefinition } from '#server/platform/providers.ts';
import type { Cipher } from '#server/platform/settings/secret-values.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { ByHand } from '../../by-hand.ts';
import { commonSettings, indexerPort, type ConfiguredIndexer } from '../../configured.ts';
import type { DefinitionStore, KnownDefinition } from '../../definitions/store.ts';
import { throughSolver } from '../../solver.ts';
import { lazily } from '../lazily.ts';
import { openCookies } from './kept-cookies.ts';

interface Deps {
	db: Db;
	secrets: Cipher;
	workers: Workers;
	definitions: DefinitionStore;
}

const sessionCookie = z.string().trim().optional().meta({
	title: 'Cookie of a browser',
	description:
		'In place of signing in, for sites that ask a captcha: sign in with a browser and copy the Cookie header of a request to the site.',
	secret: true,
	advanced: true
});

const prefix = 'definition:';
export const kindOfDefinition = (id: string): string => prefix + id;
export const definitionOfKind = (kind: string): string | undefined =>
	kind.startsWith(prefix) ? kind.slice(prefix.length) : undefined;

/** Each definition is a kind of indexer with a form of its own. */
export function definitionKinds(deps: Deps): KindSource {
	const made = new Map<string, { sha256: string; provider: ProviderDefinition }>();
	function providerOf(known: KnownDefinition): ProviderDefinition {
		const before = made.get(known.id);
		if (before?.sha256 === known.sha256) return before.provider;
		const provider = definitionKind(known, deps);
		made.set(known.id, { sha256: known.sha256, provider });
		return provider;
	}
	return {
		find(kind) {
			const known = deps.definitions.find(definitionOfKind(kind) ?? '');
			return known && providerOf(known);
		},
		list: () => deps.definitions.list().map(providerOf)
	};
}

function definitionKind(known: KnownDefinition, { db, secrets, workers, definitions }: Deps) {
	const own = schemaOf(known.fields);
	const links = known.links.join(', ');
	const signsIn = known.login === 'form' || known.login === 'post';
	const settings = z.object({
		...own.shape,
		...(signsIn && { sessionCookie }),
		...commonSettings.shape,
		siteAddress: z
			.url({ protocol: /^https?$/ })
			.optional()
			.meta({
				title: 'Address of the site',
				description: `Only when it is another than ${links}.`,
				placeholder: known.links[0] ?? '',
				advanced: true
			})
	});
	return defineProvider({
		port: indexerPort,
		kind: kindOfDefinition(known.id),
		title: known.name,
		description: known.description,
		settings,
		create(given, { id, http, log }): ConfiguredIndexer {
			const values = given as Record<string, unknown>;
			const options = commonSettings.parse(values);
			const site = values['siteAddress'] as string | undefined;
			const cookie = values['sessionCookie'] as string | undefined;
			const outgoing = options.solverAddress ? throughSolver(http, options.solverAddress) : http;
			const { ready, ...indexer } = lazily(async () => {
				const { createDefinitionIndexer } = await import('./definition-indexer.ts');
				return createDefinitionIndexer({
					definition: await definitions.load(known.id),
					settings: own.parse(values) as SettingValues,
					http: outgoing.with({ perHost: { concurrency: 5 }, timeoutMs: 25_000 }),
					workers,
					log,
					...(site && { baseUrl: site }),
					...(cookie && { sessionCookie: cookie }),
					...(id > 0 && { cookies: openCookies({ db, secrets, indexerId: id }) })
				});
			});
			const byHand: ByHand = {
				ask: async (signal) => (await ready()).byHand?.ask(signal),
				answer: async (text, signal) => (await ready()).byHand?.answer(text, signal)
			};
			return {
				...indexer,
				...(known.login === 'form' && { byHand }),
				options,
				protocol: 'torrent',
				privacy: known.privacy
			};
		},
		test: async (indexer, signal) => {
			const trace = await indexer.test(signal);
			return { ok: trace.ok, message: trace.message, trace };
		}
	});
}
