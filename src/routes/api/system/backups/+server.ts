import { api, listOf } from '#server/platform/web.ts';
import { backup } from './backup.ts';

export const GET = api(
	{ access: 'system.manage', summary: 'List backups', tags: ['System'], output: listOf(backup) },
	({ app }) => {
		const items = app.system.backups.list();
		return { items, total: items.length };
	}
);

export const POST = api(
	{ access: 'system.manage', summary: 'Make a backup', tags: ['System'], output: backup, status: 201 },
	({ app }) => app.system.backups.make('manual')
);
