import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { idParams } from '../../../item.ts';

const order = z
	.object({
		id: z.string().nullable().meta({ description: 'Null as aired' }),
		name: z.string(),
		kind: z.enum(['aired', 'absolute', 'dvd', 'digital', 'story', 'production', 'tv', 'through']),
		episodeCount: z.number().int(),
		chosen: z.boolean()
	})
	.meta({ id: 'EpisodeOrder' });

const episode = z.object({
	id: z.number().int(),
	season: z.number().int(),
	number: z.number().int(),
	title: z.string().nullable()
});

const report = z.object({
	seasons: z.array(
		z.object({
			number: z.number().int(),
			title: z.string().nullable(),
			episodes: z.number().int(),
			have: z.number().int()
		})
	),
	files: z.array(
		z.object({
			id: z.number().int(),
			path: z.string(),
			from: z.array(episode),
			to: z.array(episode),
			state: z.enum(['same', 'renumbered', 'moves', 'lost'])
		})
	),
	undoId: z.number().int().optional()
});

export const GET = api(
	{
		access: 'library.edit',
		summary: 'Orders in which the episodes of one of the series can stand',
		tags: ['Library'],
		params: idParams,
		output: z.object({ items: z.array(order) })
	},
	async ({ app, params, signal }) => ({ items: await app.library.orders.list(params.id, signal) })
);

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Choose an order, or see what it would change',
		description: 'It stays with every refresh. What people have watched goes with the episodes.',
		tags: ['Library'],
		params: idParams,
		body: z.strictObject({
			order: z.string().max(100).nullable(),
			files: z.enum(['names', 'stay']).default('names').meta({
				description: 'names: the file names are numbered in this order. stay: each file keeps its episode.'
			}),
			preview: z.boolean().default(false)
		}),
		output: report
	},
	({ app, params, body: { preview, ...wish }, signal, actor }) =>
		preview
			? app.library.orders.preview(params.id, wish, signal)
			: app.library.orders.choose(params.id, wish, signal, actor.name)
);
