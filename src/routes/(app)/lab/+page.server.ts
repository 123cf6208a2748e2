import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';
import { knownNames } from './known-names.ts';
import { addressOf, kinds, namesIn, type Asked } from './names.ts';

const kind = z.enum(kinds).optional().catch(undefined);

/** A profile that is gone is not a fault: the usual one takes its place. */
const profileOf = (app: App, id: string) =>
	app.profiles.profiles.list().find((each) => each.id === id) ?? app.profiles.fallback();

async function answer(app: App, asked: Asked) {
	const { names, ...left } = namesIn(asked.text);
	const profile = profileOf(app, asked.profileId);
	return { asked, left, ...(await app.profiles.judge(names, { profile, kind: asked.kind })) };
}

export const load = page({ access: 'search.use' }, async ({ app, actor, url }) => {
	const seen = knownNames(app);
	const text = url.searchParams.has('seen') ? seen.join('\n') : url.searchParams.getAll('names').join('\n');
	return {
		...(await answer(app, {
			text,
			kind: kind.parse(url.searchParams.get('kind') ?? undefined),
			profileId: url.searchParams.get('profile') ?? ''
		})),
		profiles: app.profiles.profiles.list().map(({ id, name }) => ({ id, name })),
		usual: app.profiles.fallback().id,
		seen: seen.length,
		mayManage: actor.permissions.has('settings.manage')
	};
});

export const actions = {
	/** For browsers without scripts: short lists get an address, long ones an answer. */
	look: action(
		{
			access: 'search.use',
			form: z.object({ names: z.string().default(''), kind, profile: z.string().default('') })
		},
		({ app, form }) => {
			const asked = { text: form.names, kind: form.kind, profileId: form.profile };
			const address = addressOf(asked);
			if (address) redirect(303, address);
			return answer(app, asked);
		}
	)
};
