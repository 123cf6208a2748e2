import { ladderOf } from '#core/formats/ladder.ts';
import type { Profile } from '#core/formats/profile.ts';
import { sizeLimits } from '#core/formats/size-limits.ts';
import { formatBytes } from '#core/text/bytes.ts';
import type { Candidate } from './candidate.ts';
import type { Delays, Part } from './facts.ts';
import { type Standing, standingOf } from './standing.ts';

/** What ranking looks at besides the candidates; `parts` are those one candidate covers. */
export interface RankFacts {
	readonly profile: Profile;
	readonly now: number;
	readonly preferred?: Delays['preferred'];
	partsOf(candidate: Candidate): readonly Part[];
}

export interface Ranked<C extends Candidate> {
	readonly candidate: C;
	readonly standing: Standing;
	/** Why it stands before the next one; missing for the last. */
	readonly because?: string | undefined;
}

interface Entry<C extends Candidate> {
	readonly candidate: C;
	readonly standing: Standing;
	readonly parts: readonly Part[];
}

/** A way in which one candidate can be the better: the larger value wins. */
interface Measure {
	value(entry: Entry<Candidate>, facts: RankFacts): number;
	say(winner: Entry<Candidate>, loser: Entry<Candidate>): string;
}

const day = 24 * 60 * 60 * 1000;

const measures: readonly Measure[] = [
	{
		value: ({ standing }, { profile }) => ladderOf(profile).position(standing.quality),
		say: (winner, loser) => `${winner.standing.quality} stands above ${loser.standing.quality}.`
	},
	{
		value: ({ standing }, { profile }) =>
			profile.revisions === 'ignore' ? 0 : standing.real * 100 + standing.version,
		say: () => 'It is the later revision.'
	},
	{
		value: ({ standing }) => standing.score,
		say: (winner, loser) => `It scores ${winner.standing.score}, the next ${loser.standing.score}.`
	},
	{
		value: ({ candidate }, { preferred }) =>
			preferred !== undefined && candidate.protocol === preferred ? 1 : 0,
		say: (winner) => `It comes by ${winner.candidate.protocol}, which is preferred.`
	},
	{
		value: ({ parts }) => parts.filter(({ monitored, current }) => monitored && !current).length,
		say: (winner, loser) => `It fills ${missing(winner)} gaps, the next ${missing(loser)}.`
	},
	{
		value: ({ candidate }) => -(candidate.indexerPriority ?? 25),
		say: (winner) => `${winner.candidate.indexer ?? 'Its indexer'} is preferred.`
	},
	{
		// Ten times the seeders make a difference, one more does not.
		value: ({ candidate }) =>
			candidate.protocol === 'torrent' ? Math.round(Math.log10(1 + (candidate.seeders ?? 0)) * 2) : 0,
		say: (winner, loser) =>
			`${winner.candidate.seeders ?? 0} seeders against ${loser.candidate.seeders ?? 0}.`
	},
	{
		value: ({ candidate, parts, standing }, { profile }) => -distance(candidate, parts, standing, profile),
		say: (winner) =>
			`Its size of ${formatBytes(winner.candidate.sizeBytes ?? 0)} is nearer to what is preferred.`
	},
	{
		value: ({ candidate }, { now }) => -Math.round((now - (candidate.publishedAt ?? 0)) / day),
		say: () => 'It is newer.'
	}
];

const missing = ({ parts }: Entry<Candidate>): number =>
	parts.filter(({ monitored, current }) => monitored && !current).length;

/** How far from the preferred size, in steps of 200 MB so that trifles do not decide. */
function distance(
	candidate: Candidate,
	parts: readonly Part[],
	standing: Standing,
	profile: Profile
): number {
	const minutes = parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0);
	const preferred = sizeLimits(profile, standing.quality, minutes)?.preferredBytes;
	if (preferred === undefined || !candidate.sizeBytes) return 0;
	return Math.round(Math.abs(candidate.sizeBytes - preferred) / (200 * 1024 ** 2));
}

/** Best first, each with the reason why it stands before the next. The order does not depend on that of the input. */
export function rank<C extends Candidate>(candidates: readonly C[], facts: RankFacts): Ranked<C>[] {
	const entries = candidates
		.map((candidate): Entry<C> => ({
			candidate,
			standing: standingOf(candidate, facts.profile),
			parts: facts.partsOf(candidate)
		}))
		.toSorted((a, b) => {
			const measure = decisive(a, b, facts);
			return measure ? measure.value(b, facts) - measure.value(a, facts) : tieBreak(a, b);
		});
	return entries.map((entry, at) => {
		const next = entries[at + 1];
		const measure = next && decisive(entry, next, facts);
		const because =
			next && (measure?.say(entry, next) ?? 'Nothing tells it from the next; the name decides.');
		return { candidate: entry.candidate, standing: entry.standing, because };
	});
}

const decisive = (a: Entry<Candidate>, b: Entry<Candidate>, facts: RankFacts): Measure | undefined =>
	measures.find((measure) => measure.value(a, facts) !== measure.value(b, facts));

const tieBreak = ({ candidate: a }: Entry<Candidate>, { candidate: b }: Entry<Candidate>): number =>
	a.title < b.title ? -1 : a.title > b.title ? 1 : a.guid < b.guid ? -1 : Number(a.guid > b.guid);
