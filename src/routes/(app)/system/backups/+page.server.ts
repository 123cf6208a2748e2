import { join } from 'node:path';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const access = 'system.manage';
const named = z.object({ name: z.string() });

export const load = page({ access, topics: ['backups'] }, async ({ app }) => {
	const { backups } = app.system;
	return {
		backups: backups
			.list()
			.map(({ name, reason, madeAt, sizeBytes }) => ({ name, reason, madeAt, sizeBytes })),
		staged: await backups.staged(),
		canRestart: app.system.restart.possible,
		folder: join(app.config.dataDir, 'backups')
	};
});

export const actions = {
	make: action({ access, form: z.object({}) }, async ({ app }) => {
		await app.system.backups.make('manual');
		return { done: 'made' as const };
	}),
	restore: action({ access, form: named }, async ({ app, form }) => {
		await app.system.backups.stage(form.name);
		return { done: 'staged' as const };
	}),
	calloff: action({ access, form: z.object({}) }, async ({ app }) => {
		await app.system.backups.unstage();
		return { done: 'called-off' as const };
	}),
	restart: action({ access, form: z.object({}) }, ({ app }) => {
		app.system.restart.now();
		return { done: 'restarting' as const };
	}),
	remove: action({ access, form: named }, async ({ app, form }) => {
		await app.system.backups.remove(form.name);
		return { done: 'removed' as const };
	})
};
