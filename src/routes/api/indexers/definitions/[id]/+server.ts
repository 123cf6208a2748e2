import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const params = z.object({ id: z.string() });

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'A definition as it is written',
		tags: ['Indexers'],
		params,
		outputType: 'application/yaml'
	},
	async ({ app, params }) =>
		new Response(await app.indexers.definitions.text(params.id), {
			headers: { 'content-type': 'application/yaml; charset=utf-8' }
		})
);

export const DELETE = api(
	{
		access: 'settings.manage',
		summary: 'Remove a definition of your own',
		tags: ['Indexers'],
		params,
		status: 204
	},
	({ app, params }) => app.indexers.definitions.remove(params.id)
);
