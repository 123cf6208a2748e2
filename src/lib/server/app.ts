import { join } from 'node:path';
import { createAccounts } from './accounts/module.ts';
import type { Events } from './events.ts';
import { createTorznabBridge } from './bridges/torznab/torznab.ts';
import { createDownloads } from './downloads/module.ts';
import { createImports } from './imports/module.ts';
import { createIndexers } from './indexers/module.ts';
import { createLibrary, derived } from './library/module.ts';
import { createMetadata } from './metadata/module.ts';
import { createNotifications } from './notifications/module.ts';
import { createBus } from './platform/bus.ts';
import type { Config } from './platform/config.ts';
import { applyDerived, closeDb, openDb } from './platform/db.ts';
import { createHttp } from './platform/http.ts';
import { createJobs } from './platform/jobs.ts';
import { createKeys } from './platform/keys.ts';
import { historySettings } from './platform/jobs/history.ts';
import { closeLog, createLog } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import type { Module } from './platform/module.ts';
import { createProviders } from './platform/providers.ts';
import { projectRoot } from './platform/root.ts';
import { createSecrets } from './platform/secrets.ts';
import { generalSettings } from './platform/settings/general.ts';
import { createSettings } from './platform/settings.ts';
import { createSockets } from './platform/sockets.ts';
import { createTasks } from './platform/tasks.ts';
import { versionOf } from './platform/until-change.ts';
import { createWorkers } from './platform/workers.ts';
import { openEdge } from './platform/web/edge.ts';
import { createProfiles } from './profiles/module.ts';
import { createSystem } from './system/module.ts';

export type App = Awaited<ReturnType<typeof createApp>>;

/** The whole of Bijou, built from left to right; nothing runs before `start`. */
export async function createApp(config: Config) {
	const log = createLog({ level: config.logLevel, dir: join(config.dataDir, 'logs') });
	const db = openDb({
		file: join(config.dataDir, 'bijou.db'),
		migrations: join(projectRoot, 'drizzle'),
		backups: join(config.dataDir, 'backups'),
		log
	});
	applyDerived(db, derived);

	const bus = createBus<Events>(log);
	const http = createHttp({ ...config, log });
	const secrets = createSecrets(config.secret, config.previousSecret ? [config.previousSecret] : []);
	const settings = createSettings({ db, bus, log, config, secrets });
	settings.register([generalSettings, historySettings]);
	const providers = createProviders({ db, bus, log, http, secrets });
	const keys = createKeys({ db, secrets });
	if (config.previousSecret) for (const store of [settings, providers, keys]) store.reseal(secrets.renew);
	const jobs = createJobs({ db, bus, log, config, settings });
	const keepRuns = () => settings.get(historySettings).keepTaskRuns;
	const tasks = createTasks({ db, bus, log, config, keepRuns });
	const workers = createWorkers({ log });

	const accounts = createAccounts({
		config: { ...config, secret: keys.get('accounts') },
		db,
		bus,
		log,
		http,
		settings
	});
	const metadata = createMetadata({ config, db, http, settings });
	const profiles = await createProfiles({ db, bus, log, workers });
	const indexers = createIndexers({
		config,
		db,
		bus,
		log,
		http,
		secrets,
		settings,
		providers,
		workers,
		bundled: join(projectRoot, 'definitions'),
		linkSecret: keys.get('release links')
	});
	const downloads = createDownloads({
		db,
		bus,
		log,
		settings,
		providers,
		indexers,
		watched: () => sockets.heard('download')
	});
	const torznab = createTorznabBridge({ indexers, accounts });
	const library = createLibrary({
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
		profiles
	});
	const imports = createImports({ config, db, bus, jobs, workers, metadata, library, now: Date.now });
	const notifications = createNotifications({ bus, jobs, providers, settings });
	const modules: Module[] = [
		accounts,
		metadata,
		profiles,
		indexers,
		downloads,
		library,
		imports,
		notifications
	];
	const checks = () => modules.flatMap((module) => module.checks ?? []);
	const system = createSystem({ config, db, bus, log, settings, checks });
	modules.push(system);

	const sockets = createSockets({ log, bus, authenticate: accounts.authenticate, ...config });
	const metrics = createMetrics();
	const ending = new AbortController();
	let facts = 0;
	bus.onAny(() => facts++);
	let stopped: Promise<void> | undefined;

	async function start() {
		tasks.register([...jobs.tasks, ...modules.flatMap((module) => module.tasks ?? [])]);
		jobs.register(modules.flatMap((module) => module.jobs ?? []));
		for (const module of modules) await module.start?.(ending.signal);
		jobs.start();
		tasks.start();
		openEdge({ trustedProxies: config.trustedProxies, upgrade: sockets.upgrade, stop });
		log.info({ version: config.version, mode: config.mode }, 'Bijou is up');
	}

	/** Newest first; what does not end within its time is left behind, because rows are the truth. */
	async function close() {
		ending.abort();
		await sockets.close();
		await Promise.all([tasks.stop(), jobs.stop()]);
		for (const module of modules.toReversed()) await within(5_000, module.stop?.());
		await providers.close();
		await within(5_000, workers.close());
		await within(2_000, http.close());
		closeDb(db);
		await closeLog(log);
	}
	const stop = () => (stopped ??= close());

	return {
		config,
		/** Another one as soon as anything that people see may have changed. */
		version: () => `${facts} ${versionOf(db)}`,
		general: () => settings.get(generalSettings),
		log,
		bus,
		settings,
		providers,
		jobs,
		tasks,
		accounts,
		metadata,
		profiles,
		indexers,
		downloads,
		torznab,
		library,
		imports,
		system,
		sockets,
		metrics,
		start,
		stop,
		[Symbol.asyncDispose]: stop
	};
}

async function within(ms: number, work: unknown): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, ms);
	await Promise.race([work, promise]);
	clearTimeout(timer);
}
