import { api } from '#server/platform/web.ts';
import { callOf } from '../call.ts';

export const GET = api(
	{
		access: 'open',
		summary: 'Torznab over all indexers',
		description: 'Caps, feed and searches as Sonarr, Radarr and Prowlarr ask them; the key goes in `apikey`.',
		tags: ['Torznab'],
		outputType: 'application/rss+xml'
	},
	({ app, event }) => app.torznab.answer(callOf(event))
);
