import type { Parsed } from '#core/release/types.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';

/** What the name of a file says of what is in it; the members are columns of `files`. */
export interface NameWords {
	quality: string | null;
	resolution: string | null;
	source: string | null;
	group: string | null;
	edition: string | null;
	languages: readonly string[];
}

const wordsOf = ({
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

export function writeWords(db: Db, fileId: number, words: NameWords): void {
	prepared(
		db,
		`UPDATE files SET isNameRead = 1, quality = ?, resolution = ?, source = ?, "group" = ?, edition = ?, languages = ? WHERE id = ?`
	).run(...valuesOf(words), fileId);
}

/** Where a new name is silent, what the old one said of the same content stays. */
export function addWords(db: Db, fileId: number, parsed: Parsed): void {
	prepared(
		db,
		`UPDATE files SET isNameRead = 1, quality = coalesce(?, quality), resolution = coalesce(?, resolution), source = coalesce(?, source),
		"group" = coalesce(?, "group"), edition = coalesce(?, edition), languages = ? WHERE id = ? AND isNameRead = 0`
	).run(...valuesOf(wordsOf(parsed)), fileId);
}

const valuesOf = ({ quality, resolution, source, group, edition, languages }: NameWords) => [
	quality,
	resolution,
	source,
	group,
	edition,
	JSON.stringify(languages)
];
