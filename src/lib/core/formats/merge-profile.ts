import type { Profile, ProfileOverride } from './profile.ts';

/** The profile as it holds for one item: the later override wins, scores and sizes are merged entry by entry. */
export function mergeProfile(base: Profile, ...overrides: readonly (ProfileOverride | undefined)[]): Profile {
	return overrides.reduce<Profile>((merged, override) => {
		if (!override) return merged;
		const stated = Object.fromEntries(Object.entries(override).filter(([, value]) => value !== undefined));
		return {
			...merged,
			...stated,
			scores: { ...merged.scores, ...override.scores },
			sizes: { ...merged.sizes, ...override.sizes }
		};
	}, base);
}
