import { z } from 'zod';
import { changeKinds } from '#core/library/change-kinds.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';

const said = z.object({
	text: z.string(),
	values: z.record(z.string(), z.union([z.string(), z.number()])).optional()
});

const change = z
	.object({
		id: z.number().int(),
		kind: z.enum(changeKinds),
		title: z.string(),
		by: z.string().nullable().meta({ description: 'Nobody when Bijou did it itself' }),
		createdAt: z.number(),
		undoneAt: z.number().nullable(),
		undoneBy: z.string().nullable(),
		why: said.nullable().meta({ description: 'Why it cannot be undone; null when it can' }),
		subjects: z.array(
			z.object({
				kind: z.enum(['movie', 'series']),
				id: z.number().int(),
				title: z.string(),
				here: z.boolean().meta({ description: 'It is in the library' })
			})
		),
		subjectCount: z.number().int(),
		paths: z.array(z.string()),
		pathCount: z.number().int()
	})
	.meta({ id: 'Change' });

export const GET = api(
	{
		access: 'library.edit',
		summary: 'What was changed in the library, latest first',
		description: '`POST /api/library/undo` takes one back.',
		tags: ['Library'],
		query: listQuery
			.omit({ sort: true })
			.extend({ movie: z.number().int().optional(), series: z.number().int().optional() }),
		output: listOf(change)
	},
	({ app, query }) => app.library.changes(query)
);
