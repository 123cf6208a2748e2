import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { draft, source } from '../source.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'List the programs a library is brought along from',
		tags: ['Bringing along'],
		output: z.object({ items: z.array(source) })
	},
	({ app }) => ({ items: app.library.bring.list() })
);

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Test a program and keep it',
		tags: ['Bringing along'],
		body: draft,
		output: source,
		status: 201
	},
	({ app, body, event }) => app.library.bring.add(body, app.accounts.people.list(), event.request.signal)
);
