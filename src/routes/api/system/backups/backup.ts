import { z } from 'zod';

const time = z.number().int().meta({ description: 'Milliseconds since 1970' });

export const backup = z
	.object({
		name: z.string(),
		reason: z.enum(['scheduled', 'manual', 'migration', 'replaced', 'uploaded']),
		madeAt: time,
		sizeBytes: z.number().int()
	})
	.meta({ id: 'Backup' });

export const backupParams = z.object({ name: z.string().max(100) });

export const examined = z.object({
	pending: z.number().int().meta({ description: 'Migrations that the next start applies to it' })
});

export const staged = z.object({ sizeBytes: z.number().int(), stagedAt: z.number() }).nullable();
