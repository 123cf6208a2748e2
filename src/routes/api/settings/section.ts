import { z } from 'zod';

/** One field of a form drawn from a schema. */
export const field = z
	.object({
		key: z.string(),
		type: z.string(),
		title: z.string(),
		description: z.string().optional(),
		required: z.boolean(),
		default: z.unknown().optional(),
		options: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
		min: z.number().optional(),
		max: z.number().optional(),
		integer: z.boolean().optional(),
		placeholder: z.string().optional(),
		advanced: z.boolean().optional(),
		unit: z.string().optional(),
		secret: z.boolean().optional()
	})
	.meta({ id: 'Field' });

export const sectionSummary = z
	.object({
		section: z.string(),
		title: z.string(),
		description: z.string().optional(),
		group: z.string()
	})
	.meta({ id: 'SettingsSection' });

export const sectionForm = sectionSummary
	.extend({
		fields: z.array(field),
		values: z.record(z.string(), z.unknown()).meta({ description: 'Secrets are masked' }),
		locked: z
			.record(z.string(), z.string())
			.meta({ description: 'Keys that an environment variable decides, with its name' })
	})
	.meta({ id: 'SettingsForm' });

export const sectionParams = z.object({ section: z.string() });
