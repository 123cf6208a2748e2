import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { stepAfter } from '#core/access/setup-steps.ts';
import type { App } from '#server/app.ts';
import { invalid } from '#server/platform/errors.ts';
import { action, page } from '#server/platform/web.ts';

const kinds = { films: 'movie', series: 'series' } as const;

/** Folders that people often keep films in, and what lies in them. */
async function likelyFolders({ browse, usual }: App['library']['roots']): Promise<string[]> {
	const found = await Promise.all(
		(await usual()).map(async (path) => {
			const inside = await browse(path).catch(() => undefined);
			return inside ? [path, ...inside.folders.map((name) => `${path}/${name}`)] : [];
		})
	);
	return found.flat().slice(0, 60);
}

export const load = page({ access: 'settings.manage' }, async ({ app }) => {
	const { values, locked } = app.settings.describe('metadata');
	const { roots } = app.library;
	return {
		tmdbKey: String(values['tmdbKey']),
		keyLock: locked['tmdbKey'],
		known: roots.list().map(({ path }) => path),
		likely: await likelyFolders(roots),
		next: stepAfter('/setup/shelves')
	};
});

const at = (path: string, error: unknown) => {
	const { message } = error as Error;
	return invalid(message, [{ path, message }]);
};

const path = z.string().trim().max(4000).default('');
const form = z.object({ films: path, series: path, tmdbKey: z.string().trim().max(2000).default('') });

export const actions = {
	default: action({ access: 'settings.manage', form }, async ({ app, actor, form }) => {
		if (form.tmdbKey)
			await app.metadata.useKey(form.tmdbKey).catch((error: unknown) => {
				throw at('tmdbKey', error);
			});
		const { roots } = app.library;
		for (const field of ['films', 'series'] as const) {
			const path = form[field];
			if (!path || roots.list().some((root) => root.path === path)) continue;
			const root = await roots.add({ path, kind: kinds[field] }).catch((error: unknown) => {
				throw at(field, error);
			});
			app.library.scan({ rootFolderId: root.id }, actor.userId);
		}
		redirect(303, stepAfter('/setup/shelves'));
	})
};
