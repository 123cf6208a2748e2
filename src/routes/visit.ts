import type { RequestEvent } from '@sveltejs/kit';
import type { SetCookie, Visit } from '#server/accounts/types.ts';

/** The request as sign-in sees it. */
export const visitOf = ({ url, request, getClientAddress }: RequestEvent): Visit => ({
	url,
	headers: request.headers,
	ip: getClientAddress()
});

/** They come signed and encoded: they are set as they stand. */
export function setCookies({ cookies }: RequestEvent, list: SetCookie[]): void {
	for (const { name, value, options } of list)
		cookies.set(name, value, { ...options, encode: (text) => text });
}

/** Where to go after signing in: a path of ours, never another house. */
export const pathOf = (next: string | null | undefined): string =>
	next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/';
