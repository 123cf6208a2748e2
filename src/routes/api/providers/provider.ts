import { z } from 'zod';
import { field } from '../settings/section.ts';

const time = z.number().int().meta({ description: 'Milliseconds since 1970' });
const settings = z.record(z.string(), z.unknown());

export const port = z
	.object({ port: z.string(), title: z.string(), description: z.string().optional() })
	.meta({ id: 'ProviderPort' });

export const kind = z
	.object({
		port: z.string(),
		kind: z.string(),
		title: z.string(),
		description: z.string().optional(),
		fields: z.array(field),
		testable: z.boolean()
	})
	.meta({ id: 'ProviderKind' });

export const provider = z
	.object({
		id: z.number().int(),
		port: z.string(),
		kind: z.string(),
		kindTitle: z.string().optional(),
		name: z.string(),
		enabled: z.boolean(),
		priority: z.number().int(),
		tags: z.array(z.string()),
		settings: settings.meta({ description: 'Secrets are masked' }),
		failures: z.number().int(),
		disabledUntil: time.nullable(),
		lastError: z.string().nullable(),
		lastFailureAt: time.nullable(),
		lastSuccessAt: time.nullable(),
		createdAt: time,
		updatedAt: time
	})
	.meta({ id: 'Provider' });

const said = {
	name: z.string(),
	settings,
	enabled: z.boolean(),
	priority: z.number().int(),
	tags: z.array(z.string())
};

export const draft = z
	.strictObject({
		kind: z.string(),
		name: said.name,
		settings: settings.default({}),
		enabled: said.enabled.exactOptional(),
		priority: said.priority.exactOptional(),
		tags: said.tags.exactOptional()
	})
	.meta({ id: 'ProviderDraft' });

export const patch = z
	.strictObject({
		name: said.name.exactOptional(),
		settings: settings.exactOptional(),
		enabled: said.enabled.exactOptional(),
		priority: said.priority.exactOptional(),
		tags: said.tags.exactOptional()
	})
	.meta({ id: 'ProviderPatch' });

export const portParams = z.object({ port: z.string() });
export const providerParams = z.object({ port: z.string(), id: z.number().int().positive() });
