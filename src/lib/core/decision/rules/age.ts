import { type Rule, postpone, reject } from '../verdict.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Posts too young have not reached every server, posts too old are gone. */
export const age: Rule = ({ publishedAt, protocol }, { now, limits }) => {
	if (publishedAt === undefined) return undefined;
	const days = (now - publishedAt) / day;
	if (limits.maximumAgeDays > 0 && days > limits.maximumAgeDays) {
		return reject('age', `It is ${Math.floor(days)} days old, ${limits.maximumAgeDays} are the most.`);
	}
	if (protocol !== 'usenet') return undefined;
	if (limits.retentionDays > 0 && days > limits.retentionDays) {
		return reject('age', `It is ${Math.floor(days)} days old; posts are kept for ${limits.retentionDays}.`);
	}
	const ripe = publishedAt + limits.minimumAgeMinutes * minute;
	return ripe > now
		? postpone('age', `It was posted less than ${limits.minimumAgeMinutes} minutes ago.`, ripe)
		: undefined;
};
