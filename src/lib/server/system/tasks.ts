import { said } from '#core/text/said.ts';
import { defineTask } from '#server/platform/tasks.ts';
import type { TaskDefinition } from '#server/platform/tasks.ts';
import type { Backups } from './backups.ts';
import type { Health } from './health.ts';

interface TaskDeps {
	backups: Backups;
	health: Health;
	dailyBackups(): boolean;
}

export const systemTasks = ({ backups, health, dailyBackups }: TaskDeps): TaskDefinition[] => [
	defineTask({
		id: 'system.backup',
		title: 'Back up the database',
		description: 'Makes a backup and removes those over the limit set under Settings, Backups.',
		cron: '30 3 * * *',
		modes: ['full', 'server', 'monitor'],
		async run({ signal, progress }) {
			if (!dailyBackups()) return 'Daily backups are switched off.';
			const { name } = await backups.make('scheduled', { signal, progress });
			const removed = await backups.prune();
			return removed > 0
				? said('Made {name}, removed {removed} old.', { name, removed })
				: said('Made {name}.', { name });
		}
	}),
	defineTask({
		id: 'system.health',
		title: 'Check the health of everything',
		every: '5m',
		modes: ['full', 'server', 'monitor'],
		async run() {
			const findings = await health.findings({ fresh: true });
			const amiss = findings.filter(({ state }) => state !== 'ready');
			if (amiss.length === 0) return 'Everything is ready.';
			return said('{count} {count|thing needs|things need} a look.', { count: amiss.length });
		}
	})
];
