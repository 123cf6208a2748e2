import { watch, type FSWatcher } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '#server/platform/db.ts';
import type { Log } from '#server/platform/log.ts';
import { prepared } from '#server/platform/statements.ts';

const fuse = 0x65735546;
/** File systems that do not tell of changes made by others: NFS, SMB, CIFS, FUSE, 9P, Ceph. */
const remote = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, fuse, 0x01021997, 0x00c36400]);

const typeOf = async (path: string) => (await statfs(path).catch(() => undefined))?.type ?? 0;

export const isRemote = async (path: string) => remote.has((await typeOf(path)) >>> 0);

/** Several disks made one by FUSE show the time of one of their folders, which says nothing of the others. */
export const hidesTimes = async (path: string) => (await typeOf(path)) >>> 0 === fuse;

const maxWatched = 20_000;

interface Deps {
	db: Db;
	log: Log;
	/** Waits so long after the last change before it tells. */
	quietMs?: number;
	/** Never waits longer, however much is going on. */
	patienceMs?: number;
	changed(rootFolderId: number, folders: string[]): void;
}

interface Watched {
	path: string;
	folders: Map<string, FSWatcher>;
	dirty: Set<string>;
	since: number;
	timer: NodeJS.Timeout | undefined;
}

/** One watch a folder that the scan knows; changes are gathered and told together. */
export function createWatcher({ db, log, quietMs = 3_000, patienceMs = 60_000, changed }: Deps) {
	const roots = new Map<number, Watched>();

	function tell(id: number, root: Watched) {
		const dirty = [...root.dirty];
		root.dirty.clear();
		root.timer = undefined;
		root.since = 0;
		const outermost = dirty.filter(
			(folder) => !dirty.some((other) => other !== folder && (other === '' || folder.startsWith(`${other}/`)))
		);
		// The root folder alone would mean a whole scan; it is cheap, because unchanged folders are passed over.
		changed(id, outermost.includes('') || outermost.length > 200 ? [''] : outermost);
	}

	function note(id: number, root: Watched, folder: string) {
		root.dirty.add(folder);
		root.since ||= Date.now();
		clearTimeout(root.timer);
		const wait = Math.min(quietMs, Math.max(0, root.since + patienceMs - Date.now()));
		root.timer = setTimeout(() => tell(id, root), wait);
		root.timer.unref();
	}

	function open(id: number, root: Watched, folder: string): boolean {
		try {
			const watcher = watch(join(root.path, folder), { persistent: false }, (_, name) => {
				if (name?.startsWith('.')) return;
				note(id, root, folder);
			});
			watcher.on('error', () => close(root, folder));
			root.folders.set(folder, watcher);
			return true;
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code === 'ENOSPC' || code === 'EMFILE')
				log.warn({ path: root.path }, 'no more folders can be watched; the regular scan finds the rest');
			return code !== 'ENOSPC' && code !== 'EMFILE';
		}
	}

	function close(root: Watched, folder: string) {
		root.folders.get(folder)?.close();
		root.folders.delete(folder);
	}

	function forget(id: number) {
		const root = roots.get(id);
		if (!root) return;
		clearTimeout(root.timer);
		for (const watcher of root.folders.values()) watcher.close();
		roots.delete(id);
	}

	return {
		/** Watches the folders that the last scan found, and no others. */
		async follow(id: number): Promise<void> {
			const path = prepared(db, 'SELECT path FROM root_folders WHERE id = ?').pluck().get(id) as
				string | undefined;
			if (path === undefined || (await isRemote(path))) return forget(id);
			const root = roots.get(id) ?? {
				path,
				folders: new Map<string, FSWatcher>(),
				dirty: new Set<string>(),
				since: 0,
				timer: undefined
			};
			roots.set(id, root);
			const known = prepared(
				db,
				'SELECT path FROM folders WHERE rootFolderId = ? ORDER BY length(path) LIMIT ?'
			)
				.pluck()
				.all(id, maxWatched) as string[];
			const wanted = new Set(known);
			for (const folder of root.folders.keys()) if (!wanted.has(folder)) close(root, folder);
			for (const folder of known) if (!root.folders.has(folder) && !open(id, root, folder)) break;
		},
		forget,
		stop: () => [...roots.keys()].forEach(forget)
	};
}
