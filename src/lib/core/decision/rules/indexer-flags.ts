import { type Rule, reject } from '../verdict.ts';

export const indexerFlags: Rule = ({ flags = [] }, { terms }) => {
	const refused = terms.refusedFlags.find((flag) => flags.includes(flag));
	if (refused) return reject('indexer-flags', `The indexer marks it as ${refused}.`);
	if (terms.requiredFlags.length === 0 || terms.requiredFlags.some((flag) => flags.includes(flag)))
		return undefined;
	return reject('indexer-flags', `The indexer does not mark it as ${terms.requiredFlags.join(' or ')}.`);
};
