import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { download, downloadParams as params } from '../download.ts';

const tags = ['Downloads'];

export const GET = api(
	{ access: 'search.use', summary: 'One download', tags, params, output: download },
	({ app, params }) => app.downloads.get(params.id)
);

export const DELETE = api(
	{
		access: 'downloads.manage',
		summary: 'Remove a download',
		tags,
		params,
		query: z.object({
			removeFromClient: z.boolean().default(true),
			deleteFiles: z.boolean().default(false),
			blocklist: z.boolean().default(false).meta({ description: 'The release is not taken again' })
		}),
		status: 204
	},
	({ app, actor, params, query, signal }) =>
		app.downloads.remove(params.id, { ...query, by: actor.name }, signal)
);
