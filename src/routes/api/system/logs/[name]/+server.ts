import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { download } from '../../download.ts';

export const GET = api(
	{
		access: 'system.manage',
		summary: 'Download a log file',
		tags: ['System'],
		params: z.object({ name: z.string().max(100) }),
		outputType: 'application/x-ndjson'
	},
	async ({ app, params: { name } }) => {
		const path = await app.system.logs.path(name);
		// The file of today grows while it is sent: only as much goes out as was announced.
		const { size } = await stat(path);
		return download({ path, name, sizeBytes: size, type: 'application/x-ndjson' });
	}
);
