import type { Actor } from '#core/access/permissions.ts';
import { programme } from '$lib/components/home/steps.ts';
import type { App } from '#server/app.ts';
import { page } from '#server/platform/web.ts';

const shelfLength = 20;
const upcomingDays = 14;
const dayMs = 86_400_000;
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** What stands on the shelves; for those who look after the house, what there is to do and what is under way. */
export const load = page(
	{ access: 'signed-in', topics: ['health', 'jobs', 'library'] },
	async ({ app, actor }) => ({
		...(actor.permissions.has('library.read') ? shelves(app, actor) : { titles: 0 }),
		...(actor.permissions.has('system.read') ? await house(app) : { steps: [], jobs: [] })
	})
);

function shelves({ library, metadata }: App, { userId }: Actor) {
	const titles = (['movie', 'series'] as const).reduce(
		(sum, kind) => sum + library.list(kind, { limit: 1 }, userId).total,
		0
	);
	if (titles === 0) return { titles };
	const { pages } = library;
	const today = Date.now();
	const rows = {
		begun: pages.begun(userId, shelfLength),
		next: pages.upNext(userId, shelfLength),
		recent: pages.recent(shelfLength),
		upcoming: pages
			.calendar(isoDay(today), isoDay(today + upcomingDays * dayMs))
			.filter(({ monitored, have }) => monitored && !have)
			.slice(0, shelfLength)
	};
	const lead =
		rows.begun[0] ?? rows.recent.find(({ backdropPath }) => backdropPath !== null) ?? rows.recent[0];
	const shown = [...rows.begun, ...rows.next, ...rows.recent, ...rows.upcoming];
	return {
		titles,
		rows,
		lead,
		begun: rows.begun.length > 0,
		pictures: Object.fromEntries(
			metadata.artwork.placeholders(
				shown.flatMap((item) => [
					item.posterPath,
					item.backdropPath,
					'stillPath' in item ? item.stillPath : null
				])
			)
		)
	};
}

async function house({ system, jobs }: App) {
	const findings = await system.health.findings();
	return {
		steps: programme(findings).map(({ name, title, said, state, action }) => ({
			name,
			title,
			said,
			state,
			action
		})),
		jobs: jobs
			.list({ states: ['running'], limit: 4 })
			.items.map(({ id, title, progress, note }) => ({ id, title, progress, note }))
	};
}
