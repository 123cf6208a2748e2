import { type Part } from '../facts.ts';
import { gainOver, standingOf } from '../standing.ts';
import { type Rule, reject } from '../verdict.ts';

/**
 * What is there already must gain. A single file must gain in every part it holds, for it replaces them all; a pack is
 * worth its while when enough of it is of use.
 */
export const upgrade: Rule = (candidate, { parts, profile, limits }) => {
	const next = standingOf(candidate, profile);
	const gains = parts.map((part) => gainFor(part, () => gainOver(part.current!, next, profile)));
	const lost = gains.filter(({ better }) => !better);
	if (lost.length === 0) return undefined;
	const { part, reason } = lost[0]!;
	if (!isPack(candidate.parsed, parts))
		return reject('upgrade', `Nothing is gained for ${part.label}. ${reason}`);
	const used = gains.length - lost.length;
	if (used / gains.length >= limits.packShare) return undefined;
	return reject('upgrade', `Only ${used} of ${gains.length} episodes would gain. ${part.label}: ${reason}`);
};

const gainFor = (part: Part, ask: () => { better: boolean; reason: string }) => ({
	part,
	...(part.current ? ask() : { better: true, reason: '' })
});

const isPack = (
	parsed: { fullSeason: boolean; multiSeason: boolean; complete: boolean },
	parts: readonly Part[]
): boolean => parts.length > 1 && (parsed.fullSeason || parsed.multiSeason || parsed.complete);
