import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const level = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']);

const entry = z
	.object({
		id: z.string(),
		time: z.number().meta({ description: 'Milliseconds since 1970' }),
		level,
		message: z.string(),
		error: z.string().optional(),
		fields: z.record(z.string(), z.unknown())
	})
	.meta({ id: 'LogEntry' });

const query = z.object({
	level: level.optional().meta({ description: 'This level and graver ones' }),
	text: z.string().max(200).optional().meta({ description: 'Words that must stand in the line' }),
	limit: z.number().int().min(1).max(500).default(100),
	cursor: z.string().max(200).optional().meta({ description: '`next` of the page before' })
});

export const GET = api(
	{
		access: 'system.read',
		summary: 'Read the log, newest first',
		description:
			'A page can be shorter than `limit`, even empty, and still have a `next`: then the search goes on.',
		tags: ['System'],
		query,
		output: z.object({ items: z.array(entry), next: z.string().optional() })
	},
	({ app, query }) => app.system.logs.read(query)
);
