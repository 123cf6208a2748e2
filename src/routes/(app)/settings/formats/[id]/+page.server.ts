import { z } from 'zod';
import { draftOf } from '#core/formats/format-draft.ts';
import { format } from '#core/formats/format.ts';
import { page } from '#server/platform/web.ts';
import { arrange, save, trialNames } from '../editing.ts';

const params = z.object({ id: z.string() });

export const load = page({ access: 'settings.manage', params }, async ({ app, params }) => {
	const kept = app.profiles.formats.get(params.id);
	const trial = trialNames(app);
	return {
		id: kept.id,
		name: kept.name,
		description: kept.description,
		origin: kept.origin,
		draft: draftOf(kept),
		categories: [...new Set(app.profiles.formats.list().map(({ category }) => category))],
		trial: { ...trial, first: await app.profiles.tryFormat(format.parse(kept), trial.names) }
	};
});

export const actions = { arrange, save };
