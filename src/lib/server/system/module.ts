import { join } from 'node:path';
import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Config } from '#server/platform/config.ts';
import type { Db } from '#server/platform/db.ts';
import type { Log } from '#server/platform/log.ts';
import type { Check, Module } from '#server/platform/module.ts';
import { projectRoot } from '#server/platform/root.ts';
import type { Settings } from '#server/platform/settings.ts';
import { createBackups } from './backups.ts';
import type { Backups } from './backups.ts';
import { systemChecks } from './checks.ts';
import { createHealth } from './health.ts';
import type { Health } from './health.ts';
import { createLogs } from './logs.ts';
import type { Logs } from './logs.ts';
import { createRestart } from './restart.ts';
import type { Restart } from './restart.ts';
import { backupSettings } from './settings.ts';
import { systemTasks } from './tasks.ts';

export interface SystemDeps {
	config: Pick<Config, 'dataDir' | 'version' | 'env'>;
	db: Db;
	bus: Bus<Events>;
	log: Log;
	settings: Settings;
	/** The checks of all other modules. */
	checks(): readonly Check[];
	now?: () => number;
}

export interface System extends Module {
	backups: Backups;
	logs: Logs;
	health: Health;
	restart: Restart;
}

export function createSystem({ config, db, bus, log, settings, checks, now = Date.now }: SystemDeps): System {
	settings.register([backupSettings]);
	const dailyBackups = () => settings.get(backupSettings).daily;
	const keep = () => {
		const { keepScheduled, keepAutomatic } = settings.get(backupSettings);
		return { scheduled: keepScheduled, automatic: keepAutomatic };
	};

	const folder = join(config.dataDir, 'backups');
	const migrations = join(projectRoot, 'drizzle');
	const backups = createBackups({ db, folder, migrations, bus, log, keep, now });
	const own = systemChecks({ db, dataDir: config.dataDir, backups, dailyBackups, now });
	const { version } = config;
	const health = createHealth({ db, bus, log, version, checks: () => [...own, ...checks()], now });
	const logs = createLogs(join(config.dataDir, 'logs'));

	return {
		backups,
		logs,
		health,
		restart: createRestart(config.env),
		tasks: systemTasks({ backups, health, dailyBackups })
	};
}
