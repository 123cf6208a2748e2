import { join } from 'node:path';
import type { Caps } from '#core/torznab/caps.ts';
import type { Wish } from '#core/torznab/plan-queries.ts';
import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Config } from '#server/platform/config.ts';
import type { Db } from '#server/platform/db.ts';
import type { Http } from '#server/platform/http.ts';
import type { Log } from '#server/platform/log.ts';
import type { Module } from '#server/platform/module.ts';
import type { Providers, ProviderView } from '#server/platform/providers.ts';
import type { Cipher } from '#server/platform/settings/secret-values.ts';
import type { Settings } from '#server/platform/settings.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { ByHand } from './by-hand.ts';
import { createAsks, type Standing } from './asks.ts';
import { indexerCheck } from './checks.ts';
import { indexerPort, type ConfiguredIndexer } from './configured.ts';
import { createDefinitionStore, type DefinitionStore } from './definitions/store.ts';
import { after, newest, type SeenRelease } from './feed/seen.ts';
import { createGrab } from './grab.ts';
import type { Download, Trace } from './indexer.ts';
import { definitionKinds, kindOfDefinition } from './kinds/definition/definition-kind.ts';
import { forgetCaps } from './kinds/newznab/kept-caps.ts';
import { newznabKinds } from './kinds/newznab/newznab-kinds.ts';
import { presets } from './presets.ts';
import type { Found, Outcome, SearchEvent } from './search/found.ts';
import { createSearch, type SearchOptions } from './search/search.ts';
import { indexerSettings } from './settings.ts';
import { createSignedLinks, type SignedLinks } from './signed-links.ts';
import { jackett } from './sources/jackett.ts';
import { allLinks } from './sources/links.ts';
import { prowlarr } from './sources/prowlarr.ts';
import { sourcePort } from './sources/source.ts';
import { createTakeover, type Takeover } from './sources/takeover.ts';
import { indexerTasks } from './tasks.ts';

export type { Download, Found, Outcome, SearchEvent, SearchOptions, SeenRelease, Standing, Trace, Wish };

export interface IndexerView extends ProviderView {
	protocol: 'torrent' | 'usenet';
	/** The source it was taken over from. */
	sourceId?: number;
}

export interface Indexers extends Module {
	list(): IndexerView[];
	definitions: DefinitionStore;
	kindOfDefinition(id: string): string;
	presets: typeof presets;
	takeover: Takeover;
	caps(id: number, signal?: AbortSignal): Promise<Caps>;
	/** For sites that may ask a person when signing in. */
	byHand(id: number): ByHand | undefined;
	/** Ids of those in use and not resting. */
	inUse(): number[];
	search(wish: Wish, options?: SearchOptions): AsyncGenerator<SearchEvent, void>;
	/** What a download client takes, fetched from the indexer within its limits. */
	download(id: number, link: string, signal?: AbortSignal): Promise<Download>;
	/** Addresses of releases as others may see them. */
	links: SignedLinks;
	/** A definition that is not kept, tried with these settings. */
	tryDefinition(text: string, settings: Record<string, unknown>, signal?: AbortSignal): Promise<Trace>;
	statistics(since: number): Standing[];
	used: ReturnType<typeof createAsks>['used'];
	/** The newest releases the feeds have shown, newest first. */
	recent(limit: number): SeenRelease[];
	/** Those seen after this one, oldest first. */
	seenAfter(id: number, limit: number): SeenRelease[];
}

interface Deps {
	config: Pick<Config, 'dataDir' | 'workerMax'>;
	db: Db;
	bus: Bus<Events>;
	log: Log;
	http: Http;
	secrets: Cipher;
	settings: Settings;
	providers: Providers;
	workers: Workers;
	/** Where definitions/ lies. */
	bundled: string;
	/** Signs links to releases. */
	linkSecret: string;
	now?: () => number;
}

export function createIndexers(deps: Deps): Indexers {
	const { config, db, bus, log, http, secrets, settings, providers, workers, now = Date.now } = deps;
	settings.register([indexerSettings]);
	const definitions = createDefinitionStore({
		db,
		log,
		workers,
		bundled: join(deps.bundled, 'indexers'),
		folder: join(config.dataDir, 'definitions'),
		changed(ids) {
			providers.kindsChanged(indexerPort, ids.map(kindOfDefinition));
			bus.emit('definitions.changed', {});
		},
		now
	});
	providers.register(newznabKinds({ db, workers }), {
		port: indexerPort,
		title: 'Indexers',
		description: 'Where Bijou looks for releases.',
		href: '/settings/indexers'
	});
	providers.registerSource(indexerPort, definitionKinds({ db, secrets, workers, definitions }));
	providers.register([prowlarr, jackett], {
		port: sourcePort,
		title: 'Prowlarr and Jackett',
		description: 'Programs whose indexers Bijou takes over.',
		href: '/settings/indexers/sources'
	});

	const asks = createAsks({ db, now });
	const limits = () => {
		const { deadlineSeconds, cacheMinutes } = settings.get(indexerSettings);
		return { deadlineMs: deadlineSeconds * 1000, cacheMs: cacheMinutes * 60_000 };
	};
	const searching = createSearch({ providers, asks, most: config.workerMax.searches, limits, now });
	const takeover = createTakeover({ db, providers });
	const instance = (id: number) => providers.instance<ConfiguredIndexer>(providers.of(indexerPort, id).id);
	const off = bus.on('provider.changed', ({ port, id, what }) => {
		if (port !== indexerPort) return;
		searching.forget(id);
		if (what === 'changed') forgetCaps(db, id);
	});

	return {
		list() {
			const sources = new Map(allLinks(db).map((link) => [link.indexerId, link.sourceId]));
			return providers.list(indexerPort).map((view) => {
				const sourceId = sources.get(view.id);
				const protocol = view.kind === 'newznab' ? 'usenet' : 'torrent';
				return { ...view, protocol, ...(sourceId !== undefined && { sourceId }) };
			});
		},
		definitions,
		kindOfDefinition,
		presets,
		takeover,
		caps: (id, signal) => instance(id).caps(signal),
		byHand: (id) => instance(id).byHand,
		inUse: () => providers.active(indexerPort).map(({ id }) => id),
		search: searching.search,
		download: createGrab({ providers, asks, now }),
		links: createSignedLinks({ secret: deps.linkSecret, now }),
		async tryDefinition(text, given, signal) {
			const { tryDefinition } = await import('./try-definition.ts');
			return tryDefinition({ text, given, definitions, http, workers, log }, signal);
		},
		statistics: asks.statistics,
		used: asks.used,
		recent: (limit) => newest(db, limit),
		seenAfter: (id, limit) => after(db, id, limit),
		tasks: indexerTasks({
			db,
			bus,
			http,
			workers,
			providers,
			settings,
			asks,
			definitions,
			takeover,
			ask: searching.ask,
			now
		}),
		checks: [indexerCheck(providers, now)],
		start: (signal) => definitions.start(signal),
		stop() {
			off();
			definitions.stop();
		}
	};
}
