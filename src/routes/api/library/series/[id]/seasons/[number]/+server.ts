import { api } from '#server/platform/web.ts';
import { seasonParams, seasonPatch } from '../../../../item.ts';

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Monitor a season with its episodes, or no longer; choose its poster',
		tags: ['Library'],
		params: seasonParams,
		body: seasonPatch
	},
	({ app, params: { id: seriesId, number }, body, actor }) => {
		const undoId = app.library.editSeason({ seriesId, number }, body, actor.name);
		return { ...app.library.series(seriesId, actor.userId), ...(undoId !== undefined && { undoId }) };
	}
);
