import type { LayoutLoad } from './$types';

/** The German catalogue travels only to those who read German. */
export const load: LayoutLoad = async ({ data }) => ({
	...data,
	messages: data.locale === 'de' ? (await import('$lib/i18n/de.ts')).messages : undefined
});
