import { z } from 'zod';

export const renameBody = z.strictObject({
	items: z
		.array(z.strictObject({ kind: z.enum(['movie', 'series']), id: z.number().int() }))
		.min(1)
		.max(2000)
});
