import { themeCookie, themeOf } from '$lib/client/theme.ts';
import { chooseLocale, localeCookie } from '$lib/i18n/locale.ts';
import type { LayoutServerLoad } from './$types';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** How the page speaks and looks; TZ decides the house's time zone for the whole process. */
export const load: LayoutServerLoad = ({ cookies, request, locals }) => ({
	...chooseLocale(
		cookies.get(localeCookie) ?? locals.app.general().language,
		request.headers.get('accept-language')
	),
	theme: themeOf(cookies.get(themeCookie)),
	timeZone,
	now: Date.now()
});
