import { z } from 'zod';

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

const time = z.number().int().meta({ description: 'Milliseconds since 1970' });

/** The payload stays inside: it may carry addresses with keys in them. */
export const job = z
	.object({
		id: z.number().int(),
		kind: z.string(),
		title: z.string(),
		lane: z.string(),
		state: z.enum(jobStates),
		priority: z.number().int(),
		attempts: z.number().int(),
		maxAttempts: z.number().int(),
		progress: z.number().min(0).max(1),
		note: z.string().nullable(),
		error: z.string().nullable(),
		result: z.unknown(),
		userId: z.string().nullable(),
		runAt: time,
		createdAt: time,
		startedAt: time.nullable(),
		finishedAt: time.nullable()
	})
	.meta({ id: 'Job' });

export const jobWithLog = job
	.extend({ log: z.array(z.object({ at: time, line: z.string() })) })
	.meta({ id: 'JobWithLog' });

export const jobParams = z.object({ id: z.number().int().positive() });
