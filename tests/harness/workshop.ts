import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Events } from '#server/events.ts';
import { createBus } from '#server/platform/bus.ts';
import { closeDb, openDb } from '#server/platform/db.ts';
import { createLog } from '#server/platform/log.ts';
import { projectRoot } from '#server/platform/root.ts';
import { createSecrets } from '#server/platform/secrets.ts';
import { createSettings } from '#server/platform/settings.ts';

interface WorkshopOptions {
	/** An existing folder is used as it is and stays. */
	dir?: string;
	env?: Record<string, string | undefined>;
	now?: () => number;
}

/** The lower half of the platform on a real database in a folder of its own, for tests of single services. */
export async function openWorkshop({ dir, env = {}, now = Date.now }: WorkshopOptions = {}) {
	const folder = dir ?? mkdtempSync(join(tmpdir(), 'bijou-workshop-'));
	const log = createLog({ level: 'silent', stdout: false });
	const db = openDb({
		file: join(folder, 'bijou.db'),
		migrations: join(projectRoot, 'drizzle'),
		backups: join(folder, 'backups'),
		log
	});
	const bus = createBus<Events>(log);
	const secrets = createSecrets('a secret for tests only');
	const settings = createSettings({ db, bus, log, config: { env }, secrets, now });
	return {
		folder,
		log,
		db,
		bus,
		secrets,
		settings,
		[Symbol.dispose]() {
			closeDb(db);
			if (!dir) rmSync(folder, { recursive: true, force: true });
		}
	};
}

export type Workshop = Awaited<ReturnType<typeof openWorkshop>>;
