import { eq } from 'drizzle-orm';
import { said } from '#core/text/said.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import type { NewItem } from '../add/add-item.ts';
import { noteUndo } from '../change/note-undo.ts';
import { collections } from '../schema/items.ts';

export type Collection = typeof collections.$inferSelect;

export interface CollectionPatch {
	monitored?: boolean | undefined;
	profileId?: string | null | undefined;
	rootFolderId?: number | null | undefined;
	minimumAvailability?: NewItem['minimumAvailability'] | null | undefined;
}

const fields = ['monitored', 'profileId', 'rootFolderId', 'minimumAvailability'] as const;

const words = (monitored: boolean | undefined) =>
	monitored === undefined
		? 'Changed how films of {name} are added'
		: monitored
			? 'Began to add what comes to {name}'
			: 'Left {name} as it is';

/** Answers the step that undoes it, when anything changed. */
export function editCollection(
	db: Db,
	before: Collection,
	patch: CollectionPatch,
	{ now, by }: { now: number; by: string | undefined }
): number | undefined {
	const changed = fields.filter((field) => patch[field] !== undefined && patch[field] !== before[field]);
	if (changed.length === 0) return undefined;
	const only = (from: CollectionPatch) =>
		Object.fromEntries(
			changed.map((field) => {
				const value = from[field]!;
				return [field, typeof value === 'boolean' ? Number(value) : value];
			})
		);
	const what = words(changed.includes('monitored') ? patch.monitored : undefined);
	return rawDb(db).transaction(() => {
		db.update(collections)
			.set(Object.fromEntries(changed.map((field) => [field, patch[field]])))
			.where(eq(collections.id, before.id))
			.run();
		const rows = [{ id: before.id, before: only(before), after: only(patch) }];
		return noteUndo(
			db,
			said(what, { name: before.name }),
			[{ do: 'fields', table: 'collections', rows }],
			now,
			{ kind: 'edited', by, subjects: [] }
		);
	})();
}
