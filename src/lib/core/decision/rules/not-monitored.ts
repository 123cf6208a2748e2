import { type Rule, reject } from '../verdict.ts';

export const notMonitored: Rule = (_, { parts, byHand }) => {
	if (byHand || parts.length === 0 || parts.some(({ monitored }) => monitored)) return undefined;
	return reject('not-monitored', `Nobody waits for ${parts.map(({ label }) => label).join(', ')}.`);
};
