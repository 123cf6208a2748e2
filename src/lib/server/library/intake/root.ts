import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface Root {
	id: number;
	path: string;
	readOnly: boolean;
	libraryId: number;
	kind: ItemKind;
}

/** Where an item's files go: where it stands, else where a person says, else the first folder that fits. */
export function chooseRoot(
	db: Db,
	kind: ItemKind,
	item: { libraryId: number; rootFolderId: number | null; folder: string | null } | undefined,
	wish: number | undefined
): Root | string {
	const all = (
		prepared(
			db,
			'SELECT r.id, r.path, r.readOnly, r.libraryId, l.kind FROM root_folders r JOIN libraries l ON l.id = r.libraryId ORDER BY r.id'
		).all() as (Omit<Root, 'readOnly'> & { readOnly: number })[]
	).map((root): Root => ({ ...root, readOnly: root.readOnly === 1 }));
	const own = item?.folder ? all.find(({ id }) => id === item.rootFolderId) : undefined;
	if (own?.readOnly && wish === undefined) return `${own.path} is read-only.`;
	const fitting = all.filter((root) => root.kind === kind && !root.readOnly);
	const asked = fitting.find(({ id }) => id === wish);
	const chosen =
		(own?.readOnly ? undefined : own) ??
		asked ??
		fitting.find(({ id }) => id === item?.rootFolderId) ??
		fitting.find(({ libraryId }) => libraryId === item?.libraryId) ??
		fitting[0];
	if (chosen) return chosen;
	return kind === 'movie'
		? 'There is no root folder for films that may be written to.'
		: 'There is no root folder for series that may be written to.';
}
