import { gainOver, standingOf } from '../standing.ts';
import { type Rule, reject } from '../verdict.ts';

/** One part must not be fetched twice, unless the second is the better. */
export const alreadyQueued: Rule = (candidate, { queue, parts, profile }) => {
	const next = standingOf(candidate, profile);
	const hash = candidate.infoHash?.toLowerCase();
	for (const queued of queue) {
		if (hash && queued.infoHash?.toLowerCase() === hash)
			return reject('already-queued', 'It is being fetched already.');
		const part = parts.find(({ id }) => queued.partIds.includes(id));
		if (!part) continue;
		const { better, reason } = gainOver(queued.standing, next, profile);
		if (!better)
			return reject('already-queued', `"${queued.title}" is being fetched for ${part.label}. ${reason}`);
	}
	return undefined;
};
