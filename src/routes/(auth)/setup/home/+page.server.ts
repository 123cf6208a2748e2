import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { stepAfter } from '#core/access/setup-steps.ts';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'settings.manage' }, ({ app }) => ({
	general: app.settings.describe('general'),
	zone: app.config.timeZone,
	next: stepAfter('/setup/home')
}));

const form = z.object({ instanceName: z.string().optional(), language: z.string().optional() });

export const actions = {
	default: action({ access: 'settings.manage', form }, ({ app, form }) => {
		app.settings.update('general', form);
		redirect(303, stepAfter('/setup/home'));
	})
};
