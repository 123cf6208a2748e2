import { ladderOf } from '#core/formats/ladder.ts';
import { standingOf } from '../standing.ts';
import { type Rule, postpone } from '../verdict.ts';

const minute = 60_000;

/** Waits for something better to appear, unless this is already the best there could be. */
export const delay: Rule = (candidate, { delays, profile, parts, now, byHand }) => {
	const { protocol, publishedAt } = candidate;
	const minutes = (protocol && delays.minutes[protocol]) ?? 0;
	if (byHand || minutes <= 0 || publishedAt === undefined) return undefined;
	const standing = standingOf(candidate, profile);
	const isPreferred = delays.preferred === undefined || delays.preferred === protocol;
	const top = Math.max(
		...profile.qualities
			.filter(({ allowed }) => allowed)
			.map(({ name, members }) => ladderOf(profile).position(members?.[0] ?? name))
	);
	if (delays.skipForTopQuality && isPreferred && ladderOf(profile).position(standing.quality) >= top)
		return undefined;
	if (delays.skipFromScore !== undefined && isPreferred && standing.score >= delays.skipFromScore)
		return undefined;
	// Whoever has a file already waits for nothing: a repair of the same quality is taken at once.
	if (
		parts.every(({ current }) => current?.quality === standing.quality && standing.version > current.version)
	)
		return undefined;
	const until = publishedAt + minutes * minute;
	return until > now
		? postpone('delay', `Waiting ${minutes} minutes for something better.`, until)
		: undefined;
};
