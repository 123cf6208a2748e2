import { api } from '#server/platform/web.ts';
import { download } from '../../download.ts';
import { backupParams } from '../backup.ts';

export const GET = api(
	{
		access: 'system.manage',
		summary: 'Download a backup',
		tags: ['System'],
		params: backupParams,
		outputType: 'application/vnd.sqlite3'
	},
	({ app, params }) => download({ ...app.system.backups.get(params.name), type: 'application/vnd.sqlite3' })
);

export const DELETE = api(
	{
		access: 'system.manage',
		summary: 'Delete a backup',
		tags: ['System'],
		params: backupParams,
		status: 204
	},
	({ app, params }) => app.system.backups.remove(params.name)
);
