import { postedSchema, postedValues } from '#core/form/posted.ts';
import type { Field } from '#core/form/fields.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/platform/errors.ts';
import { z } from 'zod';

export function portOf(app: App, name: string) {
	const port = app.providers.ports().find((each) => each.port === name);
	if (!port) throw notFound('provider port', name);
	return port;
}

export const kindOf = (app: App, port: string, name: string) => app.providers.kind(port, name);

/** Names in the form: what every provider has, and its own settings behind this prefix. */
export const prefix = 'settings.';

const common = z.object({
	name: z.string().default(''),
	enabled: z.boolean(),
	priority: z.number({ error: 'Give a number' }).default(25),
	tags: z.array(z.string())
});

export const providerForm = (fields: readonly Field[]) => common.extend(postedSchema(fields, prefix).shape);

export function draftFrom(fields: readonly Field[], form: Record<string, unknown>) {
	const { name, enabled, priority, tags } = common.parse(form);
	return { name, enabled, priority, tags, settings: postedValues(fields, form, prefix) };
}
