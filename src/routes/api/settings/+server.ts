import { api, listOf } from '#server/platform/web.ts';
import { sectionSummary } from './section.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'List the sections of the settings',
		tags: ['Settings'],
		output: listOf(sectionSummary)
	},
	({ app }) => {
		const items = app.settings.list();
		return { items, total: items.length };
	}
);
