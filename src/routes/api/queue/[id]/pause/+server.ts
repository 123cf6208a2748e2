import { api } from '#server/platform/web.ts';
import { download, downloadParams } from '../../download.ts';

export const POST = api(
	{
		access: 'downloads.manage',
		summary: 'Pause a download',
		tags: ['Downloads'],
		params: downloadParams,
		output: download
	},
	({ app, params, signal }) => app.downloads.pause(params.id, signal)
);
