import { lstat, rm } from 'node:fs/promises';
import { place, placeTree, removeTree } from '#server/platform/files.ts';
import type { ImportMode } from './schema.ts';

const modes = { move: 'move', link: 'auto', copy: 'copy' } as const;

export const found = (path: string) => lstat(path).catch(() => undefined);

export interface Carry {
	mode: ImportMode;
	signal?: AbortSignal;
	progress?(fraction: number): void;
}

/** Brings a file, or a folder with all in it, to where nothing stands yet; says how. */
export async function bringTo(from: string, to: string, { mode, ...options }: Carry): Promise<string> {
	const isFolder = (await found(from))?.isDirectory();
	const way = { ...options, mode: modes[mode] };
	return (await (isFolder ? placeTree(from, to, way) : place(from, to, way))).by;
}

/** It has arrived already; a crash may have come before its source went. */
export async function finishMove(from: string, mode: ImportMode): Promise<string> {
	if (mode !== 'move') return mode;
	if ((await found(from))?.isFile()) await rm(from);
	else await removeTree(from);
	return mode;
}
