import { join } from 'node:path';
import type { Bus } from '#server/platform/bus.ts';
import type { Config } from '#server/platform/config.ts';
import type { Db } from '#server/platform/db.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import type { Log } from '#server/platform/log.ts';
import type { Module } from '#server/platform/module.ts';
import type { Settings } from '#server/platform/settings.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { Http } from '#server/platform/http.ts';
import type { Secrets } from '#server/platform/secrets.ts';
import type { Profiles } from '#server/profiles/module.ts';
import type { Events } from '#server/events.ts';
import type { Metadata } from '#server/metadata/module.ts';
import { addItem, type Added, type NewItem } from './add/add-item.ts';
import { rootsInOrder } from './add/place-item.ts';
import { createBring, type Bring } from './bring/bring.ts';
import { createChanges, type Changes } from './change/changes.ts';
import { libraryChecks } from './checks.ts';
import { createCollections, type Collections } from './collections/collections.ts';
import { defineCollectionsJob } from './collections/job.ts';
import { movieFit, seriesFit, type MovieFit, type SeriesFit } from './fit.ts';
import { createFollowing, type Following } from './following.ts';
import { createIntake, type Intake } from './intake/intake.ts';
import type { Identifying } from './identify/identify-unit.ts';
import { defineIdentifyJob, type IdentifyPayload } from './identify/jobs.ts';
import { defineRefreshJob, type RefreshPayload } from './identify/refresh-job.ts';
import { getMovie, getSeries, type MovieDetails, type SeriesDetails } from './items.ts';
import { letters, listItems, type ItemQuery, type Letter, type ListedItem } from './listing.ts';
import { createPictures, type ItemPictures } from './pictures/pictures.ts';
import { createPages, type Pages } from './pages/pages.ts';
import { createRoots, type Roots } from './roots.ts';
import { defineScanJobs, type ScanPayload } from './scan/jobs.ts';
import { probeFile } from './scan/probe.ts';
import { scanStatus } from './scan/status.ts';
import { createWatcher } from './scan/watch.ts';
import type { ItemKind } from './schema/folders.ts';
import { releaseNames } from './release-names.ts';
import { searchLibrary, type Found } from './search.ts';
import { librarySettings, namingOf, namingSettings } from './settings.ts';
import { libraryTasks } from './tasks.ts';
export { derived } from './derived.ts';

export type { Found, ItemKind, ItemQuery, Letter, ListedItem, MovieDetails, Roots, SeriesDetails };

export interface Library extends Module, Changes {
	list(
		kind: ItemKind,
		query: ItemQuery,
		userId: string
	): { items: ListedItem[]; total: number; next?: string };
	letters(kind: ItemKind): Letter[];
	search(text: string, limit?: number): Found[];
	/** Of the newest files. */
	releaseNames(limit: number): string[];
	movie(id: number, userId: string): MovieDetails;
	series(id: number, userId: string): SeriesDetails;
	/** What its profile says of the files that are there. */
	movieFit(movie: MovieDetails): MovieFit;
	seriesFit(series: Pick<SeriesDetails, 'id' | 'profileId' | 'libraryId'>): SeriesFit;
	following: Following;
	/** Where it may go, the usual place first. */
	placesFor(kind: ItemKind): ReturnType<typeof rootsInOrder>;
	/** Takes a title in that is wanted, whether or not there are files of it. */
	add(wish: NewItem, signal: AbortSignal): Promise<Added>;
	collections: Omit<Collections, 'hasUnknown' | 'renewDue'>;
	pages: Pages;
	pictures: Pick<ItemPictures, 'list' | 'listSeason'>;
	roots: Roots;
	/** From Sonarr, Radarr and Jellyfin. */
	bring: Bring;
	/** For files that come from elsewhere. */
	intake: Intake;
	/** Answers the id of the job. */
	scan(payload: ScanPayload, userId?: string): number;
	scanStatus(): ReturnType<typeof scanStatus>;
	identify(payload: IdentifyPayload): number;
	refresh(payload: RefreshPayload): number;
}

interface Deps {
	config: Config;
	db: Db;
	bus: Bus<Events>;
	log: Log;
	jobs: Jobs;
	workers: Workers;
	settings: Settings;
	metadata: Metadata;
	http: Http;
	secrets: Secrets;
	profiles: Profiles;
	now?: () => number;
}

export function createLibrary({
	config,
	db,
	bus,
	log,
	jobs,
	workers,
	settings,
	metadata,
	http,
	secrets,
	profiles,
	now = Date.now
}: Deps): Library {
	settings.register([librarySettings, namingSettings]);
	const wishes = () => settings.get(librarySettings);

	const pictures = createPictures({ db, bus, metadata, mode: () => wishes().localPictures });
	const identifying: Identifying = {
		db,
		pictures,
		bus,
		workers,
		metadata,
		now,
		async measure(root, file, signal) {
			if (file.probe) return (file.probe.durationSeconds ?? 0) / 60 || undefined;
			const result = await probeFile(join(root, file.path), { signal, timeoutMs: 10_000 }).catch(
				() => undefined
			);
			return result && 'probe' in result && result.probe.durationSeconds
				? result.probe.durationSeconds / 60
				: undefined;
		}
	};
	const identifyJob = defineIdentifyJob(identifying, () => {
		if (collections.hasUnknown()) startCollections();
	});
	const refreshJob = defineRefreshJob(identifying, () => wishes().refreshDays);
	const watcher = createWatcher({
		db,
		log,
		changed: (rootFolderId, folders) => void jobs.add(scanJobs.scan, { rootFolderId, folders })
	});
	const follow = (rootFolderId: number) => {
		if (wishes().watch)
			watcher
				.follow(rootFolderId)
				.catch((error: unknown) => log.warn({ err: error }, 'a folder cannot be watched'));
	};
	const scanJobs = defineScanJobs({
		db,
		bus,
		jobs,
		workers,
		settings,
		now,
		pictures: pictures.lookIn,
		identify: (rootFolderId) => void jobs.add(identifyJob, { rootFolderId }),
		scanned: follow
	});

	const startScan = (payload: ScanPayload, userId?: string) =>
		jobs.add(scanJobs.scan, payload, userId ? { userId } : {});
	const startIdentify = (payload: IdentifyPayload) => jobs.add(identifyJob, payload);
	const startRefresh = (payload: RefreshPayload) => jobs.add(refreshJob, payload);
	const changes = createChanges({
		db,
		bus,
		jobs,
		settings,
		identifying,
		now,
		startIdentify: () => startIdentify({}),
		startScan,
		wishes
	});
	const following = createFollowing({
		db,
		profiles,
		now,
		changed: () => bus.emit('library.changed', { kind: 'movie' })
	});
	const add = (wish: NewItem, signal: AbortSignal) =>
		addItem(
			{
				db,
				bus,
				metadata,
				following,
				naming: () => namingOf(settings),
				now,
				startIdentify: (rootFolderId) => void startIdentify({ rootFolderId })
			},
			wish,
			signal
		);
	const collections = createCollections({ db, bus, metadata, following, add, now });
	const collectionsJob = defineCollectionsJob(collections);
	const startCollections = () => jobs.add(collectionsJob, {});
	const roots = createRoots({
		db,
		bus,
		dataDir: config.dataDir,
		now,
		checkProfile: following.checked
	});
	const bring = createBring({
		db,
		bus,
		http,
		secrets,
		jobs,
		profiles,
		metadata,
		roots,
		now,
		startScan,
		startIdentify,
		startRefresh
	});

	bus.on('settings.changed', ({ section }) => {
		if (section === 'metadata' && metadata.hasTmdb()) startIdentify({ again: true });
		if (section !== 'library') return;
		pictures.chooseAll();
		if (wishes().watch) roots.list().forEach(({ id }) => follow(id));
		else watcher.stop();
	});

	return {
		list: (kind, query, userId) => listItems(db, kind, query, userId, following.order()),
		letters: (kind) => letters(db, kind),
		search: (text, limit) => searchLibrary(db, text, limit),
		releaseNames: (limit) => releaseNames(db, limit),
		movie: (id, userId) => getMovie(db, id, userId),
		series: (id, userId) => getSeries(db, id, userId),
		movieFit: (movie) => movieFit(movie, following, profiles),
		seriesFit: (series) => seriesFit(db, series, following),
		following,
		pages: createPages({ db, wishes: following, now }),
		...changes.api,
		edit(kind, ids, patch, ...rest) {
			following.checked(patch.profileId);
			return changes.api.edit(kind, ids, patch, ...rest);
		},
		placesFor: (kind) => rootsInOrder(db).filter((root) => root.kind === kind && !root.readOnly),
		add,
		collections,
		pictures,
		roots,
		bring: bring.api,
		intake: createIntake({
			db,
			metadata,
			profiles,
			naming: () => namingOf(settings),
			mayProbe: () => wishes().probe,
			now
		}),
		scan: startScan,
		scanStatus: () => scanStatus(jobs, roots),
		identify: startIdentify,
		refresh: startRefresh,
		jobs: [
			scanJobs.scan,
			scanJobs.probe,
			identifyJob,
			refreshJob,
			collectionsJob,
			...changes.jobs,
			...bring.jobs
		],
		tasks: libraryTasks({
			db,
			jobs,
			settings,
			now,
			startScan,
			startIdentify,
			startRefresh,
			startCollections
		}),
		checks: libraryChecks(db),
		start: () => roots.list().forEach(({ id }) => follow(id)),
		stop: () => watcher.stop()
	};
}
