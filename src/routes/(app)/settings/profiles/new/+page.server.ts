import { z } from 'zod';
import { draftOf, newProfile } from '#core/formats/profile-draft.ts';
import { page } from '#server/platform/web.ts';
import { arrange, create, editorPage } from '../editing.ts';

const query = z.object({ from: z.string().optional(), medium: z.enum(['video', 'music']).default('video') });

export const load = page({ access: 'settings.manage', query }, async ({ app, query }) => {
	const from = query.from === undefined ? undefined : app.profiles.profiles.get(query.from);
	return {
		...(await editorPage(app, from)),
		from: from?.name,
		draft: from ? { ...draftOf(from), id: '', name: '' } : newProfile(query.medium)
	};
});

export const actions = { arrange, save: create };
