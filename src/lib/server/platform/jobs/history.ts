import { z } from 'zod';
import { said } from '#core/text/said.ts';
import { defineSettings } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { defineTask } from '../tasks.ts';
import type { JobRows } from './rows.ts';

const dayMs = 86_400_000;

export const historySettings = defineSettings('jobs', {
	title: 'History of work',
	description: 'How long finished jobs and task runs stay listed.',
	group: 'The house',
	schema: z.object({
		keepFinishedDays: z.number().int().min(1).max(365).default(14).meta({
			title: 'Keep finished jobs for',
			unit: 'days'
		}),
		keepFailedDays: z.number().int().min(1).max(365).default(60).meta({
			title: 'Keep failed jobs for',
			description: 'Longer, so that you can still see what went wrong and try again.',
			unit: 'days'
		}),
		keepTaskRuns: z.number().int().min(1).max(1000).default(50).meta({
			title: 'Keep runs of each task',
			unit: 'runs'
		})
	})
});

export const historyTask = (deps: { rows: JobRows; settings: Settings; now: () => number }) =>
	defineTask({
		id: 'jobs.history',
		title: 'Tidy the job history',
		description: 'Removes finished and failed jobs past the time set under Settings, History of work.',
		every: '1d',
		modes: ['full', 'server', 'monitor'],
		run() {
			const { keepFinishedDays, keepFailedDays } = deps.settings.get(historySettings);
			const removed = deps.rows.forget({
				finishedBefore: deps.now() - keepFinishedDays * dayMs,
				failedBefore: deps.now() - keepFailedDays * dayMs
			});
			return said('Removed {count} {count|job|jobs}.', { count: removed });
		}
	});
