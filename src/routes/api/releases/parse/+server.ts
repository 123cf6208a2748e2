import { z } from 'zod';
import { parse } from '#core/release/parse.ts';
import { api } from '#server/platform/web.ts';

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
	({ body }) => ({ items: body.names.map((name) => parse(name, { kind: body.kind, marks: body.marks })) })
);
