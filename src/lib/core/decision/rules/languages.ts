import { meetsLanguages } from '#core/formats/language-wish.ts';
import { languagesOf } from '#core/formats/traits.ts';
import { type Rule, reject } from '../verdict.ts';

export const languages: Rule = (candidate, { profile }) => {
	const spoken = languagesOf(candidate);
	if (meetsLanguages(profile.languages, spoken, candidate.originalLanguage)) return undefined;
	const { wanted, need } = profile.languages;
	const wish = wanted.map((code) => (code === 'original' ? (candidate.originalLanguage ?? code) : code));
	const joined = [...new Set(wish)].join(need === 'all' ? ' and ' : ' or ');
	return reject('languages', `It is in ${spoken.join(', ')}; ${joined} is wished for.`);
};
