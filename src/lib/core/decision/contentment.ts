import { ladderOf } from '#core/formats/ladder.ts';
import type { Profile } from '#core/formats/profile.ts';
import type { Standing } from './standing.ts';

/** One thing a profile asks for, and how what there is answers to it. */
export interface Measure {
	readonly what: 'quality' | 'score' | 'languages';
	readonly met: boolean;
	readonly have?: string | number | undefined;
	readonly want?: string | number | undefined;
}

/** All that a profile asks of a file before it is left in peace. */
export function measuresOf(current: Standing, profile: Profile): Measure[] {
	const ladder = ladderOf(profile);
	const { cutoff, cutoffScore } = profile;
	return [
		{
			what: 'quality',
			met: ladder.position(current.quality) >= ladder.cutoff,
			have: current.quality,
			want: cutoff
		},
		{ what: 'score', met: current.score >= cutoffScore, have: current.score, want: cutoffScore },
		...(current.languagesMet === undefined || profile.languages.wanted.length === 0
			? []
			: [
					{ what: 'languages' as const, met: current.languagesMet, want: profile.languages.wanted.join(', ') }
				])
	];
}

/** Is there nothing left to wish for? */
export const isContent = (current: Standing, profile: Profile): boolean =>
	!profile.upgrades ||
	(measuresOf(current, profile).every(({ met }) => met) && current.languagesMet !== false);
