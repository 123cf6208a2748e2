import { readConfig } from '#server/platform/config.ts';
import { createHttp } from '#server/platform/http.ts';
import type { FakeWorld } from '../fakes/world.ts';
import { openWorkshop } from './workshop.ts';
import { createMetadata } from '#server/metadata/module.ts';

/** The metadata module over a real database, asking a world on loopback; its clock can be moved. */
export async function openMetadata(world: FakeWorld, env: Record<string, string | undefined> = {}) {
	const all = { ...world.env, ...env };
	const workshop = await openWorkshop({ env: all });
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: '0', backoffMs: 1 });
	// Noon of the world's day, as it may not be ours.
	const clock = { ahead: Date.parse(world.world.today) + 12 * 3_600_000 - Date.now() };
	const now = () => Date.now() + clock.ahead;
	const config = readConfig({ ...all, DATA_DIR: workshop.folder });
	const { db, settings } = workshop;
	const metadata = createMetadata({ config, db, http, settings, now });
	return {
		...workshop,
		metadata,
		clock,
		async [Symbol.asyncDispose]() {
			await http.close();
			workshop[Symbol.dispose]();
		}
	};
}
