import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'What is being scanned, and what the last scans found',
		tags: ['Library']
	},
	({ app }) => app.library.scanStatus()
);

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Scan root folders',
		tags: ['Library'],
		body: z.strictObject({
			rootFolderId: z.number().int().optional().meta({ description: 'All root folders when absent' }),
			folders: z
				.array(z.string().max(4000))
				.min(1)
				.max(500)
				.optional()
				.meta({ description: 'Only these folders, named by their paths below the root folder' }),
			full: z.boolean().optional().meta({ description: 'Read every folder, also those that seem unchanged' }),
			acceptLosses: z.boolean().optional().meta({ description: 'Believe that many files are gone at once' })
		}),
		output: z.object({ jobIds: z.array(z.number().int()) }),
		status: 202
	},
	({ app, body, actor }) => {
		const { rootFolderId, ...more } = body;
		const roots =
			rootFolderId === undefined ? app.library.roots.list() : [app.library.roots.get(rootFolderId)];
		return { jobIds: roots.map(({ id }) => app.library.scan({ rootFolderId: id, ...more }, actor.userId)) };
	}
);
