import { randomBytes } from 'node:crypto';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { conflict, notFound } from './errors.ts';
import { moveTree } from './files/move-tree.ts';
import { writeAtomic } from './files/write-atomic.ts';

export interface TrashEntry {
	id: string;
	/** Where it was, and where `restore` puts it back. */
	path: string;
	deletedAt: number;
	sizeBytes: number;
	isFolder: boolean;
}

export interface Trash {
	put(path: string): Promise<TrashEntry>;
	/** Answers the path it went back to; what stands there meanwhile is never replaced. */
	restore(id: string): Promise<string>;
	/** Newest first. */
	list(): Promise<TrashEntry[]>;
	/** Deletes one for good. */
	remove(id: string): Promise<TrashEntry>;
	/** Deletes for good what was put in before that time; answers how many. */
	purge(olderThan: number): Promise<number>;
}

const record = z.object({
	path: z.string(),
	deletedAt: z.number(),
	sizeBytes: z.number(),
	isFolder: z.boolean()
});
const recordName = 'bijou-trash.json';
const idPattern = /^[0-9a-f]{24}$/;

/** Each entry is a folder that holds the thing and a record of where it was, so it outlives any database. */
export function createTrash({ folder, now = Date.now }: { folder: string; now?: () => number }): Trash {
	const entryFolder = (id: string) => {
		if (!idPattern.test(id)) throw notFound('deleted file', id);
		return join(folder, id);
	};

	const read = async (id: string): Promise<TrashEntry> => {
		const text = await readFile(join(entryFolder(id), recordName), 'utf8').catch(() => undefined);
		const parsed = text === undefined ? undefined : record.safeParse(parseJson(text)).data;
		if (!parsed) throw notFound('deleted file', id);
		return { id, ...parsed };
	};

	const list = async () => {
		const names = await readdir(folder).catch(() => []);
		const entries = await Promise.all(
			names.filter((name) => idPattern.test(name)).map((id) => read(id).catch(() => undefined))
		);
		return entries.filter((entry) => entry !== undefined).sort((a, b) => b.deletedAt - a.deletedAt);
	};

	return {
		list,
		async put(given) {
			const path = resolve(given);
			const found = await lstat(path).catch(() => undefined);
			if (!found) throw notFound('file', path);
			const id = newId(now());
			const inside = entryFolder(id);
			const sizeBytes = await sizeOf(path);
			const entry = { path, deletedAt: now(), sizeBytes, isFolder: found.isDirectory() };
			// The record goes first: a crash in between leaves a record without a thing, never a thing nobody knows.
			await writeAtomic(join(inside, recordName), JSON.stringify(entry));
			const target = join(inside, 'item', basename(path));
			try {
				await moveTree(path, target);
			} catch (error) {
				// Once the copy is whole it may be the only one.
				if (!(await exists(target))) await rm(inside, { recursive: true, force: true });
				throw error;
			}
			return { id, ...entry };
		},
		async restore(id) {
			const { path } = await read(id);
			const inside = entryFolder(id);
			if (await exists(path)) throw conflict(`${path} exists already.`, { path });
			await moveTree(join(inside, 'item', basename(path)), path);
			await rm(inside, { recursive: true, force: true });
			return path;
		},
		async remove(id) {
			const entry = await read(id);
			await rm(entryFolder(id), { recursive: true, force: true });
			return entry;
		},
		async purge(olderThan) {
			const old = (await list()).filter(({ deletedAt }) => deletedAt < olderThan);
			for (const { id } of old) await rm(entryFolder(id), { recursive: true, force: true });
			return old.length;
		}
	};
}

const newId = (at: number) => at.toString(16).padStart(12, '0') + randomBytes(6).toString('hex');

const exists = async (path: string) => Boolean(await lstat(path).catch(() => undefined));

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function sizeOf(path: string): Promise<number> {
	const found = await lstat(path);
	if (!found.isDirectory()) return found.size;
	const sizes = await Promise.all((await readdir(path)).map((name) => sizeOf(join(path, name))));
	return sizes.reduce((sum, size) => sum + size, 0);
}
