import { z } from 'zod';
import { api, listOf } from '#server/platform/web.ts';
import { rootFolder, skipPatterns } from './root-folder.ts';

export const GET = api(
	{ access: 'library.read', summary: 'List root folders', tags: ['Library'], output: listOf(rootFolder) },
	({ app }) => {
		const items = app.library.roots.list();
		return { items, total: items.length };
	}
);

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Add a root folder and scan it',
		tags: ['Library'],
		body: z.strictObject({
			path: z.string().min(1).max(4000),
			kind: z.enum(['movie', 'series']).optional().meta({ description: 'Needed when no library is named' }),
			seriesType: z.enum(['standard', 'anime', 'daily']).optional(),
			libraryId: z.number().int().optional(),
			readOnly: z.boolean().optional(),
			skipPatterns: skipPatterns.optional()
		}),
		output: rootFolder.extend({ jobId: z.number().int() }),
		status: 201
	},
	async ({ app, body, actor }) => {
		const added = await app.library.roots.add(body);
		return { ...added, jobId: app.library.scan({ rootFolderId: added.id }, actor.userId) };
	}
);
