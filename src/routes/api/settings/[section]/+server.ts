import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { sectionForm, sectionParams } from '../section.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'One section: values and form',
		tags: ['Settings'],
		params: sectionParams,
		output: sectionForm
	},
	({ app, params }) => app.settings.describe(params.section)
);

export const PATCH = api(
	{
		access: 'settings.manage',
		summary: 'Change settings',
		description: 'Keys left out stay; null returns a key to its default; a mask sent back keeps the secret.',
		tags: ['Settings'],
		params: sectionParams,
		body: z.record(z.string(), z.unknown()),
		output: sectionForm
	},
	({ app, params, body }) => app.settings.update(params.section, body)
);
