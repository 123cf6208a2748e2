import { customCategoryBase } from '#core/torznab/categories.ts';
import type { Caps } from '#core/torznab/caps.ts';
import { modeParameters, searchModes, type ModeParameter, type SearchQuery } from '#core/torznab/query.ts';
import { offeredCategories } from '#core/definition/category-map.ts';
import type { Definition } from '#core/definition/definition.ts';
import { finishReleases } from '#core/definition/finish.ts';
import { readDefinition } from '#core/definition/read-definition.ts';
import type { SettingValues } from '#core/definition/variables.ts';
import { invalid } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import type { Log } from '#server/platform/log.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { Indexer } from '../../indexer.ts';
import { createDownload } from './download.ts';
import { withMaskedFaults } from './masked.ts';
import { createSearch, type SearchOutcome } from './search.ts';
import { createSession, type SendOptions } from './session.ts';
import { createSignIn } from './sign-in.ts';
import { createThread } from './thread.ts';
import { createMask } from './trace.ts';
import { createTest } from './test-run.ts';

export interface DefinitionIndexerOptions {
	/** As read, or the text of its file. */
	definition: string | Definition;
	settings: SettingValues;
	/** The site's address if it is not the definition's first link. */
	baseUrl?: string | undefined;
	/** Of a browser that is signed in, in place of signing in. */
	sessionCookie?: string;
	http: Http;
	workers: Workers;
	log?: Log;
	clock?: () => number;
	/** Cookies kept from an earlier run, and where to keep new ones. */
	cookies?: { stored?: string | undefined; save(cookies: string): void };
	/** Longest time one step of the definition may compute. */
	timeoutMs?: number;
}

export function createDefinitionIndexer(options: DefinitionIndexerOptions): Indexer {
	const { settings, sessionCookie, http, workers, log, clock = Date.now, cookies } = options;
	const definition = requireDefinition(options.definition);
	const baseUrl = siteAddress(definition, options.baseUrl);
	const thread = createThread({
		workers,
		definition,
		settings,
		baseUrl,
		clock,
		...(options.timeoutMs && { timeoutMs: options.timeoutMs })
	});
	const session = createSession({
		http,
		baseUrl,
		requestDelaySeconds: definition.requestDelaySeconds,
		stored: cookies?.stored
	});
	const signIn = createSignIn({
		definition,
		thread,
		session,
		cookie: sessionCookie,
		onSignedIn: cookies?.save
	});
	const runSearch = createSearch({ definition, thread, session, signIn });
	const mask = createMask(definition.settings, settings, sessionCookie);

	const finished = (query: SearchQuery, outcome: SearchOutcome) =>
		finishReleases(definition, query, outcome.drafts);
	const download = createDownload({ definition, thread, session, signIn });
	return {
		caps: () => Promise.resolve(capsOf(definition)),
		search: (query, signal) =>
			withMaskedFaults(mask, async () => {
				const outcome = await runSearch(query, { signal });
				for (const { reason } of outcome.dropped) {
					log?.debug({ indexer: definition.id, reason: mask(reason) }, 'row left out');
				}
				return finished(query, outcome);
			}),
		download: (link, signal) => withMaskedFaults(mask, () => download(link, signal)),
		byHand: {
			ask: (signal) => withMaskedFaults(mask, () => signIn.ask({ signal })),
			answer: (text, signal) => withMaskedFaults(mask, () => signIn.answer(text, { signal }))
		},
		test: createTest({
			definition,
			signIn,
			mask,
			search: async (query: SearchQuery, sendOptions: SendOptions) => {
				const outcome = await runSearch(query, sendOptions);
				return { ...outcome, releases: finished(query, outcome).length };
			}
		})
	};
}

function requireDefinition(text: string | Definition): Definition {
	if (typeof text !== 'string') return text;
	const { definition, faults } = readDefinition(text);
	if (definition) return definition;
	throw invalid(`The definition cannot be used: line ${faults[0]?.line}: ${faults[0]?.message}`, faults);
}

/** A former address of the site is silently replaced by the present one. */
function siteAddress({ links, legacyLinks }: Definition, configured: string | undefined): string {
	if (!configured) return links[0]!;
	const address = configured.endsWith('/') ? configured : `${configured}/`;
	const isFormer = legacyLinks.some((link) => link.replace(/\/?$/, '/') === address);
	if (isFormer) return links[0]!;
	if (!URL.canParse(address)) throw invalid(`"${configured}" is not an address.`);
	return address;
}

export function capsOf(definition: Definition): Caps {
	const known = (names: readonly string[]) =>
		names.filter((name): name is ModeParameter => Object.hasOwn(modeParameters, name));
	return {
		modes: Object.fromEntries(
			searchModes.flatMap((mode) => (definition.modes[mode] ? [[mode, known(definition.modes[mode])]] : []))
		),
		categories: offeredCategories(definition).map((category) =>
			category.id < customCategoryBase ? category : { id: category.id, name: category.name }
		),
		rawSearch: definition.allowRawSearch,
		limits: { default: 100, max: 100 }
	};
}
