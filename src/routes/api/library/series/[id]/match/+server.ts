import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { idParams, target } from '../../../item.ts';

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Say what one of the series really is',
		description:
			'Its row goes on as that, with progress and tags; when the other is in the library already, the files move there.',
		tags: ['Library'],
		params: idParams,
		body: target,
		output: z.object({ kind: z.enum(['movie', 'series']), id: z.number().int() })
	},
	({ app, params, body, signal }) => app.library.rematch('series', params.id, body, signal)
);

export const DELETE = api(
	{
		access: 'library.edit',
		summary: 'Take back the match of one of the series',
		tags: ['Library'],
		params: idParams,
		status: 204
	},
	({ app, params }) => {
		app.library.unmatch('series', params.id);
	}
);
