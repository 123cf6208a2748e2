import { z } from 'zod';

export const rootFolder = z
	.object({
		id: z.number().int(),
		path: z.string(),
		libraryId: z.number().int(),
		libraryName: z.string(),
		kind: z.enum(['movie', 'series']),
		readOnly: z.boolean(),
		skipPatterns: z.array(z.string()),
		state: z.enum(['new', 'ready', 'missing', 'suddenly-empty', 'unreadable']),
		freeBytes: z.number().nullable(),
		fileCount: z.number().int(),
		scannedAt: z.number().nullable(),
		addedAt: z.number(),
		report: z.unknown().meta({ description: 'What the last scan found and left out' })
	})
	.meta({ id: 'RootFolder' });

export const skipPatterns = z
	.array(z.string().trim().min(1).max(200))
	.max(100)
	.meta({ description: 'Names, or paths when they hold a slash, with * and ?' });
