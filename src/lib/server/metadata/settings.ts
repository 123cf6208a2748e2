import { z } from 'zod';
import { defineSettings } from '#server/platform/settings.ts';

export const metadataSettings = defineSettings('metadata', {
	title: 'Metadata',
	description:
		'Where titles, episodes and pictures come from. Without a key, series come from TVmaze and films from their names and NFO files.',
	group: 'Library',
	schema: z.object({
		tmdbKey: z.string().default('').meta({
			title: 'TMDB key',
			description: 'Free, from themoviedb.org under Settings, API: either the key or the read access token.',
			secret: true
		}),
		language: z
			.string()
			.regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'A language such as en or de-DE.')
			.default('en-US')
			.meta({ title: 'Language', description: 'Of titles and descriptions.' }),
		country: z
			.string()
			.regex(/^[A-Z]{2}$/, 'A country such as US or DE.')
			.default('US')
			.meta({ title: 'Country', description: 'For age ratings and release dates.' }),
		adult: z.boolean().default(false).meta({ title: 'Include adult titles', advanced: true }),
		pictureCacheGb: z
			.number()
			.min(0.1)
			.max(1000)
			.default(5)
			.meta({ title: 'Space for pictures', unit: 'GB', advanced: true })
	}),
	env: { tmdbKey: 'TMDB_API_KEY' }
});
