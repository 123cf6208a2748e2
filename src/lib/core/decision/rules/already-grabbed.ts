import { type Rule, reject } from '../verdict.ts';

/** The very same release again would only bring what was brought before. */
export const alreadyGrabbed: Rule = ({ guid, infoHash }, { grabbed, byHand }) => {
	const hash = infoHash?.toLowerCase();
	const isSame = grabbed.some((one) =>
		hash && one.infoHash ? one.infoHash.toLowerCase() === hash : one.guid === guid
	);
	return isSame && !byHand ? reject('already-grabbed', 'This release was grabbed before.') : undefined;
};
