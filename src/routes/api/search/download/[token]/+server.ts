import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'search.use',
		summary: 'Save the file of a release that was found',
		tags: ['Search'],
		params: z.object({ token: z.string().max(20_000) }),
		outputType: 'application/x-bittorrent'
	},
	({ app, params, signal }) => app.torznab.download(params.token, signal)
);
