import type { Parsed } from '#core/release/types.ts';

/** What the name of a file says of what is in it; kept with the file. */
export interface NameWords {
	quality: string | null;
	resolution: string | null;
	source: string | null;
	group: string | null;
	edition: string | null;
	languages: readonly string[];
}

export const wordsOf = ({
	quality,
	resolution,
	source,
	modifier,
	group,
	edition,
	languages
}: Parsed): NameWords => ({
	// Without a word about it the parser would judge by the ending alone.
	quality: (source ?? resolution ?? modifier) ? quality : null,
	resolution: resolution ?? null,
	source: source ?? null,
	group: group ?? null,
	edition: edition.join(', ') || null,
	languages
});
