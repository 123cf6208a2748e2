import type { App } from '#server/app.ts';
import { page } from '#server/platform/web.ts';

/** The engine room at a glance: what is well, what is under way, what comes next. */
export const load = page(
	{ access: 'system.read', topics: ['health', 'jobs', 'tasks', 'backups'] },
	async ({ app, actor }) => ({
		findings: await app.system.health.findings(),
		alive: app.system.health.alive(),
		jobs: app.jobs.counts(),
		tasks: comingTasks(app),
		lastBackup: actor.permissions.has('system.manage') ? app.system.backups.list()[0]?.madeAt : undefined
	})
);

const comingTasks = ({ tasks }: App) =>
	tasks
		.list()
		.filter(({ running, nextRunAt }) => running || nextRunAt !== null)
		.sort((a, b) => Number(b.running) - Number(a.running) || (a.nextRunAt ?? 0) - (b.nextRunAt ?? 0))
		.slice(0, 5)
		.map(({ id, title, running, nextRunAt }) => ({ id, title, running, nextRunAt }));
