import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const params = z.object({ fileId: z.number().int() });

export const GET = api(
	{
		access: 'library.edit',
		summary: 'What a file may be',
		tags: ['Library'],
		params,
		query: z.object({
			q: z.string().max(200).optional().meta({ description: 'A title, when the name does not tell' })
		})
	},
	({ app, params: { fileId }, query, signal }) => app.library.looksLike(fileId, signal, query.q)
);

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Say what a file is',
		tags: ['Library'],
		params,
		body: z.strictObject({ source: z.enum(['tmdb', 'tvmaze']), id: z.number().int().positive() }),
		output: z.object({ kind: z.enum(['movie', 'series']), id: z.number().int(), undoId: z.number().int() })
	},
	({ app, params: { fileId }, body, signal, actor }) =>
		app.library.matchFile(fileId, body, signal, actor.name)
);
