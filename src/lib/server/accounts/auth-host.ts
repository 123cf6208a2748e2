import { AppError, notFound } from '#server/platform/errors.ts';
import type { Log } from '#server/platform/log.ts';
import { readBytes } from '#server/platform/web/body.ts';
import { addressHeader } from './address-header.ts';
import type { Auth, AuthDeps } from './auth.ts';
import { cookieLine, cookiesOf } from './cookies.ts';
import type { Oidc } from './oidc.ts';
import type { SetCookie, Visit } from './types.ts';

/** A passkey's answer is a few kilobytes. */
const maxBytes = 64 * 1024;

/** What the browser itself may ask of better-auth; everything else goes through our own doors. */
const openPaths = new Set([
	'GET /get-session',
	'POST /sign-in/username',
	'POST /sign-out',
	'POST /two-factor/verify-totp',
	'POST /two-factor/verify-backup-code',
	'GET /passkey/generate-register-options',
	'POST /passkey/verify-registration',
	'GET /passkey/generate-authenticate-options',
	'POST /passkey/verify-authentication',
	'GET /callback/oidc'
]);

export interface Answer<T> {
	status: number;
	body: T;
	cookies: SetCookie[];
}

export interface AuthHost {
	/** A request from outside, already routed to `/api/auth/*`. */
	handle(request: Request, clientIp: string): Promise<Response>;
	/** A question of our own on behalf of a visit; throws what the visitor should be told. */
	ask<T>(visit: Visit, path: string, body?: unknown): Promise<Answer<T>>;
	session(headers: Headers): ReturnType<Auth['api']['getSession']>;
	/** Makes sure that the identity provider is known; throws when it does not answer. */
	ready(): Promise<void>;
	/** Settings changed. */
	rebuild(): void;
}

export function createAuthHost(deps: AuthDeps & { oidcPort: Oidc; log: Log }): AuthHost {
	let extras: Pick<AuthDeps, 'oidc' | 'passkeys'> = {};
	let opened: Promise<Auth> | undefined;
	/** Signing in weighs a fifth of all our code: it is loaded when somebody comes with a session, or for one. */
	const auth = () =>
		(opened ??= import('./auth.ts').then(({ createAuth }) => createAuth({ ...deps, ...extras })));
	const extend = (more: typeof extras) => {
		extras = { ...extras, ...more };
		opened = undefined;
	};

	const send = async (visit: Visit, request: { method: string; path: string; body?: string | undefined }) => {
		const headers = new Headers(visit.headers);
		headers.delete('content-length');
		headers.set(addressHeader, visit.ip);
		const { method, path, body } = request;
		if (path.startsWith('/callback/')) await ready();
		if (path.startsWith('/passkey/')) await readyForPasskeys();
		return (await auth()).handler(
			new Request(`${visit.url.origin}/api/auth${path}`, {
				method,
				headers,
				...(body === undefined ? {} : { body })
			})
		);
	};

	async function ready() {
		if (extras.oidc || !deps.oidcPort.title()) return;
		const found = await deps.oidcPort.discover();
		extend({ oidc: deps.oidcPort.provider(found) });
	}

	/** Their certificates and encodings are half of what signing in weighs, so they come with the first who has one. */
	async function readyForPasskeys() {
		if (extras.passkeys) return;
		const { passkey } = await import('@better-auth/passkey');
		extend({ passkeys: passkey({ rpName: 'Bijou' }) });
	}

	return {
		ready,
		rebuild: () => extend({ oidc: undefined }),
		async handle(request, clientIp) {
			const url = new URL(request.url);
			const path = url.pathname.replace(/^\/api\/auth/, '');
			if (!openPaths.has(`${request.method} ${path}`)) throw notFound('way in', path);
			const body = request.method === 'GET' ? undefined : String(await readBytes(request, maxBytes));
			const visit = { url, headers: request.headers, ip: clientIp };
			const answer = await send(visit, { method: request.method, path: path + url.search, body });
			const headers = new Headers(answer.headers);
			headers.delete('set-cookie');
			for (const cookie of cookiesOf(answer.headers, url.protocol === 'https:'))
				headers.append('set-cookie', cookieLine(cookie));
			headers.set('cache-control', 'no-store');
			return new Response(answer.body, { status: answer.status, headers });
		},
		async ask<T>(visit: Visit, path: string, body?: unknown) {
			const headers = new Headers(visit.headers);
			headers.set('origin', visit.url.origin);
			for (const name of ['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'content-type'])
				headers.delete(name);
			if (body !== undefined) headers.set('content-type', 'application/json');
			const answer = await send(
				{ ...visit, headers },
				{
					method: body === undefined ? 'GET' : 'POST',
					path,
					body: body === undefined ? body : JSON.stringify(body)
				}
			);
			const told = (await answer.json().catch(() => null)) as T;
			if (answer.status >= 400) throw faultOf(answer.status, told as Told | null);
			return {
				status: answer.status,
				body: told,
				cookies: cookiesOf(answer.headers, visit.url.protocol === 'https:')
			};
		},
		session: async (headers) => (await auth()).api.getSession({ headers })
	};
}

interface Told {
	code?: string;
	message?: string;
	retryAfter?: number;
}

const sentences: Record<string, string> = {
	INVALID_USERNAME_OR_PASSWORD: 'The user name or the password is not right.',
	INVALID_CODE: 'This code is not right. Codes change every 30 seconds; check the clock of your device.',
	INVALID_BACKUP_CODE: 'This recovery code is not right, or it was used before.',
	INVALID_TWO_FACTOR_COOKIE: 'This sign-in took too long. Start again.',
	TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Start again.',
	ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Wait a quarter of an hour and try again.',
	INVALID_PASSWORD: 'The password is not right.'
};

function faultOf(status: number, told: Told | null): AppError {
	const { code = 'refused', message = 'That did not work.', retryAfter } = told ?? {};
	if (code === 'LOCKED_OUT')
		return new AppError('locked_out', message, { status: 429, details: { retryAfter } });
	return new AppError(code.toLowerCase(), sentences[code] ?? message, {
		status: status >= 500 ? 500 : status
	});
}
