export const locales = { en: 'English', de: 'Deutsch' } as const;
export type Locale = keyof typeof locales;
export const localeCookie = 'bijou-locale';

export interface ChosenLocale {
	/** The language of the messages. */
	locale: Locale;
	/** The full tag, for dates and numbers: someone reading English may live in Britain. */
	tag: string;
}

const isLocale = (language: string): language is Locale => Object.hasOwn(locales, language);

/** A choice made (cookie, account) wins over what the browser asks for. */
export function chooseLocale(chosen: string | undefined | null, acceptLanguage: string | null): ChosenLocale {
	const asked = (acceptLanguage ?? '')
		.split(',')
		.map((part) => part.split(';')[0]?.trim() ?? '')
		.filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag));
	const languageOf = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';
	const wanted = chosen && isLocale(chosen) ? [chosen] : asked.map(languageOf);
	const locale = wanted.find(isLocale) ?? 'en';
	return { locale, tag: asked.find((tag) => languageOf(tag) === locale && known(tag)) ?? locale };
}

function known(tag: string): boolean {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
	} catch {
		return false;
	}
}
