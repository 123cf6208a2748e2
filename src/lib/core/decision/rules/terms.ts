import { findTerm } from '../find-term.ts';
import { type Rule, reject } from '../verdict.ts';

export const ignoredTerm: Rule = ({ title }, { terms }) => {
	const term = findTerm(terms.ignored, title);
	return term === undefined
		? undefined
		: reject('ignored-term', `The name has "${term}", which is not wanted.`);
};

export const requiredTerm: Rule = ({ title }, { terms }) => {
	if (terms.required.length === 0 || findTerm(terms.required, title) !== undefined) return undefined;
	return reject(
		'required-term',
		`The name has none of ${terms.required.map((term) => `"${term}"`).join(', ')}.`
	);
};
