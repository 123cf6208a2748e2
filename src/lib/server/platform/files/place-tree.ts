import { lstat, mkdir, readlink, rename, rm, stat, symlink, utimes } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError, conflict, diskFull, invalid, notFound } from '../errors.ts';
import { fsyncEntry } from '../fsync.ts';
import { freeSpace } from './free-space.ts';
import { place, type PlacedBy } from './place.ts';
import { readTree, type Tree } from './read-tree.ts';

export interface PlaceTreeOptions {
	mode: 'copy' | 'move' | 'auto';
	signal?: AbortSignal;
	progress?: (fraction: number) => void;
}

const keepFreeBytes = 64 * 1024 * 1024;
const hidden = (path: string, word: string) =>
	join(dirname(path), `.${basename(path).replace(/^\./, '')}.bijou-${word}`);

/**
 * Brings a folder with all in it to its place, whole or not at all; what stands there already is kept. One that was
 * interrupted goes on where it was when it is asked for again.
 */
export async function placeTree(
	from: string,
	to: string,
	options: PlaceTreeOptions
): Promise<{ by: PlacedBy }> {
	const { mode, signal } = options;
	signal?.throwIfAborted();
	const [source, target] = [resolve(from), resolve(to)];
	const found = await lstat(source).catch(() => undefined);
	if (!found) throw notFound('folder', from);
	if (!found.isDirectory()) throw invalid(`${from} is not a folder.`);
	if (await lstat(target).catch(() => undefined)) throw conflict(`${to} exists already.`, { path: to });
	await mkdir(dirname(target), { recursive: true });
	if (mode === 'move' && (await tryRename(source, target))) return { by: 'move' };
	const by = await gather(source, target, options);
	if (mode !== 'move') return { by };
	await removeTree(source);
	return { by: 'move' };
}

async function tryRename(from: string, to: string): Promise<boolean> {
	try {
		await rename(from, to);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EXDEV') return false;
		throw error;
	}
	fsyncEntry(to);
	fsyncEntry(from);
	return true;
}

/** File by file into a folder that nobody looks into, which takes its name when it is whole. */
async function gather(from: string, to: string, options: PlaceTreeOptions): Promise<PlacedBy> {
	const tree = await readTree(from);
	const partial = hidden(to, 'partial');
	const begun = await pickUp(partial, tree);
	await refuseFullDisk(from, to, tree.sizeBytes - begun);
	try {
		const by = await fill(from, partial, tree, options);
		const after = await readTree(from);
		const isSame = after.entries.length === tree.entries.length && after.sizeBytes === tree.sizeBytes;
		if (!isSame || after.mtimeMs !== tree.mtimeMs)
			throw new AppError('source_changed', `${from} changed while it was being copied.`, { status: 409 });
		await rename(partial, to);
		fsyncEntry(to);
		return by;
	} catch (error) {
		await rm(partial, { recursive: true, force: true });
		throw error;
	}
}

/** What an earlier time has left whole stays, nothing else; answers how much that is. */
async function pickUp(partial: string, { entries }: Tree): Promise<number> {
	const left = await readTree(partial).catch(() => undefined);
	const wanted = new Map(entries.map((entry) => [entry.path, entry]));
	let sizeBytes = 0;
	for (const { path, kind, sizeBytes: size } of left?.entries ?? []) {
		const entry = wanted.get(path);
		const isWhole = entry?.kind === kind && (kind === 'folder' || entry.sizeBytes === size);
		if (!isWhole) await rm(join(partial, path), { recursive: true, force: true });
		else if (kind === 'file') sizeBytes += size;
	}
	return sizeBytes;
}

async function refuseFullDisk(from: string, to: string, sizeBytes: number): Promise<void> {
	const [here, there] = await Promise.all([stat(from), stat(dirname(to))]);
	if (here.dev === there.dev) return;
	const { freeBytes } = await freeSpace(dirname(to));
	if (freeBytes < sizeBytes + keepFreeBytes) throw diskFull();
}

async function fill(
	from: string,
	partial: string,
	{ entries, sizeBytes }: Tree,
	{ mode, signal, progress }: PlaceTreeOptions
): Promise<PlacedBy> {
	let by: PlacedBy = mode === 'auto' ? 'hardlink' : 'copy';
	let done = 0;
	await mkdir(partial, { recursive: true });
	for (const entry of entries) {
		signal?.throwIfAborted();
		const [source, target] = [join(from, entry.path), join(partial, entry.path)];
		if (entry.kind === 'folder') await mkdir(target, { recursive: true });
		else if (entry.kind === 'link') await symlink(await readlink(source), target).catch(ignoreExisting);
		else {
			const tell = (fraction: number) => progress?.((done + entry.sizeBytes * fraction) / (sizeBytes || 1));
			const there = await lstat(target).catch(() => undefined);
			if (!there) {
				const placed = await place(source, target, {
					mode: mode === 'auto' ? 'auto' : 'copy',
					...(signal && { signal }),
					progress: tell
				});
				by = placed.by;
			}
			done += entry.sizeBytes;
		}
	}
	await keepTimes(from, partial, entries);
	return by;
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}

/** Folders bear the time they had, from within outwards. */
async function keepTimes(from: string, partial: string, entries: Tree['entries']): Promise<void> {
	const folders = entries.filter(({ kind }) => kind === 'folder').map(({ path }) => path);
	for (const path of [...folders.toReversed(), '']) {
		const { atime, mtime } = await stat(join(from, path));
		await utimes(join(partial, path), atime, mtime);
	}
}

/** Takes away what an interrupted way from here to there has left beside either. */
export async function clearRemains(from: string, to: string): Promise<void> {
	await rm(hidden(resolve(to), 'partial'), { recursive: true, force: true });
	await rm(hidden(resolve(from), 'leaving'), { recursive: true, force: true });
}

/** First under another name, so that nobody ever takes half of it for the whole. */
export async function removeTree(folder: string): Promise<void> {
	const leaving = hidden(folder, 'leaving');
	await rename(folder, leaving).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOENT') throw error;
	});
	await rm(leaving, { recursive: true, force: true });
	fsyncEntry(folder);
}
