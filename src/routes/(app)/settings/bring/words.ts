import type { RowKind, Standing } from '#core/library/bring-words.ts';

export const apps = [
	{
		value: 'sonarr',
		title: 'Sonarr',
		text: 'Series, profiles, tags, history',
		place: 'http://192.168.1.10:8989',
		key: 'In Sonarr under Settings > General > Security.'
	},
	{
		value: 'radarr',
		title: 'Radarr',
		text: 'Films, profiles, tags, history',
		place: 'http://192.168.1.10:7878',
		key: 'In Radarr under Settings > General > Security.'
	},
	{
		value: 'jellyfin',
		title: 'Jellyfin',
		text: 'What everybody has watched',
		place: 'http://192.168.1.10:8096',
		key: 'Make one in Jellyfin under Dashboard > API Keys.'
	}
] as const;

export const kindTitles: Record<RowKind, string> = {
	root: 'Root folders',
	profile: 'Profiles',
	format: 'Formats',
	movie: 'Films',
	series: 'Series',
	history: 'History',
	watched: 'Watched states'
};

export const standingTitles: Record<Standing, string> = {
	new: 'New',
	changes: 'Changes',
	same: 'The same already',
	skipped: 'Left out'
};
