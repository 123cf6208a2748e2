import { type Rule, reject } from '../verdict.ts';

export const nothingCovered: Rule = (_, { parts }) =>
	parts.length === 0
		? reject('nothing-covered', 'It holds no film or episode that is known here.')
		: undefined;
