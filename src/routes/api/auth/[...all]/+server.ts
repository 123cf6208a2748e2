import { api } from '#server/platform/web.ts';
import type { ApiHandler } from '#server/platform/web/spec.ts';

const rate = { max: 60, perSeconds: 60, by: 'address' } as const;
const description =
	'better-auth: passkeys, codes, and the way back from the identity provider. Meant for our own pages.';

export const GET: ApiHandler = api(
	{ access: 'open', summary: 'Sign-in, for browsers', description, tags: ['Sign-in'], rate },
	({ app, event }) =>
		app.accounts.auth.handle(new Request(event.url, event.request), event.getClientAddress())
);

export const POST: ApiHandler = api(
	{ access: 'open', summary: 'Sign-in, for browsers', description, tags: ['Sign-in'], rate },
	({ app, event }) =>
		app.accounts.auth.handle(new Request(event.url, event.request), event.getClientAddress())
);
