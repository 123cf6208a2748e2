import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { starter } from './starter.ts';

const access = 'settings.manage';
const maxBytes = 2 * 1024 * 1024;
/** Browsers send line ends of their own. */
const text = z
	.string()
	.min(1, 'Write something first')
	.transform((given) => given.replaceAll('\r\n', '\n'));

export const load = page(
	{ access, query: z.object({ id: z.string().optional() }) },
	async ({ app, query }) => ({
		id: query.id,
		text: query.id ? await app.indexers.definitions.text(query.id) : starter
	})
);

export const actions = {
	save: action({ access, form: z.object({ text }), maxBytes }, async ({ app, form }) => {
		const { id } = await app.indexers.definitions.save(form.text);
		redirect(303, `/settings/indexers/add/${encodeURIComponent(app.indexers.kindOfDefinition(id))}`);
	}),
	check: action({ access, form: z.object({ text }), maxBytes }, async ({ app, form, event }) => {
		const { summary, faults } = await app.indexers.definitions.validate(form.text, event.request.signal);
		return { values: form, checked: { valid: summary !== undefined, faults } };
	}),
	run: action({ access, form: z.object({ text }), maxBytes }, async ({ app, form, event }) => ({
		values: form,
		trace: await app.indexers.tryDefinition(form.text, {}, event.request.signal)
	}))
};
