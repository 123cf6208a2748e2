import { join } from 'node:path';
import { formatBytes } from '#core/text/bytes.ts';
import { said } from '#core/text/said.ts';
import type { Config } from '#server/platform/config.ts';
import type { Db } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import type { Check, Module } from '#server/platform/module.ts';
import type { Settings } from '#server/platform/settings.ts';
import { defineTask } from '#server/platform/tasks.ts';
import { createArtwork, type Artwork } from './artwork.ts';
import { createCache } from './cache.ts';
import { metadataSettings } from './settings.ts';
import { tmdbCheck } from './tmdb-check.ts';
import type { MetadataSource } from './source.ts';
import { createTmdb, type Tmdb } from './sources/tmdb/tmdb.ts';
import { createTvmaze } from './sources/tvmaze.ts';

export type * from './source.ts';
export type { Artwork } from './artwork.ts';
export type { Tmdb } from './sources/tmdb/tmdb.ts';

export interface Metadata extends Module {
	tmdb: Tmdb;
	tvmaze: MetadataSource;
	artwork: Artwork;
	/** Whether films can be looked up at all. */
	hasTmdb(): boolean;
	/** Keeps a key from now on, unless TMDB refuses it; without a network it is believed. */
	useKey(key: string): Promise<void>;
	/** The sources to ask, best first. */
	sources(): MetadataSource[];
	tasks: NonNullable<Module['tasks']>;
	checks: Check[];
}

interface Deps {
	config: Config;
	db: Db;
	http: Http;
	settings: Settings;
	now?: () => number;
}

export function createMetadata({ config, db, http, settings, now = Date.now }: Deps): Metadata {
	settings.register([metadataSettings]);
	const wishes = () => settings.get(metadataSettings);
	const base = (name: string, byDefault: string) => config.source(name).url ?? byDefault;
	const tmdbUrl = base('TMDB', 'https://api.themoviedb.org');
	const pictures: Record<string, (path: string, width: number) => string> = {
		tmdb: (path, width) =>
			`${base('TMDB_IMAGE', config.source('TMDB').url ? `${tmdbUrl}/t/p` : 'https://image.tmdb.org/t/p')}/${width <= 780 ? 'w780' : 'original'}${path}`,
		tvmaze: (path) =>
			`${base('TVMAZE_IMAGE', config.source('TVMAZE').url ?? 'https://static.tvmaze.com')}${path}`
	};
	const cache = createCache({ db, http: http.with({ perHost: { concurrency: 8 }, timeoutMs: 15_000 }), now });
	const tmdb = createTmdb({
		get: cache.get,
		baseUrl: tmdbUrl,
		wishes: () => ({ ...wishes(), key: wishes().tmdbKey })
	});
	const tvmaze = createTvmaze({ get: cache.get, baseUrl: base('TVMAZE', 'https://api.tvmaze.com'), now });
	const artwork = createArtwork({
		db,
		http: http.with({ perHost: { concurrency: 6 } }),
		folder: join(config.dataDir, 'cache/pictures'),
		address: (source, path, width) => pictures[source]?.(path, width),
		now
	});
	const hasTmdb = () => wishes().tmdbKey !== '';

	async function useKey(tmdbKey: string): Promise<void> {
		const before = wishes().tmdbKey;
		settings.update('metadata', { tmdbKey });
		await tmdb.test().catch((error: unknown) => {
			if (!(error instanceof AppError) || error.code !== 'invalid_key') return;
			settings.update('metadata', { tmdbKey: before });
			throw error;
		});
	}

	return {
		tmdb,
		tvmaze,
		artwork,
		hasTmdb,
		useKey,
		sources: () => (hasTmdb() ? [tmdb, tvmaze] : [tvmaze]),
		tasks: [
			defineTask({
				id: 'metadata.tidy',
				title: 'Tidy metadata and pictures',
				description: 'Forgets old answers and keeps the picture cache within its bound.',
				every: '1d',
				async run() {
					const answers = cache.purge();
					const freed = await artwork.trim(wishes().pictureCacheGb * 1e9);
					return said('Forgot {count} {count|answer|answers}, freed {size} of pictures.', {
						count: answers,
						size: formatBytes(freed)
					});
				}
			})
		],
		checks: [tmdbCheck({ key: () => wishes().tmdbKey, test: tmdb.test, now })]
	};
}
