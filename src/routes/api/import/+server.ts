import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { startedJob } from '../library/item.ts';
import { importMode } from './import.ts';

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Import the chosen files of a look',
		description:
			'One file that fails does not stop the others; the result of the job names the step that undoes all.',
		tags: ['Import'],
		body: z.strictObject({ lookId: z.number().int(), mode: importMode.optional() }),
		output: startedJob,
		status: 202
	},
	({ app, body: { lookId, ...wish }, actor }) => ({
		jobId: app.imports.bring(lookId, wish, { userId: actor.userId, name: actor.name })
	})
);
