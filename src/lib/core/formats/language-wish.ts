import type { z } from 'zod';
import type { languageWish } from './profile.ts';

/** Whether languages satisfy a wish. A language that was not stated (`und`, `mul`) is given the benefit of the doubt. */
export function meetsLanguages(
	{ wanted, need }: z.output<typeof languageWish>,
	languages: readonly string[],
	original: string | undefined
): boolean {
	if (wanted.length === 0 || languages.some((code) => code === 'und' || code === 'mul')) return true;
	const has = (wish: string) => {
		const code = wish === 'original' ? original : wish;
		return code === undefined || languages.some((language) => covers(code, language));
	};
	return need === 'all' ? wanted.every(has) : wanted.some(has);
}

/** "pt" is satisfied by "pt-BR"; "pt-BR" only by itself. */
const covers = (wanted: string, language: string): boolean =>
	language === wanted || language.startsWith(`${wanted}-`);
