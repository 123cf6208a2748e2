import { z } from 'zod';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { defineJob, type JobDefinition, type Jobs } from '#server/platform/jobs.ts';
import type { Settings } from '#server/platform/settings.ts';
import type { Events } from '#server/events.ts';
import type { Identifying } from '../identify/identify-unit.ts';
import type { LocalPictures } from '../pictures/choose-pictures.ts';
import type { ItemKind } from '../schema/folders.ts';
import { namingSettings } from '../settings.ts';
import { deleteFile, deleteItem } from './delete.ts';
import { editEpisodes, editItems, listTags, type EpisodePatch, type ItemPatch } from './edit.ts';
import { editSeason, type SeasonPatch, type SeasonRef } from './edit-season.ts';
import { getEpisode, listEpisodes, type EpisodeQuery } from './episode-details.ts';
import { getFile, listFiles, type FileQuery } from './file-details.ts';
import { looksLike } from './look-up.ts';
import { matchFile, matchUnmatched, rematchItem, unmatchItem, type Target } from './match.ts';
import {
	bestGuesses,
	ignoreUnmatched,
	listUnmatched,
	retryUnmatched,
	type UnmatchedQuery
} from './unmatched-list.ts';
import {
	continueWatching,
	markWatched,
	notePlayed,
	progressOf,
	type Played,
	type WatchedTarget
} from './progress.ts';
import { previewRename, type ItemRef, type Naming } from './rename-plan.ts';
import { renameItems } from './rename.ts';
import { listChanges, type ChangeQuery } from './change-list.ts';
import { assignFile, type Holding } from './assign.ts';
import { createTrashList } from './trash-list.ts';
import { createOrders } from './orders.ts';
import { takenOut } from './taken-out.ts';
import { undo } from './undo.ts';

const renamePayload = z.object({
	items: z.array(
		z.object({
			kind: z.enum(['movie', 'series']),
			id: z.number().int(),
			files: z.array(z.number().int()).exactOptional()
		})
	),
	by: z.string().optional()
});

interface Deps {
	db: Db;
	bus: Bus<Events>;
	jobs: Jobs;
	settings: Settings;
	identifying: Identifying;
	now: () => number;
	startIdentify(): number;
	startScan(payload: { rootFolderId: number; folders?: string[] }): number;
	wishes(): { trashDays: number; localPictures: LocalPictures };
}

/** Everything a person may change. */
export function createChanges({
	db,
	bus,
	jobs,
	settings,
	identifying,
	now,
	startIdentify,
	startScan,
	wishes
}: Deps) {
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
		async run({ items, by }, { signal, progress }) {
			const result = await renameItems(db, items, naming(), { signal, progress, now: now(), by });
			changed('file');
			return result;
		}
	});

	async function takeBack(id: number, by?: string) {
		const undone = await undo(db, id, now(), by);
		changed('file');
		const files = takenOut(db, id);
		if (files.length > 0) bus.emit('media.unimported', { files });
		return undone;
	}

	const api = {
		files: (query: FileQuery) => listFiles(db, query),
		file: (id: number) => getFile(db, id),
		episodes: (query: EpisodeQuery) => listEpisodes(db, query, new Date(now()).toISOString().slice(0, 10)),
		episode: (id: number, userId: string) => getEpisode(db, id, userId),
		tags: () => listTags(db),
		/** Answers the step that undoes it, when anything changed. */
		edit(kind: ItemKind, ids: readonly number[], patch: ItemPatch, by?: string): number | undefined {
			const undoId = editItems(db, kind, ids, patch, {
				now: now(),
				by,
				localPictures: wishes().localPictures
			});
			ids.forEach((id) => changed(kind, id));
			return undoId;
		},
		editSeason(season: SeasonRef, patch: SeasonPatch, by?: string): number | undefined {
			const note = { now: now(), by, localPictures: wishes().localPictures };
			const undoId = editSeason(db, season, patch, note);
			changed('series', season.seriesId);
			return undoId;
		},
		editEpisodes(ids: readonly number[], patch: EpisodePatch) {
			const count = editEpisodes(db, ids, patch);
			changed('series');
			return count;
		},
		/** Answers the step that undoes it. */
		async remove(kind: ItemKind, id: number, options: { files: boolean }, by?: string) {
			const undoId = await deleteItem(db, kind, id, options.files, { now: now(), by });
			changed(kind, id);
			return undoId;
		},
		async removeFile(id: number, by?: string) {
			const undoId = await deleteFile(db, id, { now: now(), by });
			changed('file', id);
			return undoId;
		},
		/** Says what one file holds; answers the step that undoes it. */
		assignFile(id: number, holding: Holding, by?: string): number {
			const undoId = assignFile(db, id, holding, { now: now(), by });
			changed('file', id);
			return undoId;
		},
		changes: (query: ChangeQuery) => listChanges(db, query),
		undo: takeBack,
		trash: createTrashList({
			db,
			now,
			undo: takeBack,
			changed: () => changed('file'),
			startScan,
			keptDays: () => wishes().trashDays
		}),
		orders: createOrders({ identifying, changed: (id) => changed('series', id) }),
		unmatched: (query: UnmatchedQuery) => listUnmatched(db, query),
		match: (id: number, target: Target, signal: AbortSignal, by?: string) =>
			matchUnmatched(identifying, id, target, signal, by),
		matchFile: (fileId: number, target: Target, signal: AbortSignal, by?: string) =>
			matchFile(identifying, fileId, target, signal, by),
		rematch: (kind: ItemKind, id: number, target: Target, signal: AbortSignal, by?: string) =>
			rematchItem(identifying, kind, id, target, signal, by),
		/** Answers the step that undoes it. */
		unmatch(kind: ItemKind, id: number, by?: string): number {
			const undoId = unmatchItem(identifying, kind, id, by);
			changed(kind, id);
			return undoId;
		},
		/** What each of them most likely is. */
		bestGuesses: (ids: readonly number[]) => bestGuesses(db, ids),
		ignoreUnmatched(ids: readonly number[], ignored: boolean) {
			const count = ignoreUnmatched(db, ids, ignored);
			changed('unmatched');
			return count;
		},
		retryUnmatched(ids: readonly number[]) {
			retryUnmatched(db, ids);
			return startIdentify();
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
		rename: (items: ItemRef[], actor?: { userId: string; name: string }) =>
			jobs.add(renameJob, { items, ...(actor && { by: actor.name }) }, actor ? { userId: actor.userId } : {})
	};
	return { api, jobs: [renameJob] };
}

export type Changes = ReturnType<typeof createChanges>['api'];
