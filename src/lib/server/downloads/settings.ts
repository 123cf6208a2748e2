import { z } from 'zod';
import { defineSettings } from '#server/platform/settings.ts';

export const downloadSettings = defineSettings('downloads', {
	title: 'Downloads',
	description: 'What Bijou remembers of what it asked for.',
	group: 'Releases',
	schema: z.object({
		keepHistoryDays: z.number().int().min(1).max(3650).default(365).meta({
			title: 'Keep the history for',
			description: 'Of downloads that failed or were cleared away.',
			unit: 'days'
		})
	})
});
