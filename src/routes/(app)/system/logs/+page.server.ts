import { z } from 'zod';
import { page } from '#server/platform/web.ts';

const levels = ['debug', 'info', 'warn', 'error'] as const;

const query = z.object({
	level: z.enum(levels).default('info').catch('info'),
	text: z.string().max(200).default('').catch(''),
	cursor: z.string().max(200).optional().catch(undefined)
});

export const load = page(
	{ access: 'system.read', topics: ['logs'], query },
	async ({ app, actor, query }) => {
		const { logs } = app.system;
		const { items, next } = await logs.read({ ...query, limit: 150 });
		const mayDownload = actor.permissions.has('system.manage');
		return {
			query,
			entries: items.map((entry) => ({ ...entry, fields: shown(entry.fields) })),
			next,
			files: mayDownload ? await logs.files() : []
		};
	}
);

/** Fields as text; the page shows them in a line. */
const shown = (fields: Record<string, unknown>) =>
	Object.entries(fields).map(([key, value]) => ({
		key,
		value: typeof value === 'string' ? value : JSON.stringify(value)
	}));
