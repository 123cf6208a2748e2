import { z } from 'zod';
import { draftOf } from '#core/formats/profile-draft.ts';
import { page } from '#server/platform/web.ts';
import { arrange, editorPage, save } from '../editing.ts';

const params = z.object({ id: z.string() });

export const load = page({ access: 'settings.manage', params }, async ({ app, params }) => {
	const kept = app.profiles.profiles.get(params.id);
	return {
		...(await editorPage(app, kept)),
		id: kept.id,
		name: kept.name,
		description: kept.description,
		origin: kept.origin,
		draft: draftOf(kept),
		uses: app.library.following.uses(kept.id),
		others: app.library.following.choices().filter(({ id }) => id !== kept.id)
	};
});

export const actions = { arrange, save };
