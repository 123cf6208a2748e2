import { z } from 'zod';

export const libraryFields = z.strictObject({
	name: z.string().trim().min(1).max(100),
	kind: z.enum(['movie', 'series']),
	seriesType: z.enum(['standard', 'anime', 'daily']).exactOptional(),
	profileId: z.string().max(200).nullable().exactOptional(),
	monitorNew: z.boolean().exactOptional(),
	position: z.number().int().min(0).max(10_000).exactOptional()
});

export const library = z
	.object({
		id: z.number().int(),
		name: z.string(),
		kind: z.enum(['movie', 'series']),
		seriesType: z.enum(['standard', 'anime', 'daily']),
		profileId: z.string().max(200).nullable(),
		monitorNew: z.boolean(),
		position: z.number().int()
	})
	.meta({ id: 'Library' });
