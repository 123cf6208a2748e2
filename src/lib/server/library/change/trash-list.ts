import { dirname } from 'node:path';
import { inEnglish } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { createTrash } from '#server/platform/files.ts';
import { prepared } from '#server/platform/statements.ts';
import { trashFolder } from '../tasks.ts';

export interface Trashed {
	id: string;
	root: string;
	/** Below the root folder. */
	path: string;
	sizeBytes: number;
	isFolder: boolean;
	deletedAt: number;
	/** When it is deleted for good. */
	leavesAt: number;
	/** The change that put it there, which undoing brings back whole. */
	change: { id: number; title: string } | null;
}

interface Deps {
	db: Db;
	now: () => number;
	undo(id: number, by?: string): Promise<unknown>;
	changed(): void;
	startScan(payload: { rootFolderId: number; folders?: string[] }): number;
	keptDays(): number;
}

const dayMs = 86_400_000;

/** What was deleted from all root folders and is still there. */
export function createTrashList({ db, now, undo, changed, startScan, keptDays }: Deps) {
	const roots = () =>
		prepared(db, 'SELECT id, path FROM root_folders ORDER BY path').all() as { id: number; path: string }[];
	const trashOf = (root: string) => createTrash({ folder: trashFolder(root), now });

	async function list(): Promise<Trashed[]> {
		const changes = changesOf(db);
		const kept = keptDays() * dayMs;
		const all = await Promise.all(
			roots().map(async ({ path: root }) =>
				(await trashOf(root).list()).map(({ path, ...entry }) => ({
					...entry,
					root,
					path: below(root, path),
					leavesAt: entry.deletedAt + kept,
					change: changes.get(entry.id) ?? null
				}))
			)
		);
		return all.flat().toSorted((a, b) => b.deletedAt - a.deletedAt);
	}

	async function find(id: string) {
		const entry = (await list()).find((each) => each.id === id);
		const root = entry && roots().find(({ path }) => path === entry.root);
		if (!entry || !root) throw notFound('deleted file', id);
		return { entry, root };
	}

	async function remove(id: string): Promise<void> {
		const { entry, root } = await find(id);
		await trashOf(entry.root).remove(id);
		forget(db, root.id, entry.path);
		changed();
	}

	return {
		list: async () => ({ items: await list(), keptDays: keptDays() }),
		/** Everything that went with it comes back; alone, where that is not possible any more. */
		async restore(id: string, by?: string): Promise<void> {
			const { entry, root } = await find(id);
			if (entry.change) {
				const isWhole = await undo(entry.change.id, by).then(
					() => true,
					(error: unknown) => {
						if ((error as { code?: string }).code === 'conflict') return false;
						throw error;
					}
				);
				if (isWhole) return;
			}
			await trashOf(entry.root).restore(id);
			const folder = entry.isFolder ? entry.path : dirname(entry.path);
			startScan({ rootFolderId: root.id, folders: [folder === '.' ? '' : folder] });
		},
		remove,
		async empty(): Promise<number> {
			const entries = await list();
			for (const { id } of entries) await remove(id);
			return entries.length;
		}
	};
}

const below = (root: string, path: string) =>
	path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;

function changesOf(db: Db): Map<string, { id: number; title: string }> {
	const rows = prepared(
		db,
		`SELECT u.id, u.title, u."values", json_extract(s.value, '$.trashId') AS trashId
		FROM undo_steps u, json_each(u.steps) s WHERE u.kind = 'deleted' AND u.undoneAt IS NULL AND json_extract(s.value, '$.do') = 'restore'`
	).all() as { id: number; title: string; values: string | null; trashId: string }[];
	return new Map(
		rows.map(({ id, title, values, trashId }) => [
			trashId,
			{
				id,
				title: inEnglish({
					text: title,
					values: values === null ? null : (JSON.parse(values) as Record<string, string | number>)
				})
			}
		])
	);
}

/** Rows of files that are gone for good. */
const forget = (db: Db, rootFolderId: number, path: string) =>
	prepared(
		db,
		`DELETE FROM files WHERE rootFolderId = :root AND state = 'trashed' AND (path = :path OR (path > :path || '/' AND path < :path || '0'))`
	).run({ root: rootFolderId, path });
