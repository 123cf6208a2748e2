import { getContext, setContext } from 'svelte';
import { createFormats, type Formats } from './formats.ts';
import type { Locale } from './locale.ts';
import { fill, type Values } from './message.ts';

export type Messages = Readonly<Record<string, string>>;

/**
 * `const { t, date, bytes } = getI18n()` in any component. Messages are keyed by their English text:
 * `t('Run now')`, `t('{name} is ready', { name })`, `t('{count} {count|film|films}', { count })`.
 * German stands in `de/<room>.ts`, which exports `messages`.
 */
export interface I18n extends Formats {
	readonly locale: Locale;
	t(message: string, values?: Values): string;
}

interface I18nOptions {
	locale: Locale;
	tag?: string;
	timeZone: string;
	/** The clock for relative times: the server's moment first, so that both sides print the same. */
	now(): number;
	messages?: Messages | undefined;
}

const context = Symbol('i18n');

export function createI18n(options: I18nOptions): I18n {
	const { locale, messages } = options;
	const formats = createFormats({ tag: options.tag ?? locale, timeZone: options.timeZone, now: options.now });
	const t = (message: string, values?: Values) => {
		const text = messages?.[message] ?? message;
		return values ? fill(text, values, locale, formats.number) : text;
	};
	return { ...formats, locale, t };
}

export function setI18n(i18n: I18n): I18n {
	return setContext(context, i18n);
}

/** Outside the root layout (a lone component) it speaks English. */
export function getI18n(): I18n {
	return (
		getContext<I18n | undefined>(context) ?? createI18n({ locale: 'en', timeZone: 'UTC', now: Date.now })
	);
}
