import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { ids, target } from '../item.ts';

const suggestion = z
	.object({
		source: z.string(),
		kind: z.enum(['movie', 'series']),
		tmdbId: z.number().int().optional(),
		tvmazeId: z.number().int().optional(),
		title: z.string(),
		year: z.number().int().optional(),
		posterPath: z.string().optional(),
		confidence: z.number(),
		reasons: z.array(z.string())
	})
	.meta({ id: 'Suggestion' });

const unmatched = z
	.object({
		id: z.number().int(),
		rootFolderId: z.number().int(),
		rootPath: z.string(),
		path: z.string(),
		kind: z.enum(['movie', 'series']),
		title: z.string(),
		year: z.number().int().nullable(),
		reason: z.enum(['no-match', 'unsure', 'several', 'unreadable-name', 'source-failed']),
		message: z.string(),
		suggestions: z.array(suggestion),
		fileCount: z.number().int(),
		ignored: z.boolean(),
		triedAt: z.number()
	})
	.meta({ id: 'Unmatched' });

export const GET = api(
	{
		access: 'library.read',
		summary: 'Folders and files that could not be identified for sure',
		tags: ['Library'],
		query: listQuery.omit({ sort: true }).extend({
			ignored: z.boolean().optional(),
			root: z.number().int().optional(),
			sort: z
				.enum(['best', 'newest'])
				.optional()
				.meta({ description: 'Those with the surest suggestion first, or the newest, as without it' })
		}),
		output: listOf(unmatched)
	},
	({ app, query }) => app.library.unmatched(query)
);

const matched = z.object({
	id: z.number().int(),
	kind: z.enum(['movie', 'series']),
	itemId: z.number().int(),
	undoId: z.number().int()
});

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Match, ignore or try again, one or many',
		tags: ['Library'],
		body: z.discriminatedUnion('action', [
			z.strictObject({
				action: z.literal('match'),
				items: z
					.array(z.strictObject({ id: z.number().int(), target }))
					.min(1)
					.max(200)
			}),
			z.strictObject({ action: z.enum(['ignore', 'unignore', 'retry']), ids })
		]),
		output: z.object({
			matched: z.array(matched).optional(),
			undoIds: z.array(z.number().int()).optional(),
			changed: z.number().int().optional(),
			jobId: z.number().int().optional()
		})
	},
	async ({ app, body, signal, actor }) => {
		if (body.action === 'retry') return { jobId: app.library.retryUnmatched(body.ids) };
		if (body.action !== 'match')
			return { changed: app.library.ignoreUnmatched(body.ids, body.action === 'ignore') };
		const done: z.output<typeof matched>[] = [];
		for (const { id, target: chosen } of body.items) {
			const item = await app.library.match(id, chosen, signal, actor.name);
			done.push({ id, kind: item.kind, itemId: item.id, undoId: item.undoId });
		}
		return { matched: done, undoIds: done.map(({ undoId }) => undoId) };
	}
);
