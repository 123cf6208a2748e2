import { redirect } from '@sveltejs/kit';
import { dirname } from 'node:path';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const kind = z.enum(['movie', 'series']);
const query = z.object({
	path: z.string().max(4096).optional(),
	from: z.enum(['folder', 'download']).optional(),
	/** Whose files are looked for. */
	kind: kind.optional(),
	item: z.coerce.number().int().positive().optional()
});

const mostPlaces = 4;

export const load = page(
	{ access: 'library.edit', topics: ['imports', 'downloads'], query },
	({ app, query: { path, from, kind, item } }) => {
		const finished = app.downloads
			.queue({ limit: 60, states: ['completed', 'imported'] })
			.items.flatMap(({ outputPath, ...download }) => (outputPath ? [{ ...download, outputPath }] : []));
		const places = new Set(finished.map(({ outputPath }) => dirname(outputPath)));
		return {
			path: path ?? '',
			from: from ?? 'folder',
			target: kind && item ? targetOf(kind, item, app.library.intake.item(kind, item)) : null,
			/** Whoever comes by a link has chosen already. */
			linked: path !== undefined,
			waiting: finished
				.filter(({ state }) => state === 'completed')
				.slice(0, 6)
				.map(({ id, title, sizeBytes, completedAt, outputPath }) => ({
					id,
					title,
					sizeBytes,
					completedAt,
					outputPath
				})),
			places: [...places].filter((place) => place !== '/').slice(0, mostPlaces),
			recent: app.imports.recent(6),
			history: app.imports.history({ limit: 8 }).items,
			roots: app.library.roots.list().length
		};
	}
);

const targetOf = (
	kind: 'movie' | 'series',
	id: number,
	item: { title: string; year: number | null; posterPath: string | null } | undefined
) => (item ? { kind, id, title: item.title, year: item.year, posterPath: item.posterPath } : null);

const wish = z.object({
	path: z.string().trim().min(1).max(4096),
	from: z.enum(['folder', 'download']),
	kind: kind.optional(),
	item: z.coerce.number().int().positive().optional()
});

export const actions = {
	default: action(
		{ access: 'library.edit', form: wish },
		async ({ app, actor, form: { path, from, kind, item } }) => {
			const by = { userId: actor.userId, name: actor.name };
			const hint = { source: from, ...(kind && item && { for: { kind, id: item } }) };
			const look = await app.imports.look(path, hint, by);
			redirect(303, `/import/${look.id}`);
		}
	)
};
