import type { Actor } from '#core/access/permissions.ts';
import { programme } from '$lib/components/home/steps.ts';
import type { App } from '#server/app.ts';
import { page } from '#server/platform/web.ts';

const shelfLength = 18;

/** What stands on the shelves; for those who look after the house, what there is to do and what is under way. */
export const load = page({ access: 'signed-in', topics: ['health', 'jobs'] }, async ({ app, actor }) => ({
	...(actor.permissions.has('library.read') ? shelves(app, actor) : { titles: 0, newest: [] }),
	...(actor.permissions.has('system.read') ? await house(app) : { steps: [], jobs: [] })
}));

function shelves({ library }: App, { userId }: Actor) {
	const lists = (['movie', 'series'] as const).map((kind) => {
		const { items, total } = library.list(kind, { limit: shelfLength, sort: '-added' }, userId);
		return { total, items: items.map((item) => ({ ...item, key: `${kind}-${item.id}` })) };
	});
	return {
		titles: lists.reduce((sum, { total }) => sum + total, 0),
		newest: lists
			.flatMap(({ items }) => items)
			.sort((a, b) => b.addedAt - a.addedAt)
			.slice(0, shelfLength)
			.map(({ key, title, year }) => ({ key, title, year }))
	};
}

async function house({ system, jobs }: App) {
	const findings = await system.health.findings();
	return {
		steps: programme(findings).map(({ name, title, message, state, action }) => ({
			name,
			title,
			message,
			state,
			action
		})),
		jobs: jobs
			.list({ states: ['running'], limit: 4 })
			.items.map(({ id, title, progress, note }) => ({ id, title, progress, note }))
	};
}
