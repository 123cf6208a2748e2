import type { RequestEvent } from '@sveltejs/kit';
import { themeCookie, themeOf } from '$lib/client/theme.ts';
import { chooseLocale, localeCookie } from '$lib/i18n/locale.ts';

/** For `resolve(event, { transformPageChunk })`: language and look stand in the first byte of the page, nothing flashes. */
export function paintDocument({ cookies, request }: RequestEvent): (chunk: { html: string }) => string {
	const { tag } = chooseLocale(cookies.get(localeCookie), request.headers.get('accept-language'));
	const theme = themeOf(cookies.get(themeCookie));
	return ({ html }) => html.replace('%bijou.lang%', tag).replace('%bijou.theme%', theme);
}
