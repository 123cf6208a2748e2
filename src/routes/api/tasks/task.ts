import { z } from 'zod';

const time = z.number().int().meta({ description: 'Milliseconds since 1970' });

export const schedule = z
	.union([
		z.strictObject({ every: z.string().meta({ description: 'A span such as 15m, 6h or 1d' }) }),
		z.strictObject({
			cron: z.string().meta({ description: 'Minute, hour, day, month, weekday' }),
			timeZone: z.string().exactOptional()
		})
	])
	.meta({ id: 'Schedule' });

export const taskRun = z
	.object({
		id: z.number().int(),
		taskId: z.string(),
		trigger: z.enum(['schedule', 'catch-up', 'person']),
		state: z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']),
		startedAt: time,
		finishedAt: time.nullable(),
		message: z.string().nullable(),
		error: z.string().nullable()
	})
	.meta({ id: 'TaskRun' });

export const task = z
	.object({
		id: z.string(),
		title: z.string(),
		description: z.string().optional(),
		schedule,
		defaultSchedule: schedule,
		overridden: z.boolean(),
		enabled: z.boolean(),
		inMode: z.boolean().meta({ description: 'False when MODE leaves it out; it can still be run by hand' }),
		running: z.boolean(),
		progress: z.number().optional(),
		note: z.string().optional(),
		nextRunAt: time.nullable(),
		lastRun: taskRun.nullable()
	})
	.meta({ id: 'Task' });

export const taskParams = z.object({ id: z.string() });
