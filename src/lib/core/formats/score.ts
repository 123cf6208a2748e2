import type { Format } from './format.ts';
import type { Profile } from './profile.ts';

export interface Score {
	readonly total: number;
	readonly parts: readonly { readonly format: Format; readonly score: number }[];
}

/** What a profile gives for a format: its own word first, then the suggestion of its score set. */
export function scoreOfFormat(profile: Profile, format: Format): number {
	const own = profile.scores[format.id];
	if (own !== undefined) return own;
	if (profile.scoreSet === undefined || profile.formats?.includes(format.id) === false) return 0;
	return format.scores[profile.scoreSet] ?? format.scores['default'] ?? 0;
}

export function score(profile: Profile, matched: readonly Format[]): Score {
	const parts = matched.map((format) => ({ format, score: scoreOfFormat(profile, format) }));
	return { total: parts.reduce((sum, part) => sum + part.score, 0), parts };
}
