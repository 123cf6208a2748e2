import { api } from '#server/platform/web.ts';
import { seasonParams } from '../../../../../item.ts';
import { pictureChoice } from '../../../../../picture-choice.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'Posters that a season can have',
		description: 'Its own first, then those of its series. There are no backdrops of seasons.',
		tags: ['Library'],
		params: seasonParams,
		output: pictureChoice
	},
	({ app, params, signal }) => app.library.pictures.listSeason(params.id, params.number, signal)
);
