import type { Profile } from '#core/formats/profile.ts';
import { gainOver, type Standing } from '#core/decision/standing.ts';

export interface Versus {
	readonly verdict: 'better' | 'same' | 'worse';
	/** In a sentence. */
	readonly reason: string;
}

/** How a file that comes compares with one that is there, by the wishes of its profile. */
export function versus(there: Standing, coming: Standing, profile: Profile): Versus {
	const gain = gainOver(there, coming, profile);
	if (gain.better) return { verdict: 'better', reason: gain.reason };
	// A profile that does not upgrade still knows which of two is the better one.
	const wishes = { ...profile, upgrades: true };
	if (gainOver(coming, there, wishes).better) return { verdict: 'worse', reason: gain.reason };
	if (gainOver(there, coming, wishes).better) return { verdict: 'better', reason: gain.reason };
	return { verdict: 'same', reason: gain.reason };
}
