import { z } from 'zod';
import { parse } from '#core/release/parse.ts';
import { api } from '#server/platform/web.ts';
import { inTurns } from '../in-turns.ts';

const names = z.array(z.string().max(100_000)).min(1).max(1000);

export const POST = api(
	{
		access: 'signed-in',
		summary: 'Read release names',
		description: 'Every field that a name states; what it does not say is absent or empty.',
		tags: ['Releases'],
		body: z.object({
			names,
			kind: z.enum(['movie', 'series', 'music']).optional(),
			marks: z.boolean().default(false)
		}),
		maxBytes: 8 * 1024 * 1024
	},
	async ({ body: { names, kind, marks } }) => ({
		items: await inTurns(names, (name) => parse(name, { kind, marks }))
	})
);
