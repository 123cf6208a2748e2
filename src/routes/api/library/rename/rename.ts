import { z } from 'zod';

export const renameBody = z.strictObject({
	items: z
		.array(
			z.strictObject({
				kind: z.enum(['movie', 'series']),
				id: z.number().int(),
				files: z.array(z.number().int()).min(1).max(500).exactOptional().meta({
					description: 'Only these of its files; its folder keeps its name'
				})
			})
		)
		.min(1)
		.max(2000)
});
