import { z } from 'zod';
import { defineSettings } from '#server/platform/settings.ts';

export const indexerSettings = defineSettings('searching', {
	title: 'Searching',
	description: 'How indexers are asked, and where their definitions come from.',
	group: 'Releases',
	schema: z.object({
		deadlineSeconds: z.number().int().min(5).max(120).default(30).meta({
			title: 'Wait for an indexer',
			description: 'Who has not answered by then is left out of that search.',
			unit: 'seconds'
		}),
		cacheMinutes: z.number().int().min(1).max(60).default(5).meta({
			title: 'Keep answers',
			description: 'The same question within this time is not asked again.',
			unit: 'minutes'
		}),
		keepSeenDays: z.number().int().min(1).max(365).default(30).meta({
			title: 'Remember what the feeds showed',
			unit: 'days',
			advanced: true
		}),
		keepStatisticsDays: z.number().int().min(2).max(365).default(90).meta({
			title: 'Keep statistics',
			unit: 'days',
			advanced: true
		}),
		archiveAddress: z
			.union([
				z.literal(''),
				z.url({ protocol: /^https?$/, error: 'Give an address that starts with https://' })
			])
			.default('')
			.meta({
				title: 'Archive of definitions',
				description:
					'Address of a zip or tar.gz of definition files (YAML); it is fetched once a day. Empty: none is fetched.',
				placeholder: 'https://example.org/definitions.zip',
				widget: 'url'
			})
	})
});
