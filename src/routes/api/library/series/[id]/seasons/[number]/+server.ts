import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Monitor a season with its episodes, or no longer',
		tags: ['Library'],
		params: z.object({ id: z.number().int(), number: z.number().int() }),
		body: z.strictObject({ monitored: z.boolean() })
	},
	({ app, params, body, actor }) => {
		const undoId = app.library.monitorSeason(params.id, params.number, body.monitored, actor.name);
		return { ...app.library.series(params.id, actor.userId), ...(undoId !== undefined && { undoId }) };
	}
);
