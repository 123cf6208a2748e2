import { constants } from 'node:fs';
import { copyFile, link, lstat, mkdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError, conflict, diskFull, invalid, notFound } from '../errors.ts';
import { fsyncEntry, fsyncPath } from '../fsync.ts';
import { copyVerified } from './copy.ts';
import { freeSpace } from './free-space.ts';
import { partialPath, removeAbandonedPartials } from './partial.ts';

export type PlaceMode = 'hardlink' | 'reflink' | 'copy' | 'move' | 'auto';
export type PlacedBy = Exclude<PlaceMode, 'auto'>;

export interface PlaceOptions {
	/** `auto`: hardlink, else reflink, else copy. A copy is a reflink where the file system can. */
	mode: PlaceMode;
	signal?: AbortSignal;
	progress?: (fraction: number) => void;
	existing?: 'refuse' | 'replace';
	/** What must stay free on the target's file system after a copy. */
	keepFreeBytes?: number;
}

interface Move {
	from: string;
	to: string;
	sizeBytes: number;
	options: PlaceOptions;
}

/** Brings one file to its place, whole or not at all; says how. What stands there already is kept, unless asked. */
export async function place(
	from: string,
	to: string,
	options: PlaceOptions
): Promise<{ by: PlacedBy; bytes: number }> {
	options.signal?.throwIfAborted();
	const source = await lstat(from).catch(() => undefined);
	if (!source) throw notFound('file', from);
	if (!source.isFile()) throw invalid(`${from} is not a plain file.`);
	const move: Move = { from: resolve(from), to: resolve(to), sizeBytes: source.size, options };
	if (move.from === move.to) return { by: settled(options.mode), bytes: source.size };
	await mkdir(dirname(move.to), { recursive: true });
	await removeAbandonedPartials(dirname(move.to), Date.now());
	await refuseExisting(move);
	const by = await ways[options.mode](move);
	fsyncEntry(move.to);
	options.progress?.(1);
	return { by, bytes: source.size };
}

const settled = (mode: PlaceMode): PlacedBy => (mode === 'auto' ? 'hardlink' : mode);

async function refuseExisting({ to, options }: Move): Promise<void> {
	const found = await lstat(to).catch(() => undefined);
	if (!found) return;
	if (found.isDirectory()) throw conflict(`${to} is a folder.`);
	if (options.existing !== 'replace') throw alreadyThere(to);
}

const ways: Record<PlaceMode, (move: Move) => Promise<PlacedBy>> = {
	async hardlink(move) {
		if (await tryHardlink(move)) return 'hardlink';
		throw new AppError('cannot_hardlink', `${move.from} and ${move.to} cannot share a file: ${otherDisk}`, {
			status: 409
		});
	},
	async reflink(move) {
		if (await tryReflink(move)) return 'reflink';
		throw new AppError('cannot_reflink', `The file system of ${move.to} cannot clone files.`, {
			status: 409
		});
	},
	async copy(move) {
		return (await tryReflink(move)) ? 'reflink' : copyOver(move);
	},
	async auto(move) {
		return (await tryHardlink(move)) ? 'hardlink' : ways.copy(move);
	},
	async move(move) {
		if (await tryRename(move)) return 'move';
		await ways.copy(move);
		await unlink(move.from);
		fsyncEntry(move.from);
		return 'move';
	}
};

const otherDisk = 'they are on different file systems, or this one has no hard links.';

/** The file system cannot do it, as opposed to: it went wrong. */
const isUnable = (error: unknown) =>
	['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'ENOTTY', 'EINVAL'].includes(
		(error as NodeJS.ErrnoException).code ?? ''
	);

async function tryHardlink(move: Move): Promise<boolean> {
	if (await isSameFile(move.from, move.to)) return true;
	const partial = partialPath(move.to);
	try {
		await link(move.from, partial);
	} catch (error) {
		if (isUnable(error)) return false;
		throw error;
	}
	await reveal(partial, move);
	return true;
}

async function isSameFile(a: string, b: string): Promise<boolean> {
	const [one, other] = await Promise.all([stat(a), stat(b).catch(() => undefined)]);
	return one.ino === other?.ino && one.dev === other.dev;
}

async function tryReflink(move: Move): Promise<boolean> {
	const partial = partialPath(move.to);
	try {
		await copyFile(move.from, partial, constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL);
		fsyncPath(partial);
	} catch (error) {
		await rm(partial, { force: true });
		if (isUnable(error)) return false;
		throw error;
	}
	await reveal(partial, move);
	return true;
}

async function copyOver(move: Move): Promise<PlacedBy> {
	const { freeBytes } = await freeSpace(dirname(move.to));
	if (freeBytes < move.sizeBytes + (move.options.keepFreeBytes ?? 64 * 1024 * 1024)) throw diskFull();
	const partial = partialPath(move.to);
	try {
		await copyVerified(move.from, partial, move.options);
	} catch (error) {
		await rm(partial, { force: true });
		throw error;
	}
	await reveal(partial, move);
	return 'copy';
}

async function tryRename(move: Move): Promise<boolean> {
	if (await isSameFile(move.from, move.to)) {
		await unlink(move.from);
		return true;
	}
	try {
		await takePlace(move.from, move);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EXDEV') return false;
		throw error;
	}
	fsyncEntry(move.from);
	return true;
}

async function reveal(partial: string, move: Move): Promise<void> {
	try {
		move.options.signal?.throwIfAborted();
		await takePlace(partial, move);
	} catch (error) {
		await rm(partial, { force: true });
		throw error;
	}
}

/** `rename` would silently replace what came in the meantime; `link` refuses, so it goes first where links exist. */
async function takePlace(path: string, { to, options }: Move): Promise<void> {
	if (options.existing === 'replace') return rename(path, to);
	try {
		await link(path, to);
		await unlink(path);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EEXIST') throw alreadyThere(to);
		if (code === 'EXDEV' || !isUnable(error)) throw error;
		if (await lstat(to).catch(() => undefined)) throw alreadyThere(to);
		await rename(path, to);
	}
}

const alreadyThere = (to: string) => conflict(`${to} exists already.`, { path: to });
