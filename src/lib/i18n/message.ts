import { keptFormat } from './kept-format.ts';
import type { Locale } from './locale.ts';

export type Values = Record<string, string | number>;

const slot = /\{(\w+)(?:\|([^{}]*))?\}/g;
const categories: Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Fills `{name}` from the values. `{count|film|films}` picks a word by the number: its forms stand in the order of the
 * language's plural categories (English and German: one, other).
 */
export function fill(
	message: string,
	values: Values,
	locale: Locale,
	number: (value: number) => string
): string {
	return message.replace(slot, (whole, name: string, forms: string | undefined) => {
		const value = values[name];
		if (value === undefined) return whole;
		if (forms !== undefined) return pluralForm(forms.split('|'), Number(value), locale);
		return typeof value === 'number' ? number(value) : value;
	});
}

function pluralOf(locale: Locale) {
	const rules = new Intl.PluralRules(locale);
	const { pluralCategories } = rules.resolvedOptions();
	return { rules, known: categories.filter((category) => pluralCategories.includes(category)) };
}

function pluralForm(forms: string[], count: number, locale: Locale): string {
	const { rules, known } = keptFormat(`plural ${locale}`, () => pluralOf(locale));
	return forms[known.indexOf(rules.select(count))] ?? forms.at(-1) ?? '';
}
