import { z } from 'zod';

export const draftSchema = z.object({
	kind: z.string().min(1),
	name: z.string().trim().min(1, 'Give it a name').max(100),
	settings: z.record(z.string(), z.unknown()).default({}),
	enabled: z.boolean().default(true),
	priority: z.number().int().min(1).max(100).default(25),
	tags: z.array(z.string().trim().min(1).max(50)).max(50).default([])
});

/** Built anew: `.partial()` would keep the defaults and so reset what a patch leaves out. */
export const patchSchema = z.object({
	name: draftSchema.shape.name.optional(),
	settings: z.record(z.string(), z.unknown()).optional(),
	enabled: z.boolean().optional(),
	priority: z.number().int().min(1).max(100).optional(),
	tags: draftSchema.shape.tags.unwrap().optional()
});
