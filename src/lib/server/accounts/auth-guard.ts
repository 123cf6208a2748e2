import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { BetterAuthPlugin } from 'better-auth';
import { whoActs } from './acting.ts';
import { addressHeader } from './address-header.ts';
import type { Audit } from './audit.ts';
import type { Attempt, Lockout } from './lockout.ts';

/** The ways in, and the word the audit log has for each. */
const ways: Record<string, string> = {
	'/sign-in/username': 'password',
	'/two-factor/verify-totp': 'code',
	'/two-factor/verify-backup-code': 'recovery code',
	'/passkey/verify-authentication': 'passkey',
	'/callback/:id': 'identity provider'
};
/** In an open session these ask for the password again. */
const confirmations = new Set([
	'/two-factor/enable',
	'/two-factor/disable',
	'/two-factor/generate-backup-codes'
]);
const guessable = (path = '') => confirmations.has(path) || (path in ways && path !== '/callback/:id');
const noted = (path = '') => confirmations.has(path) || path in ways;

const lockedOut = 'LOCKED_OUT';

interface Context {
	path?: string | undefined;
	headers?: Headers | undefined;
	body?: unknown;
}

/** Whose account is tried: named at the door, known in an open session, unknown with a passkey or a code. */
function triedBy({ path = '', body }: Context): string | undefined {
	if (confirmations.has(path)) return whoActs()?.actor?.userId;
	if (path !== '/sign-in/username') return undefined;
	return String((body as { username?: unknown } | undefined)?.username ?? '').slice(0, 64);
}

const attemptOf = (context: Context) => ({
	ip: context.headers?.get(addressHeader) ?? 'unknown',
	username: triedBy(context)
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
	/** Refusals that come from a lock are not written down, or a stubborn visitor could fill the log. */
	function refused(path: string, { ip, username }: Attempt, reason: string): void {
		if (reason === lockedOut) return;
		const target = confirmations.has(path) ? whoActs()?.actor?.name : username;
		const method = ways[path];
		if (method) audit.record({ action: 'session.refused', target, ip, details: { method, reason } });
		const wait = guessable(path) ? lockout.waitOf({ ip, username }) : 0;
		if (wait > 0) audit.record({ action: 'session.locked-out', target, ip, details: { wait } });
	}

	return {
		id: 'bijou-guard',
		hooks: {
			before: [
				{
					matcher: ({ path }) => guessable(path),
					handler: createAuthMiddleware(async (context) => {
						const wait = lockout.enter(attemptOf(context));
						if (wait === 0) return;
						throw new APIError('TOO_MANY_REQUESTS', {
							code: lockedOut,
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
					matcher: ({ path }) => noted(path),
					handler: createAuthMiddleware(async (context) => {
						const { path = '' } = context;
						const attempt = attemptOf(context);
						const outcome = outcomeOf(context.context, path);
						if (outcome.is === 'refused') refused(path, attempt, outcome.reason);
						if (outcome.is === 'refused' || outcome.is === 'nothing') return;
						if (guessable(path)) lockout.succeeded(attempt);
						if (outcome.is === 'passed' || !ways[path]) return;
						const { id, name } = outcome.user;
						const actor = { userId: id, name, kind: 'user' as const };
						const details = { method: ways[path] };
						audit.record({ action: 'session.signed-in', target: name, actor, ip: attempt.ip, details });
					})
				}
			]
		}
	};
}
