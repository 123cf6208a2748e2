import { api } from '#server/platform/web.ts';
import { idParams } from '../../../item.ts';
import { pictureChoice } from '../../../picture-choice.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'Posters and backdrops that one of the films can have',
		tags: ['Library'],
		params: idParams,
		output: pictureChoice
	},
	({ app, params, signal }) => app.library.pictures.list('movie', params.id, signal)
);
