import { api } from '#server/platform/web.ts';
import { draft, told } from '../source.ts';

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Ask Sonarr, Radarr or Jellyfin who it is, without keeping anything',
		tags: ['Bringing along'],
		body: draft,
		output: told
	},
	({ app, body, event }) => app.library.bring.test(body, event.request.signal)
);
