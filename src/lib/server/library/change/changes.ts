import { z } from 'zod';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { defineJob, type JobDefinition, type Jobs } from '#server/platform/jobs.ts';
import type { Settings } from '#server/platform/settings.ts';
import type { Events } from '#server/events.ts';
import type { Identifying } from '../identify/identify-unit.ts';
import type { ItemKind } from '../schema/folders.ts';
import { namingSettings } from '../settings.ts';
import { deleteFile, deleteItem } from './delete.ts';
import {
	editEpisodes,
	editItems,
	listTags,
	monitorSeason,
	type EpisodePatch,
	type ItemPatch
} from './edit.ts';
import { getEpisode, listEpisodes, type EpisodeQuery } from './episode-details.ts';
import { getFile, listFiles, type FileQuery } from './file-details.ts';
import { looksLike } from './look-up.ts';
import {
	ignoreUnmatched,
	listUnmatched,
	matchFile,
	matchUnmatched,
	rematchItem,
	retryUnmatched,
	setEpisodes,
	unmatchItem,
	type Target,
	type UnmatchedQuery
} from './match.ts';
import {
	continueWatching,
	markWatched,
	notePlayed,
	progressOf,
	type Played,
	type WatchedTarget
} from './progress.ts';
import { previewRename, renameItems, type ItemRef, type Naming } from './rename.ts';
import { listUndo, undo } from './undo.ts';

const renamePayload = z.object({
	items: z.array(z.object({ kind: z.enum(['movie', 'series']), id: z.number().int() }))
});

interface Deps {
	db: Db;
	bus: Bus<Events>;
	jobs: Jobs;
	settings: Settings;
	identifying: Identifying;
	now: () => number;
	startIdentify(): number;
}

/** Everything a person may change. */
export function createChanges({ db, bus, jobs, settings, identifying, now, startIdentify }: Deps) {
	const changed = (kind: Events['library.changed']['kind'], id?: number) =>
		bus.emit('library.changed', { kind, ...(id !== undefined && { id }) });
	const naming = (): Naming => {
		const { multiEpisode, colon, illegal, spaces, letters, ...formats } = settings.get(namingSettings);
		return { formats, style: { multiEpisode, colon, illegal, spaces, letters } };
	};

	const renameJob: JobDefinition<z.output<typeof renamePayload>> = defineJob({
		kind: 'library.rename',
		title: ({ items }) =>
			items.length === 1 ? 'Rename the files of one item' : `Rename the files of ${items.length} items`,
		lane: 'imports',
		payload: renamePayload,
		async run({ items }, { signal, progress }) {
			const result = await renameItems(db, items, naming(), { signal, progress, now: now() });
			changed('file');
			return result;
		}
	});

	const api = {
		files: (query: FileQuery) => listFiles(db, query),
		file: (id: number) => getFile(db, id),
		episodes: (query: EpisodeQuery) => listEpisodes(db, query, new Date(now()).toISOString().slice(0, 10)),
		episode: (id: number, userId: string) => getEpisode(db, id, userId),
		tags: () => listTags(db),
		edit(kind: ItemKind, ids: readonly number[], patch: ItemPatch) {
			editItems(db, kind, ids, patch);
			ids.forEach((id) => changed(kind, id));
		},
		monitorSeason(seriesId: number, number: number, monitored: boolean) {
			monitorSeason(db, seriesId, number, monitored);
			changed('series', seriesId);
		},
		editEpisodes(ids: readonly number[], patch: EpisodePatch) {
			const count = editEpisodes(db, ids, patch);
			changed('series');
			return count;
		},
		/** Answers the step that undoes it. */
		async remove(kind: ItemKind, id: number, options: { files: boolean }) {
			const undoId = await deleteItem(db, kind, id, options.files, now());
			changed(kind, id);
			return undoId;
		},
		async removeFile(id: number) {
			const undoId = await deleteFile(db, id, now());
			changed('file', id);
			return undoId;
		},
		undoable: () => listUndo(db),
		async undo(id: number) {
			const undone = await undo(db, id, now());
			changed('file');
			return undone;
		},
		unmatched: (query: UnmatchedQuery) => listUnmatched(db, query),
		match: (id: number, target: Target, signal: AbortSignal) =>
			matchUnmatched(identifying, id, target, signal),
		matchFile: (fileId: number, target: Target, signal: AbortSignal) =>
			matchFile(identifying, fileId, target, signal),
		rematch: (kind: ItemKind, id: number, target: Target, signal: AbortSignal) =>
			rematchItem(identifying, kind, id, target, signal),
		unmatch(kind: ItemKind, id: number) {
			unmatchItem(identifying, kind, id);
			changed(kind, id);
		},
		ignoreUnmatched(ids: readonly number[], ignored: boolean) {
			const count = ignoreUnmatched(db, ids, ignored);
			changed('unmatched');
			return count;
		},
		retryUnmatched(ids: readonly number[]) {
			retryUnmatched(db, ids);
			return startIdentify();
		},
		setEpisodes(fileId: number, episodeIds: readonly number[]) {
			setEpisodes(db, fileId, episodeIds, now());
			changed('file', fileId);
		},
		looksLike: (fileId: number, signal: AbortSignal, query?: string) =>
			looksLike(identifying, fileId, signal, query),
		played(userId: string, fileId: number, played: Played) {
			const progress = notePlayed(db, userId, fileId, played, now());
			changed('progress');
			return progress;
		},
		progressOf: (userId: string, fileId: number) => progressOf(db, userId, fileId),
		markWatched(userId: string, target: WatchedTarget, watched: boolean) {
			const count = markWatched(db, userId, target, watched, now());
			changed('progress');
			return count;
		},
		continueWatching: (userId: string, limit: number) => continueWatching(db, userId, limit),
		previewRename: (items: readonly ItemRef[]) => previewRename(db, items, naming()),
		rename: (items: ItemRef[], userId?: string) => jobs.add(renameJob, { items }, userId ? { userId } : {})
	};
	return { api, jobs: [renameJob] };
}

export type Changes = ReturnType<typeof createChanges>['api'];
