import type { Profile } from './profile.ts';
import { qualityNamed } from './qualities.ts';

/** A profile's qualities as positions that can be compared. */
export interface Ladder {
	readonly cutoff: number;
	allows(quality: string): boolean;
	/** Higher is better; a quality the profile does not name stands below all others. */
	position(quality: string): number;
	/** The name people see for a position's rung. */
	rung(quality: string): string;
}

const ladders = new WeakMap<Profile, Ladder>();

export function ladderOf(profile: Profile): Ladder {
	const known = ladders.get(profile);
	if (known) return known;
	const ladder = createLadder(profile);
	ladders.set(profile, ladder);
	return ladder;
}

const keyOf = (name: string): string => (qualityNamed(name)?.name ?? name).toLowerCase();

function createLadder(profile: Profile): Ladder {
	const count = profile.qualities.length;
	const rungs = new Map<string, { position: number; allowed: boolean; name: string }>();
	const positions = new Map<string, number>();
	profile.qualities.forEach(({ name, allowed, members }, index) => {
		const position = count - index;
		positions.set(name.toLowerCase(), position);
		for (const member of members ?? [name]) {
			positions.set(keyOf(member), position);
			rungs.set(keyOf(member), { position, allowed, name });
		}
	});
	return {
		cutoff: positions.get(profile.cutoff.toLowerCase()) ?? positions.get(keyOf(profile.cutoff)) ?? count,
		allows: (quality) => rungs.get(keyOf(quality))?.allowed ?? false,
		position: (quality) => rungs.get(keyOf(quality))?.position ?? 0,
		rung: (quality) => rungs.get(keyOf(quality))?.name ?? quality
	};
}
