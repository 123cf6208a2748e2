import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { changedFormat, formatOf, postedFormat, type FormatDraft } from '#core/formats/format-draft.ts';
import { format } from '#core/formats/format.ts';
import type { App } from '#server/app.ts';
import { conflict } from '#server/platform/errors.ts';
import { action } from '#server/platform/web.ts';
import { filmVersions } from '../../lab/examples.ts';
import { knownNames } from '../../lab/known-names.ts';

const reserved = new Set(['new', 'import', 'export', 'try']);

/** What formats are tried on while they are edited. */
export function trialNames(app: App) {
	const known = knownNames(app);
	return { names: known.length > 0 ? known : [...filmVersions], areExamples: known.length === 0 };
}

/** Buttons that change the form without saving it, for browsers without scripts. */
export const arrange = action(
	{ access: 'settings.manage', form: z.looseObject({ do: z.string().default('') }) },
	({ form: { do: command, ...form } }): { draft: FormatDraft } => ({
		draft: changedFormat(postedFormat(form), command)
	})
);

/** A new format never takes another's place by chance. */
function freeId(app: App, id: string): string {
	const taken = new Set(app.profiles.formats.list().map((each) => each.id));
	let free = id;
	for (let number = 2; taken.has(free) || reserved.has(free); number++) free = `${id}-${number}`;
	return free;
}

export const create = action({ access: 'settings.manage', form: z.looseObject({}) }, ({ app, form }) => {
	const wanted = format.parse(formatOf({ ...postedFormat(form), id: '' }));
	const { id } = app.profiles.formats.save({ ...wanted, id: freeId(app, wanted.id) });
	redirect(303, `/settings/formats/${encodeURIComponent(id)}?saved=1`);
});

export const save = action(
	{ access: 'settings.manage', params: z.object({ id: z.string() }), form: z.looseObject({}) },
	({ app, params, form }) => {
		const { origin } = app.profiles.formats.get(params.id);
		const wanted = format.parse(formatOf({ ...postedFormat(form), id: params.id }));
		if (wanted.id !== params.id) throw conflict('The id of a format cannot change.');
		app.profiles.formats.save(wanted, origin === 'import' ? 'import' : 'own');
		return { saved: true };
	}
);
