import { basename, dirname } from 'node:path';
import { qualityNamed } from '#core/formats/qualities.ts';
import { classifyFolder } from '#core/library/classify.ts';
import { fileKind, splitEnding } from '#core/library/file-kinds.ts';
import { readSidecar } from '#core/library/sidecar.ts';
import { parsePath } from '#core/release/parse.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import { adoptFolder } from '../identify/link.ts';
import { clearUnmatched } from '../identify/unmatched-rows.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import { writeWords, type NameWords } from '../name-words.ts';
import { fileAt, insertFile, updateFile } from '../scan/file-rows.ts';
import type { FoundFile } from '../scan/found.ts';
import { writeSidecars } from '../scan/sidecar-rows.ts';
import type { Probe } from '../schema/files.ts';
import type { ItemKind } from '../schema/folders.ts';
import { ensureEpisodes } from './episodes.ts';
import type { FileWords } from './intake-file.ts';

/** A file that has taken its place on the disk and is to be known to the library. */
export interface Arrival {
	kind: ItemKind;
	itemId: number;
	rootFolderId: number;
	path: string;
	stat: { sizeBytes: number; mtimeMs: number; device: string; inode: string };
	words: FileWords;
	probe: Probe | null;
	season: number | null;
	episodes: readonly number[];
	/** Paths of what came along, below the root folder. */
	sidecars: readonly string[];
	/** Files that made room, and where in the trash they lie, below the root folder. */
	replaced: readonly { fileId: number; path: string }[];
	/** Names in its folder. */
	siblings: readonly string[];
	now: number;
}

/** Runs in the caller's transaction; answers the row, and episodes that nobody had known. */
export function attach(db: Db, arrival: Arrival): { fileId: number; madeEpisodes: number[] } {
	const { kind, itemId, rootFolderId, now } = arrival;
	for (const { fileId, path } of arrival.replaced)
		prepared(db, `UPDATE files SET state = 'trashed', missingSince = ?, path = ? WHERE id = ?`).run(
			now,
			path,
			fileId
		);
	const found = foundOf(arrival);
	const known = fileAt(db, rootFolderId, arrival.path);
	const fileId = known?.id ?? insertFile(db, rootFolderId, found, now);
	if (known) updateFile(db, known.id, rootFolderId, found, false);
	const { words, probe } = arrival;
	prepared(
		db,
		`UPDATE files SET ${kind}Id = ?, releaseName = ?, probe = ?, heldBy = 'import' WHERE id = ?`
	).run(itemId, words.releaseName, probe && JSON.stringify(probe), fileId);
	writeWords(db, fileId, wordsOf(arrival));
	const folder = dirname(arrival.path);
	writeSidecars(db, fileId, folder === '.' ? '' : folder, found.sidecars, !known);
	const madeEpisodes = kind === 'series' ? joinEpisodes(db, fileId, arrival) : [];
	const unit = { rootFolderId, path: found.unit };
	adoptFolder(db, tableOf[kind], itemId, unit);
	clearUnmatched(db, unit);
	clearUnmatched(db, { rootFolderId, path: arrival.path });
	refreshTotals(db, kind, itemId, now);
	return { fileId, madeEpisodes };
}

export function refreshTotals(db: Db, kind: ItemKind, id: number, now: number): void {
	if (kind === 'movie') refreshMovieTotals(db, id);
	else refreshSeriesTotals(db, id, new Date(now).toISOString().slice(0, 10));
}

function joinEpisodes(db: Db, fileId: number, { itemId, season, episodes }: Arrival): number[] {
	const { episodes: rows, made } = ensureEpisodes(db, itemId, season ?? 1, episodes);
	prepared(db, 'DELETE FROM episode_files WHERE fileId = ?').run(fileId);
	for (const { id } of rows)
		prepared(db, 'INSERT OR IGNORE INTO episode_files (episodeId, fileId) VALUES (?, ?)').run(id, fileId);
	return made;
}

function wordsOf({ kind, path, words }: Arrival): NameWords {
	const parsed = parsePath(path, { kind });
	const quality = words.quality === null ? undefined : qualityNamed(words.quality);
	return {
		quality: words.quality,
		resolution: quality?.resolution ? `${quality.resolution}p` : (parsed.resolution ?? null),
		source: parsed.source ?? null,
		group: words.group,
		edition: words.edition,
		languages: words.languages
	};
}

/** The row that a scan would make of it, but for what a person or the source's name knows better. */
function foundOf({ kind, path, stat, words, sidecars, siblings }: Arrival): FoundFile {
	const name = basename(path);
	const between = path.split('/').slice(0, -1);
	const { files } = classifyFolder({ kind, between, names: [...new Set([...siblings, name])] });
	const classified = files.find((file) => file.name === name);
	const stem = splitEnding(name).stem;
	return {
		path,
		unit: classified?.unit ?? between.join('/'),
		...stat,
		isFresh: false,
		role: words.part === null ? 'main' : 'part',
		extraType: null,
		part: words.part,
		sidecars: sidecars.flatMap((sidecar) => {
			if (fileKind(sidecar) === undefined) return [];
			const own = basename(sidecar);
			const read = readSidecar(own, own.toLowerCase().startsWith(stem.toLowerCase()) ? stem : '');
			return read ? [{ ...read, name: sidecar }] : [];
		})
	};
}
