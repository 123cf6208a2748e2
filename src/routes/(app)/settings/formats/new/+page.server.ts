import { z } from 'zod';
import { draftOf, newFormat } from '#core/formats/format-draft.ts';
import { page } from '#server/platform/web.ts';
import { arrange, create, trialNames } from '../editing.ts';

const query = z.object({ from: z.string().optional() });

export const load = page({ access: 'settings.manage', query }, ({ app, query }) => {
	const from = query.from === undefined ? undefined : app.profiles.formats.get(query.from);
	return {
		draft: from ? { ...draftOf(from), id: '', name: '' } : newFormat(),
		from: from?.name,
		categories: [...new Set(app.profiles.formats.list().map(({ category }) => category))],
		trial: trialNames(app)
	};
});

export const actions = { arrange, save: create };
