import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { arranged, cutoffAfter } from '#core/formats/arrange-qualities.ts';
import { postedProfile, profileOf, type ProfileDraft } from '#core/formats/profile-draft.ts';
import { profile, type Profile } from '#core/formats/profile.ts';
import type { App } from '#server/app.ts';
import { action } from '#server/platform/web.ts';
import { filmVersions } from '../../lab/examples.ts';
import { knownNames } from '../../lab/known-names.ts';

/** What the editor needs besides the profile: the formats it can score, and releases to see the effect on. */
export async function editorPage(app: App, kept: Profile | undefined) {
	const seen = knownNames(app, 40);
	return {
		formats: app.profiles.formats
			.list()
			.map(({ id, name, category, scores }) => ({ id, name, category, scores })),
		samples: { film: [...filmVersions], seen },
		before: kept && (await app.profiles.judge(filmVersions, { profile: kept }))
	};
}

/** Buttons that change the form without saving it, for browsers without scripts. */
export const arrange = action(
	{ access: 'settings.manage', form: z.looseObject({ do: z.string().default('') }) },
	({ form: { do: command, ...form } }): { draft: ProfileDraft } => {
		const draft = postedProfile(form);
		const qualities = arranged(draft.qualities, command);
		return { draft: { ...draft, qualities, cutoff: cutoffAfter(draft.cutoff, draft.qualities, qualities) } };
	}
);

function freeId(app: App, id: string): string {
	const taken = new Set(['new', ...app.profiles.profiles.list().map((each) => each.id)]);
	let free = id;
	for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
	return free;
}

export const create = action({ access: 'settings.manage', form: z.looseObject({}) }, ({ app, form }) => {
	const wanted = profile.parse(profileOf({ ...postedProfile(form), id: '' }));
	const { id } = app.profiles.profiles.save({ ...wanted, id: freeId(app, wanted.id) });
	redirect(303, `/settings/profiles/${encodeURIComponent(id)}`);
});

export const save = action(
	{ access: 'settings.manage', params: z.object({ id: z.string() }), form: z.looseObject({}) },
	({ app, params, form }) => {
		const { origin } = app.profiles.profiles.get(params.id);
		const wanted = profile.parse(profileOf({ ...postedProfile(form), id: params.id }));
		app.profiles.profiles.save(wanted, origin === 'import' ? 'import' : 'own');
		return { saved: true };
	}
);
