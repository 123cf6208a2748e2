import { type Rule, reject } from '../verdict.ts';

/** A pack of which few episodes are waited for costs more than it brings. */
export const packShare: Rule = ({ parsed }, { parts, limits, byHand }) => {
	if (byHand || parts.length < 2 || !(parsed.fullSeason || parsed.multiSeason || parsed.complete))
		return undefined;
	const waited = parts.filter(({ monitored }) => monitored).length;
	if (waited === 0 || waited / parts.length >= limits.packShare) return undefined;
	return reject('pack-share', `Only ${waited} of its ${parts.length} episodes are waited for.`);
};
