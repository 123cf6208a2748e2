import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { BetterAuthPlugin } from 'better-auth';
import type { Audit } from './audit.ts';
import type { Lockout } from './lockout.ts';

/** The ways in, and the word the audit log has for each. */
const ways: Record<string, string> = {
	'/sign-in/username': 'password',
	'/two-factor/verify-totp': 'code',
	'/two-factor/verify-backup-code': 'recovery code',
	'/passkey/verify-authentication': 'passkey',
	'/callback/:id': 'identity provider'
};
const guessable = (path: string | undefined) =>
	path !== undefined && path in ways && path !== '/callback/:id';

/** Where our own edge writes the visitor's address; it replaces whatever came from outside under this name. */
export const addressHeader = 'x-bijou-client-address';

interface Context {
	path?: string | undefined;
	headers?: Headers | undefined;
	body?: unknown;
}

const attemptOf = ({ path, headers, body }: Context) => ({
	ip: headers?.get(addressHeader) ?? 'unknown',
	username:
		path === '/sign-in/username'
			? String((body as { username?: unknown } | undefined)?.username ?? '')
			: undefined
});

type Outcome =
	| { is: 'refused'; reason: string }
	/** Right, but nobody came in by it: a second factor is still wanted, or a code confirmed a setting. */
	| { is: 'passed' }
	| { is: 'signed-in'; user: { id: string; name: string } }
	| { is: 'nothing' };

interface Ending {
	returned?: unknown;
	responseHeaders?: Headers | undefined;
	newSession: { session: { token: string }; user: { id: string; name: string } } | null;
}

function outcomeOf({ returned, responseHeaders, newSession }: Ending, path: string): Outcome {
	const fault = returned instanceof APIError ? returned : undefined;
	if (fault && fault.status !== 'FOUND')
		return { is: 'refused', reason: String(fault.body?.code ?? fault.status) };
	if (!newSession) {
		const sentTo = responseHeaders?.get('location') ?? '';
		const reason = /[?&]error=([^&]*)/.exec(sentTo)?.[1];
		if (reason) return { is: 'refused', reason };
		return path === '/callback/:id' ? { is: 'nothing' } : { is: 'passed' };
	}
	// Confirming a new authenticator renews the session too, but answers with the token of the one before.
	const answered = (returned as { token?: string } | undefined)?.token;
	const confirmed = path.startsWith('/two-factor/') && answered !== newSession.session.token;
	return confirmed ? { is: 'passed' } : { is: 'signed-in', user: newSession.user };
}

/** Counts attempts before they are judged, and writes down how they ended. It must stand last among the plugins. */
export function authGuard({ lockout, audit }: { lockout: Lockout; audit: Audit }): BetterAuthPlugin {
	return {
		id: 'bijou-guard',
		hooks: {
			before: [
				{
					matcher: ({ path }) => guessable(path),
					handler: createAuthMiddleware(async (context) => {
						const attempt = attemptOf(context);
						const wait = lockout.enter(attempt);
						if (wait === 0) return;
						const { ip, username } = attempt;
						audit.record({ action: 'session.locked-out', target: username, ip, details: { wait } });
						throw new APIError('TOO_MANY_REQUESTS', {
							code: 'LOCKED_OUT',
							message: `Too many failed attempts. Try again in ${wait} s.`,
							retryAfter: wait
						});
					})
				}
			],
			after: [
				{
					matcher: ({ path }) => path === '/passkey/verify-registration',
					handler: createAuthMiddleware(async ({ context, body }) => {
						if (context.returned instanceof APIError) return;
						audit.record({ action: 'person.passkey-added', target: (body as { name?: string }).name });
					})
				},
				{
					matcher: ({ path }) => path !== undefined && path in ways,
					handler: createAuthMiddleware(async (context) => {
						const outcome = outcomeOf(context.context, context.path!);
						if (outcome.is === 'nothing') return;
						const { ip, username } = attemptOf(context);
						const method = ways[context.path!]!;
						if (outcome.is === 'refused') {
							const details = { method, reason: outcome.reason };
							audit.record({ action: 'session.refused', target: username, ip, details });
							return;
						}
						if (guessable(context.path)) lockout.succeeded({ ip, username });
						if (outcome.is === 'passed') return;
						const { id, name } = outcome.user;
						const actor = { userId: id, name, kind: 'user' as const };
						audit.record({ action: 'session.signed-in', target: name, actor, ip, details: { method } });
					})
				}
			]
		}
	};
}
