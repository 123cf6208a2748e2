import { api } from '#server/platform/web.ts';
import { backupParams, examined } from '../../backup.ts';

export const POST = api(
	{
		access: 'system.manage',
		summary: 'Restore a backup at the next start',
		description: 'The backup is examined now; the database it replaces is kept as a backup.',
		tags: ['System'],
		params: backupParams,
		output: examined
	},
	({ app, params }) => app.system.backups.stage(params.name)
);
