import { z } from 'zod';
import { invitation, newInvitation } from '#core/access/person-schema.ts';
import { api, listOf } from '#server/platform/web.ts';

export const GET = api(
	{ access: 'users.manage', summary: 'List invitations', tags: ['People'], output: listOf(invitation) },
	({ app }) => {
		const items = app.accounts.invitations.list();
		return { items, total: items.length };
	}
);

export const POST = api(
	{
		access: 'users.manage',
		summary: 'Invite somebody',
		description: 'The link is in this answer and nowhere else.',
		tags: ['People'],
		body: newInvitation,
		output: z.object({ link: z.string(), invitation }),
		status: 201
	},
	({ app, actor, body, event }) => {
		const { token, view } = app.accounts.invitations.create(actor, body);
		return { link: `${event.url.origin}/invite/${token}`, invitation: view };
	}
);
