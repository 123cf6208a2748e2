import type { Profile } from './profile.ts';
import { qualityNamed } from './qualities.ts';

export interface SizeLimits {
	readonly minBytes: number;
	readonly preferredBytes: number | undefined;
	readonly maxBytes: number | undefined;
}

const megabyte = 1024 ** 2;

/** The bounds a profile sets for so many minutes in a quality; undefined when it sets none. */
export function sizeLimits(profile: Profile, quality: string, minutes: number): SizeLimits | undefined {
	const limit = profile.sizes[quality] ?? profile.sizes[qualityNamed(quality)?.name ?? quality];
	if (!limit || minutes <= 0) return undefined;
	const bytes = (rate: number | undefined) => (rate === undefined ? undefined : rate * minutes * megabyte);
	return { minBytes: bytes(limit.min)!, preferredBytes: bytes(limit.preferred), maxBytes: bytes(limit.max) };
}
