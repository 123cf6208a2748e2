import { api } from '#server/platform/web.ts';
import { staged } from '../backups/backup.ts';

export const GET = api(
	{
		access: 'system.manage',
		summary: 'Show the restore that waits for the next start',
		tags: ['System'],
		output: staged
	},
	async ({ app }) => (await app.system.backups.staged()) ?? null
);

export const DELETE = api(
	{ access: 'system.manage', summary: 'Call off the restore', tags: ['System'], status: 204 },
	({ app }) => app.system.backups.unstage()
);
