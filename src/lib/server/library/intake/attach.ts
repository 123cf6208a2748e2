import { basename } from 'node:path';
import { qualityNamed } from '#core/formats/qualities.ts';
import { classifyFolder } from '#core/library/classify.ts';
import { isDisc } from '#core/library/disc.ts';
import { fileKind } from '#core/library/file-kinds.ts';
import type { NameWords } from '#core/library/name-words.ts';
import { parsePath } from '#core/release/parse.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import { adoptFolder } from '../identify/link.ts';
import { clearUnmatched } from '../identify/unmatched-rows.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import { writeWords } from '../write-words.ts';
import { fileAt, insertFile, updateFile, type KnownFile } from '../scan/file-rows.ts';
import type { FoundFile } from '../scan/found.ts';
import { writeSidecars } from '../scan/sidecar-rows.ts';
import { qualityBySight, resolutionOf } from '../resolution.ts';
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
	/** Trailers and the like that came along. */
	extras: readonly ArrivedExtra[];
	/** Files that made room, and where in the trash they lie, below the root folder. */
	replaced: readonly { fileId: number; path: string }[];
	/** Names in its folder. */
	siblings: readonly string[];
	now: number;
}

export interface ArrivedExtra {
	path: string;
	extraType: string;
	stat: Arrival['stat'];
	siblings: readonly string[];
}

export interface Attached {
	fileId: number;
	extraIds: number[];
	/** Episodes that nobody had known. */
	madeEpisodes: number[];
}

/** Runs in the caller's transaction. */
export function attach(db: Db, arrival: Arrival): Attached {
	const { kind, itemId, rootFolderId, now } = arrival;
	for (const { fileId, path } of arrival.replaced)
		prepared(db, `UPDATE files SET state = 'trashed', missingSince = ?, path = ? WHERE id = ?`).run(
			now,
			path,
			fileId
		);
	const found = foundOf(arrival);
	const known = fileAt(db, rootFolderId, arrival.path);
	const fileId = put(db, arrival, found, known);
	const { words, probe } = arrival;
	prepared(
		db,
		`UPDATE files SET ${kind}Id = ?, releaseName = ?, probe = ?, heldBy = 'import' WHERE id = ?`
	).run(itemId, words.releaseName, probe && JSON.stringify(probe), fileId);
	writeWords(db, fileId, wordsOf(arrival));
	const extraIds = arrival.extras.map((extra) => attachExtra(db, arrival, extra));
	const madeEpisodes = kind === 'series' ? joinEpisodes(db, fileId, arrival) : [];
	const unit = { rootFolderId, path: found.unit };
	adoptFolder(db, tableOf[kind], itemId, unit);
	clearUnmatched(db, unit);
	clearUnmatched(db, { rootFolderId, path: arrival.path });
	refreshTotals(db, kind, itemId, now);
	return { fileId, extraIds, madeEpisodes };
}

function put(db: Db, { rootFolderId, now }: Arrival, found: FoundFile, known: KnownFile | undefined): number {
	const fileId = known?.id ?? insertFile(db, rootFolderId, found, now);
	if (known) updateFile(db, known.id, rootFolderId, found, false);
	writeSidecars(db, fileId, folderOf(found.path), found.sidecars, !known);
	return fileId;
}

function attachExtra(db: Db, arrival: Arrival, { path, extraType, stat, siblings }: ArrivedExtra): number {
	const { kind, itemId, rootFolderId } = arrival;
	const found = { ...readName({ kind, path, siblings }), ...stat, role: 'extra' as const, extraType };
	const id = put(db, arrival, found, fileAt(db, rootFolderId, path));
	prepared(db, `UPDATE files SET ${kind}Id = ? WHERE id = ?`).run(itemId, id);
	return id;
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

function wordsOf({ kind, path, words, probe }: Arrival): NameWords {
	const parsed = parsePath(path, { kind });
	const quality = words.quality === null ? undefined : qualityNamed(words.quality);
	const seen = probe?.video && resolutionOf(probe.video.width, probe.video.height);
	return {
		quality: words.quality ?? qualityBySight(seen) ?? null,
		resolution: quality?.resolution ? `${quality.resolution}p` : (parsed.resolution ?? seen ?? null),
		source: parsed.source ?? null,
		group: words.group,
		edition: words.edition,
		languages: words.languages
	};
}

/** The row that a scan would make of it, but for what a person or the source's name knows better. */
const foundOf = (arrival: Arrival): FoundFile => ({
	...readName(arrival),
	...arrival.stat,
	role: arrival.words.part === null ? 'main' : 'part',
	extraType: null,
	part: arrival.words.part
});

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** What a scan would take it for, and what it would find beside it. */
function readName({ kind, path, siblings }: Pick<Arrival, 'kind' | 'path' | 'siblings'>) {
	const name = basename(path);
	const folder = folderOf(path);
	const between = folder === '' ? [] : folder.split('/');
	const names = [...new Set([...siblings.filter(isListed), name])];
	const found = classifyFolder({ kind, between, names }).files.find((file) => file.name === name);
	const below = (own: string) => (folder === '' ? own : `${folder}/${own}`);
	return {
		path,
		unit: found?.unit ?? folder,
		isFresh: false,
		part: null,
		sidecars: (found?.sidecars ?? []).map((sidecar) => ({ ...sidecar, name: below(sidecar.name) }))
	};
}

const isListed = (name: string) => fileKind(name) !== undefined || isDisc(name);
