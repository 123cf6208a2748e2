import type { FormatMatcher } from '#core/formats/format-matcher.ts';
import { qualityNamed, unknownQuality } from '#core/formats/qualities.ts';
import type { Profile } from '#core/formats/profile.ts';
import { parsePath } from '#core/release/parse.ts';
import { standingOf, type Standing } from './standing.ts';

/** A file as far as its standing depends on it. */
export interface KeptFile {
	readonly path: string;
	/** The name it was released under, where it was renamed since. */
	readonly releaseName?: string | null | undefined;
	/** As it was taken in with; nothing when its name tells none. */
	readonly quality: string | null;
	readonly sizeBytes?: number | undefined;
	readonly kind: 'movie' | 'series';
	readonly originalLanguage?: string | null | undefined;
	/** Of its sound, as measured; they outweigh what the name says. */
	readonly languages?: readonly string[] | undefined;
}

/** Where a file that is here stands under a profile, told by the name it came with. */
export function fileStanding(file: KeptFile, profile: Profile, matcher: FormatMatcher): Standing {
	const named = parsePath(file.releaseName ?? file.path, { kind: file.kind, marks: true });
	const languages = file.languages?.filter((code) => code !== 'und') ?? [];
	const parsed = languages.length > 0 ? { ...named, languages } : named;
	const subject = {
		title:
			file.releaseName ??
			file.path
				.split('/')
				.at(-1)!
				.replace(/\.[^.]+$/, ''),
		parsed,
		sizeBytes: file.sizeBytes,
		originalLanguage: file.originalLanguage ?? undefined
	};
	const candidate = {
		...subject,
		guid: file.path,
		formats: matcher.match(subject),
		match: { confidence: 1, reasons: [] }
	};
	// Names that tell nothing are given a guess by the parser, which a file at hand is not judged by.
	const { name } = qualityNamed(file.quality ?? '') ?? unknownQuality;
	return { ...standingOf(candidate, profile), quality: name };
}
