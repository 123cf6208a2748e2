import { programme } from '$lib/components/home/steps.ts';
import { page } from '#server/platform/web.ts';

/** What there is to do, and what is under way; both only for those who look after the house. */
export const load = page({ access: 'signed-in', topics: ['health', 'jobs'] }, async ({ app, actor }) => {
	if (!actor.permissions.has('system.read')) return { steps: [], jobs: [] };
	const findings = await app.system.health.findings();
	const { items } = app.jobs.list({ states: ['running'], limit: 4 });
	return {
		steps: programme(findings).map(({ name, title, message, state, action }) => ({
			name,
			title,
			message,
			state,
			action
		})),
		jobs: items.map(({ id, title, progress, note }) => ({ id, title, progress, note }))
	};
});
