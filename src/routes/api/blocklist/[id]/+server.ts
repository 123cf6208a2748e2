import { notFound } from '#server/platform/errors.ts';
import { api } from '#server/platform/web.ts';
import { downloadParams } from '../../queue/download.ts';

export const DELETE = api(
	{
		access: 'downloads.manage',
		summary: 'Take a release off the blocklist',
		tags: ['Downloads'],
		params: downloadParams,
		status: 204
	},
	({ app, params }) => {
		if (app.downloads.blocklist.remove([params.id]) === 0) throw notFound('blocked release', params.id);
	}
);
