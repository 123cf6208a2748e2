import type { NameWords } from '#core/library/name-words.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';

export function writeWords(db: Db, fileId: number, words: NameWords): void {
	prepared(
		db,
		`UPDATE files SET isNameRead = 1, quality = ?, resolution = ?, source = ?, "group" = ?, edition = ?, languages = ? WHERE id = ?`
	).run(...valuesOf(words), fileId);
}

/** Where a new name is silent, what the old one said of the same content stays. */
export function addWords(db: Db, fileId: number, words: NameWords): void {
	prepared(
		db,
		`UPDATE files SET isNameRead = 1, quality = coalesce(?, quality), resolution = coalesce(?, resolution), source = coalesce(?, source),
		"group" = coalesce(?, "group"), edition = coalesce(?, edition), languages = ? WHERE id = ? AND isNameRead = 0`
	).run(...valuesOf(words), fileId);
}

const valuesOf = ({ quality, resolution, source, group, edition, languages }: NameWords) => [
	quality,
	resolution,
	source,
	group,
	edition,
	JSON.stringify(languages)
];
