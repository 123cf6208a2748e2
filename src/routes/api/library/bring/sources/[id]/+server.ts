import { api } from '#server/platform/web.ts';
import { idParams, patch, source } from '../../source.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'One of the programs',
		tags: ['Bringing along'],
		params: idParams,
		output: source
	},
	({ app, params }) => app.library.bring.get(params.id)
);

export const PATCH = api(
	{
		access: 'settings.manage',
		summary: 'Say where its folders lie here, and whose watched states go to whom',
		tags: ['Bringing along'],
		params: idParams,
		body: patch,
		output: source
	},
	({ app, params, body }) => app.library.bring.update(params.id, body)
);

export const DELETE = api(
	{
		access: 'settings.manage',
		summary: 'Forget the program; what came stays',
		tags: ['Bringing along'],
		params: idParams,
		status: 204
	},
	({ app, params }) => {
		app.library.bring.remove(params.id);
		return new Response(null, { status: 204 });
	}
);
