import { z } from 'zod';

export const listedEpisode = z
	.object({
		id: z.number().int(),
		seriesId: z.number().int(),
		seriesTitle: z.string(),
		seasonNumber: z.number().int(),
		number: z.number().int(),
		absoluteNumber: z.number().int().nullable(),
		title: z.string().nullable(),
		airDate: z.string().nullable(),
		runtimeMinutes: z.number().nullable(),
		stillPath: z.string().nullable(),
		monitored: z.boolean(),
		fileCount: z.number().int()
	})
	.meta({ id: 'Episode' });
