import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'open',
		summary: 'The file or magnet behind a link of a Torznab feed',
		description: 'The link is signed and says itself what it may fetch.',
		tags: ['Torznab'],
		params: z.object({ token: z.string().max(20_000) }),
		outputType: 'application/x-bittorrent'
	},
	({ app, params, signal }) => app.torznab.download(params.token, signal)
);
