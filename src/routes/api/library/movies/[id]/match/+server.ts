import { api } from '#server/platform/web.ts';
import { idParams, matched, target, undoable } from '../../../item.ts';

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Say what one of the films really is',
		description:
			'Its row goes on as that, with progress and tags; when the other is in the library already, the files move there.',
		tags: ['Library'],
		params: idParams,
		body: target,
		output: matched
	},
	({ app, params, body, signal, actor }) => app.library.rematch('movie', params.id, body, signal, actor.name)
);

export const DELETE = api(
	{
		access: 'library.edit',
		summary: 'Take back the match of one of the films',
		tags: ['Library'],
		params: idParams,
		output: undoable
	},
	({ app, params, actor }) => ({ undoId: app.library.unmatch('movie', params.id, actor.name) })
);
