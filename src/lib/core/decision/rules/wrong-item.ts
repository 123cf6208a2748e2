import { type Rule, reject } from '../verdict.ts';

export const wrongItem: Rule = ({ match }, { limits }) => {
	if (match.confidence >= limits.confidence) return undefined;
	const sure = `${Math.round(match.confidence * 100)} %`;
	return reject('wrong-item', [`It is only ${sure} sure to be what is wanted.`, ...match.reasons].join(' '));
};
