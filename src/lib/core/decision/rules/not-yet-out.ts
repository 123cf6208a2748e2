import { type Rule, postpone } from '../verdict.ts';

const tolerance = 24 * 60 * 60 * 1000;

/** What claims to be out before its time is a fake or a wrong match more often than a leak. */
export const notYetOut: Rule = (_, { parts, now, byHand }) => {
	const early = parts.filter(({ availableAt }) => availableAt !== undefined && availableAt - tolerance > now);
	if (byHand || early.length === 0 || early.length < parts.length) return undefined;
	const until = Math.min(...early.map(({ availableAt }) => availableAt!)) - tolerance;
	const date = new Date(until + tolerance).toISOString().slice(0, 10);
	return postpone('not-yet-out', `${early[0]!.label} is not out before ${date}.`, until);
};
