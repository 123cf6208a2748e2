import { mkdirSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createLibrary, derived } from '#server/library/module.ts';
import { createMetadata } from '#server/metadata/module.ts';
import { readConfig } from '#server/platform/config.ts';
import { applyDerived } from '#server/platform/db.ts';
import { createHttp } from '#server/platform/http.ts';
import { createJobs } from '#server/platform/jobs.ts';
import { createWorkers } from '#server/platform/workers.ts';
import { createProfiles } from '#server/profiles/module.ts';
import { openWorkshop } from './workshop.ts';

interface LibraryOptions {
	tmdbUrl?: string;
	tvmazeUrl?: string;
	now?: () => number;
}

const nowhere = 'http://127.0.0.1:9';

/** The library with everything below it, real folders and a real database; only the sources are elsewhere. */
export async function openLibrary({ tmdbUrl, tvmazeUrl = nowhere, now = Date.now }: LibraryOptions = {}) {
	const workshop = await openWorkshop({ now, ...(tmdbUrl && { env: { TMDB_API_KEY: 'key' } }) });
	const { db, bus, log, secrets, settings, folder } = workshop;
	applyDerived(db, derived);
	const config = readConfig({
		DATA_DIR: join(folder, 'data'),
		TVMAZE_URL: tvmazeUrl,
		BIJOU_SECRET: 'a secret that is long enough for tests',
		...(tmdbUrl && { TMDB_URL: tmdbUrl, TMDB_API_KEY: 'key' })
	});
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: '1', backoffMs: 1, log });
	const jobs = createJobs({ db, bus, log, config, settings, now });
	const workers = createWorkers({ log });
	const metadata = createMetadata({ config, db, http, settings, now });
	const profiles = await createProfiles({ db, bus, log, workers, now });
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
		profiles,
		now
	});
	settings.update('library', { watch: false, probe: false });
	jobs.register(library.jobs ?? []);
	jobs.start();
	const media = mkdtempSync(join(tmpdir(), 'bijou-media-'));

	/** Empty files of a size, written long ago. */
	const lay = (root: string, files: Record<string, number | string>) => {
		for (const [path, content] of Object.entries(files)) {
			const file = join(media, root, path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, typeof content === 'string' ? content : '');
			if (typeof content === 'number') truncateSync(file, content);
			utimesSync(file, 1_600_000_000, 1_600_000_000);
		}
		return join(media, root);
	};
	/** Until nothing is left to do. */
	const idle = async () => {
		for (;;) {
			const waiting = jobs.list({ states: ['queued', 'running'], limit: 100 }).items;
			if (waiting.length === 0) return;
			await Promise.all(waiting.map(({ id }) => jobs.settled(id)));
		}
	};
	const scan = async (rootFolderId: number, more: object = {}) => {
		const job = await jobs.settled(library.scan({ rootFolderId, ...more }));
		await idle();
		return job;
	};
	return {
		...workshop,
		config,
		jobs,
		workers,
		metadata,
		profiles,
		library,
		media,
		lay,
		idle,
		scan,
		async [Symbol.asyncDispose]() {
			await library.stop?.();
			await jobs.stop(1_000);
			await workers.close();
			await http.close();
			workshop[Symbol.dispose]();
			rmSync(media, { recursive: true, force: true });
		}
	};
}

export type LibraryHouse = Awaited<ReturnType<typeof openLibrary>>;
