import { postedSchema, postedValues } from '#core/form/posted.ts';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';

/** What the environment decides is not in the form, so it is not read from it either. */
function openFields(app: App, section: string) {
	const { fields, locked } = app.settings.describe(section);
	return fields.filter(({ key }) => !(key in locked));
}

export const load = page({ access: 'settings.manage', topics: ['settings'] }, ({ app, params }) => ({
	form: app.settings.describe(params['section']!)
}));

export const actions = {
	default: action(
		{
			access: 'settings.manage',
			form: ({ app, params }) => postedSchema(openFields(app, params['section']!))
		},
		({ app, params, form }) => {
			const section = params['section']!;
			app.settings.update(section, postedValues(openFields(app, section), form));
			return { saved: true };
		}
	)
};
