import { z } from 'zod';
import { invalid } from '#server/platform/errors.ts';
import { action, page } from '#server/platform/web.ts';
import { filesOf } from './files.ts';

const form = z.object({
	app: z.enum(['radarr', 'sonarr']).default('radarr'),
	text: z.string().max(4_000_000).default(''),
	files: z.array(z.instanceof(File)),
	only: z.array(z.string()),
	looked: z.boolean()
});
const maxBytes = 32 * 1024 * 1024;

async function given({ app, text, files }: z.output<typeof form>) {
	const read = await filesOf(app, files, text);
	if (read.length > 0) return read;
	throw invalid('There is nothing to read: paste a format, or choose JSON or YAML files.');
}

export const load = page({ access: 'settings.manage' }, () => ({}));

export const actions = {
	look: action({ access: 'settings.manage', form, maxBytes }, async ({ app, form }) => {
		const found = await app.profiles.importFrom(form.app, await given(form), { preview: true });
		return { found, asked: { app: form.app, text: form.text } };
	}),
	take: action({ access: 'settings.manage', form, maxBytes }, async ({ app, form }) => {
		const only = form.looked ? form.only : undefined;
		const taken = await app.profiles.importFrom(form.app, await given(form), { only });
		return { taken, asked: { app: form.app, text: '' } };
	})
};
