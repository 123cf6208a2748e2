import { api } from '#server/platform/web.ts';
import { download } from '../../queue/download.ts';
import { grabBody, toRequest } from './grab-body.ts';

export const POST = api(
	{
		access: 'downloads.manage',
		summary: 'Send a release to a download client',
		description:
			'`download` and `magnet` are those of a release that `/api/search` has listed. What was grabbed before, is with the client already or is on the blocklist is refused (409, `details.reason`) unless `force` is true.',
		tags: ['Downloads'],
		body: grabBody,
		output: download,
		status: 201,
		rate: { max: 60, perSeconds: 60 }
	},
	({ app, actor, body, signal }) =>
		app.downloads.grab(toRequest(app, body), { userId: actor.userId, name: actor.name }, signal)
);
