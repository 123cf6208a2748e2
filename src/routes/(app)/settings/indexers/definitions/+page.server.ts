import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const access = 'settings.manage';
const task = 'indexers.archive';
const MiB = 1024 * 1024;

export const load = page({ access, topics: ['definitions', 'settings', 'tasks'] }, ({ app }) => {
	const { definitions } = app.indexers;
	const all = definitions.list();
	return {
		own: all.filter(({ origin }) => origin === 'own').map(({ id, name, warnings }) => ({ id, name, warnings: warnings.length })),
		counts: {
			bundled: all.filter(({ origin }) => origin === 'bundled').length,
			folder: all.filter(({ origin }) => origin === 'folder').length,
			archive: all.filter(({ origin }) => origin === 'archive').length
		},
		broken: definitions.broken().map(({ file, origin, faults }) => ({ file, origin, fault: faults[0] })),
		folder: `${app.config.dataDir}/definitions`,
		archive: String(app.settings.describe('searching').values['archiveAddress'] ?? ''),
		task: app.tasks.get(task)
	};
});

export const actions = {
	archive: action({ access, form: z.object({ address: z.string().trim().max(2000) }) }, async ({ app, form }) => {
		app.settings.update('searching', { archiveAddress: form.address || null });
		const run = await app.tasks.runNow(task);
		return { fetched: { ok: run.state === 'done', message: run.error ?? run.message ?? '' } };
	}),
	upload: action({ access, form: z.object({ file: z.file().max(MiB) }), maxBytes: 2 * MiB }, async ({ app, form }) => {
		const kept = await app.indexers.definitions.save(await form.file.text());
		return { kept: { id: kept.id, name: kept.name } };
	}),
	remove: action({ access, form: z.object({ id: z.string() }) }, ({ app, form }) => {
		app.indexers.definitions.remove(form.id);
		return { removed: form.id };
	})
};
