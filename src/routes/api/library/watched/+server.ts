import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { ids } from '../item.ts';

export const POST = api(
	{
		access: 'library.play',
		summary: 'Mark as watched, or as not, for the person who asks',
		tags: ['Library'],
		body: z.strictObject({
			target: z.union([
				z.strictObject({ movie: z.number().int() }),
				z.strictObject({ series: z.number().int(), season: z.number().int().optional() }),
				z.strictObject({ episodes: ids })
			]),
			watched: z.boolean()
		}),
		output: z.object({ changed: z.number().int() })
	},
	({ app, body, actor }) => ({ changed: app.library.markWatched(actor.userId, body.target, body.watched) })
);
