import { basename } from 'node:path';
import type { Profile } from '#core/formats/profile.ts';
import { standingOf, type Standing } from '#core/decision/standing.ts';
import { discQuality } from '#core/library/disc.ts';
import { versus, type Versus } from '#core/importing/versus.ts';
import { parsePath } from '#core/release/parse.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Profiles } from '#server/profiles/module.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';
import type { IntakeFile } from './intake-file.ts';

/** A file that is there already, and how the one that comes compares with it. */
export interface Present extends Versus {
	/** Missing for a file that the library knows nothing of. */
	fileId: number | null;
	path: string;
	quality: string | null;
	sizeBytes: number;
}

interface Row {
	id: number;
	path: string;
	quality: string | null;
	languages: string;
	releaseName: string | null;
	sizeBytes: number;
	part: number | null;
}

const columns = 'f.id, f.path, f.part, f.quality, f.languages, f.releaseName, f.sizeBytes';
const isMain = `f.state = 'present' AND f.role IN ('main', 'part')`;

const rowsOf = (db: Db, kind: ItemKind, itemId: number, episodeIds: readonly number[]): Row[] =>
	kind === 'movie'
		? (prepared(db, `SELECT ${columns} FROM files f WHERE f.movieId = ? AND ${isMain}`).all(itemId) as Row[])
		: (prepared(
				db,
				`SELECT DISTINCT ${columns} FROM files f JOIN episode_files ef ON ef.fileId = f.id WHERE ef.episodeId IN (SELECT value FROM json_each(?)) AND ${isMain}`
			).all(JSON.stringify(episodeIds)) as Row[]);

interface Judging {
	db: Db;
	profiles: Pick<Profiles, 'profiles' | 'matcher' | 'fallback'>;
}

/** The wish that holds for an item: its own, that of its library, or the one for all. */
export function profileOf({ db, profiles }: Judging, kind: ItemKind, itemId: number): Profile {
	const id = prepared(
		db,
		`SELECT coalesce(i.profileId, l.profileId) FROM ${tableOf[kind]} i JOIN libraries l ON l.id = i.libraryId WHERE i.id = ?`
	)
		.pluck()
		.get(itemId) as string | null;
	const all = profiles.profiles.list();
	return all.find((profile) => profile.id === id) ?? profiles.fallback();
}

/** What stands already where a file wants to go. */
export function presentFiles(
	judging: Judging,
	kind: ItemKind,
	itemId: number,
	episodeIds: readonly number[],
	file: IntakeFile
): Present[] {
	const { part } = file.words;
	// Of a whole in parts only the same part is in the way.
	const rows = rowsOf(judging.db, kind, itemId, episodeIds).filter(
		(row) => part === null || row.part === null || row.part === part
	);
	if (rows.length === 0) return [];
	const profile = profileOf(judging, kind, itemId);
	const originalLanguage = prepared(judging.db, `SELECT originalLanguage FROM ${tableOf[kind]} WHERE id = ?`)
		.pluck()
		.get(itemId) as string | null;
	const standing = (told: string, words: Words, sizeBytes: number): Standing => {
		const parsed = parsePath(told, { kind });
		const subject = {
			title: basename(told).replace(/\.[^.]+$/, ''),
			parsed: {
				...parsed,
				...(words.quality !== null && { quality: words.quality }),
				...(words.languages.length > 0 && { languages: [...words.languages] })
			},
			sizeBytes,
			originalLanguage: originalLanguage ?? undefined
		};
		const formats = judging.profiles.matcher().match(subject);
		return standingOf({ ...subject, guid: told, formats, match: { confidence: 1, reasons: [] } }, profile);
	};
	const coming = standing(file.words.releaseName ?? file.told, file.words, file.sizeBytes);
	return rows.map((row) => {
		const languages = JSON.parse(row.languages) as string[];
		const quality = row.quality ?? discQuality(row.path);
		const there = standing(row.releaseName ?? row.path, { quality, languages }, row.sizeBytes);
		const { id, path, sizeBytes } = row;
		return { fileId: id, path, quality: there.quality, sizeBytes, ...versus(there, coming, profile) };
	});
}

interface Words {
	quality: string | null;
	languages: readonly string[];
}
