import type { SetCookie } from './types.ts';

export const cookiePrefix = 'bijou';
export const sessionCookie = `${cookiePrefix}.session_token`;

/** The longest a browser keeps a cookie; how long a session lives is decided by its row, which use extends. */
const longest = 400 * 24 * 3600;

/** The raw value, still encoded, as it was sent. */
export function cookieOf(headers: Headers, name: string): string | undefined {
	for (const pair of (headers.get('cookie') ?? '').split(';')) {
		const [key = '', ...rest] = pair.split('=');
		if (key.trim() === name) return rest.join('=').trim();
	}
	return undefined;
}

/** Reads better-auth's Set-Cookie lines; marks them secure where the visitor's address is. */
export function cookiesOf(headers: Headers, secure: boolean): SetCookie[] {
	return headers.getSetCookie().map((line) => {
		const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
		const [name = '', ...value] = pair.split('=');
		const maxAge = attributes.find((part) => /^max-age=/i.test(part))?.split('=')[1];
		return {
			name,
			value: value.join('='),
			options: {
				path: '/',
				httpOnly: true,
				secure,
				sameSite: 'lax' as const,
				...(maxAge === undefined ? {} : { maxAge: stretched(name, Number(maxAge)) })
			}
		};
	});
}

const stretched = (name: string, maxAge: number) =>
	maxAge > 0 && name.startsWith(sessionCookie) ? longest : maxAge;

export function cookieLine({ name, value, options }: SetCookie): string {
	const age = options.maxAge === undefined ? '' : `; Max-Age=${options.maxAge}`;
	return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${options.secure ? '; Secure' : ''}`;
}

/** What the browser would send after it took in those cookies: for the next step of the same visit. */
export function withCookies(headers: Headers, cookies: SetCookie[]): Headers {
	const jar = new Map(
		(headers.get('cookie') ?? '')
			.split(';')
			.map((pair) => pair.trim().split('='))
			.filter(([name]) => name)
			.map(([name, ...value]) => [name!, value.join('=')])
	);
	for (const { name, value, options } of cookies) {
		if (options.maxAge !== undefined && options.maxAge <= 0) jar.delete(name);
		else jar.set(name, value);
	}
	const next = new Headers(headers);
	next.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
	return next;
}
