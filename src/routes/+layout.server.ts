import { themeCookie, themeOf } from '$lib/client/theme.ts';
import { chooseLocale, localeCookie } from '$lib/i18n/locale.ts';
import { generalSettings } from '#server/platform/settings/general.ts';
import type { LayoutServerLoad } from './$types';

/** How the page speaks and looks; TZ decides the house's time zone for the whole process. */
export const load: LayoutServerLoad = ({ cookies, request, locals }) => ({
	...chooseLocale(
		cookies.get(localeCookie) ?? locals.app.settings.get(generalSettings).language,
		request.headers.get('accept-language')
	),
	theme: themeOf(cookies.get(themeCookie)),
	timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
	now: Date.now()
});
