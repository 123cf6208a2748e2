import { z } from 'zod';
import { apiKey, newApiKey } from '#core/access/person-schema.ts';
import { api, listOf } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'signed-in',
		summary: 'List keys',
		description: "One's own; everyone's with `all`, for those who manage people.",
		tags: ['People'],
		query: z.object({ all: z.boolean().default(false) }),
		output: listOf(apiKey)
	},
	({ app, actor, query }) => {
		const everyone = query.all && actor.permissions.has('users.manage');
		const items = app.accounts.keys.list(everyone ? undefined : actor.userId);
		return { items, total: items.length };
	}
);

export const POST = api(
	{
		access: 'signed-in',
		summary: 'Make a key',
		description: 'The key is in this answer and nowhere else.',
		tags: ['People'],
		body: newApiKey,
		output: z.object({ key: z.string(), apiKey }),
		status: 201
	},
	({ app, actor, body }) => {
		const { key, view } = app.accounts.keys.create(actor.userId, body);
		return { key, apiKey: view };
	}
);
