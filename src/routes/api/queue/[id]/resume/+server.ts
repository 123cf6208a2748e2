import { api } from '#server/platform/web.ts';
import { download, downloadParams } from '../../download.ts';

export const POST = api(
	{
		access: 'downloads.manage',
		summary: 'Resume a download',
		tags: ['Downloads'],
		params: downloadParams,
		output: download
	},
	({ app, params, signal }) => app.downloads.resume(params.id, signal)
);
