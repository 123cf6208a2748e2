import type { Cookies } from '../http.ts';

/** An empty jar. What it knows of domains is large, so it is loaded with the first request. */
export function cookieJar(): Cookies {
	let opened: Promise<Cookies> | undefined;
	const jar = () => (opened ??= import('tough-cookie').then(({ CookieJar }) => new CookieJar()));
	return {
		getCookieString: async (url) => (await jar()).getCookieString(url),
		setCookie: async (cookie, url, options) => (await jar()).setCookie(cookie, url, options)
	};
}
