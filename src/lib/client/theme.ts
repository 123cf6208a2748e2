/** 'system' follows the device. The choice lives in a cookie, so that the server paints the right one at once. */
export type Theme = 'system' | 'dark' | 'light';
export const themeCookie = 'bijou-theme';
export const themeColors = { dark: '#160d0f', light: '#f6f0e5' };
const aYear = 365 * 86_400;

export const themeOf = (cookie: string | undefined): Theme =>
	cookie === 'dark' || cookie === 'light' ? cookie : 'system';

export function chooseTheme(theme: Theme): void {
	document.cookie = `${themeCookie}=${theme}; path=/; max-age=${aYear}; samesite=lax`;
	document.documentElement.dataset['theme'] = theme;
}

/** Changing the language changes every word, so the page is asked for anew. */
export function chooseLanguage(cookie: string, locale: string): void {
	document.cookie = `${cookie}=${locale}; path=/; max-age=${aYear}; samesite=lax`;
	location.reload();
}
