import { tellingWords, titleWords } from './title-words.ts';
import { transliterate } from './transliterate.ts';

/** A title as it is compared. */
export interface TitleForm {
	readonly title: string;
	/** All words, run together: equal keys mean the same title written differently. */
	readonly key: string;
	/** The telling words, run together. */
	readonly looseKey: string;
	/** The loose key in Latin letters, when the title has others. */
	readonly latinKey: string | undefined;
	/** The digits in it, in order: what tells a sequel from its forerunner. */
	readonly numbers: string;
}

const forms = new Map<string, TitleForm>();
const maxForms = 4000;

export function titleForm(title: string): TitleForm {
	const known = forms.get(title);
	if (known) return known;
	if (forms.size >= maxForms) forms.clear();
	const form = createForm(title);
	forms.set(title, form);
	return form;
}

export function createForm(title: string): TitleForm {
	const words = titleWords(title.length > 300 ? title.slice(0, 300) : title);
	const telling = tellingWords(words);
	const looseKey = telling.join('');
	return {
		title,
		key: words.join(''),
		looseKey,
		latinKey: transliterate(looseKey),
		numbers: telling.filter((word) => /^\p{N}+$/u.test(word)).join(' ')
	};
}

/** Overlapping pieces of two letters for short texts and dense scripts, three for others. */
export function gramsOf(text: string): Set<string> {
	const padded = ` ${text} `;
	const size =
		text.length < 5 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
			? 2
			: 3;
	const grams = new Set<string>();
	for (let at = 0; at + size <= padded.length; at++) grams.add(padded.slice(at, at + size));
	return grams;
}
