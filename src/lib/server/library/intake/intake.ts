import { rawDb } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Sighting } from '#core/matching/sighting.ts';
import type { Parsed } from '#core/release/types.ts';
import type { Said } from '#core/text/said.ts';
import { removeEmpty } from '../change/move-files.ts';
import { noteUndo, type About } from '../change/note-undo.ts';
import type { UndoStep } from '../change/undo.ts';
import { ask, type Answer } from '../identify/ask.ts';
import { probeFile } from '../scan/probe.ts';
import type { ItemKind } from '../schema/folders.ts';
import { trashFolder } from '../tasks.ts';
import { attach, type Arrival } from './attach.ts';
import type { IntakeFile } from './intake-file.ts';
import {
	addItem,
	planGroup,
	readNumbers,
	type IntakeContext,
	type IntakeGroup,
	type Planned
} from './plan.ts';
import { itemOf, suspects } from './suspects.ts';
import { forget, pathInTrash } from './take-back.ts';
import { findByFacts } from './target.ts';

/** The library's door for files that come from elsewhere; the road to it belongs to the imports. */
export function createIntake(context: IntakeContext) {
	const { db, metadata } = context;
	return {
		/** Items of the library that something may be, likeliest first. */
		suspects: (kind: ItemKind, sighting: Sighting) => suspects(db, kind, sighting),
		item: (kind: ItemKind, id: number) => itemOf(db, kind, id),
		/** What the sources say that it is; one that is in the library already is told by its id. */
		async ask(
			kind: ItemKind,
			sighting: Sighting,
			signal: AbortSignal
		): Promise<Answer & { itemId?: number | undefined }> {
			const answer = await ask(kind, sighting, metadata.sources(), signal);
			return answer.outcome === 'found' ? { ...answer, itemId: findByFacts(db, answer.facts, 0) } : answer;
		},
		numbers: (group: IntakeGroup, names: readonly Parsed[], signal: AbortSignal) =>
			readNumbers(context, group, names, signal),
		plan: (group: IntakeGroup, files: readonly IntakeFile[], signal: AbortSignal): Promise<Planned[]> =>
			planGroup(context, group, files, signal),
		/** A sentence where it cannot be. */
		add: (group: IntakeGroup, signal: AbortSignal) => addItem(context, group, signal),
		/** Runs in the caller's transaction. */
		attach: (arrival: Arrival) => attach(db, arrival),
		forget: (kind: ItemKind, id: number) => forget(db, kind, id),
		noteUndo: (what: Said, steps: readonly UndoStep[], about: About) =>
			noteUndo(db, what, steps, context.now(), about),
		trashFolder,
		pathInTrash,
		removeEmpty,
		/** A file of the library that is the very same on the disk. */
		fileWithInode: (device: string, inode: string, sizeBytes: number) =>
			prepared(
				db,
				`SELECT id, path FROM files WHERE inode = ? AND device = ? AND sizeBytes = ? AND state = 'present'`
			).get(inode, device, sizeBytes) as { id: number; path: string } | undefined,
		sidecarsOf: (fileId: number) =>
			prepared(db, 'SELECT path FROM sidecars WHERE fileId = ?').pluck().all(fileId) as string[],
		/** Nothing when files are not to be looked into. */
		probe: async (path: string, signal: AbortSignal) =>
			context.mayProbe() ? probeFile(path, { signal, timeoutMs: 20_000 }) : undefined,
		inTransaction: <T>(work: () => T): T => rawDb(db).transaction(work)()
	};
}

export type Intake = ReturnType<typeof createIntake>;
