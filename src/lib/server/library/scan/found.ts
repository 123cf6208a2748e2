import type { SidecarName } from '#core/library/sidecar.ts';
import type { FileRole } from '../schema/files.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface ReadRequest {
	root: string;
	kind: ItemKind;
	skipPatterns: readonly string[];
	/** With the time it had when last read; a folder that still has it is not read again. */
	folders: { path: string; mtimeMs?: number }[];
}

export interface Skipped {
	path: string;
	reason: string;
}

/** A file as it was found; the members are columns of `files`, all text and numbers. */
export interface FoundFile {
	path: string;
	unit: string;
	sizeBytes: number;
	mtimeMs: number;
	device: string;
	inode: string;
	isFresh: boolean;
	role: FileRole;
	extraType: string | null;
	part: number | null;
	/** Named by their paths below the root folder. */
	sidecars: SidecarName[];
}

export interface ReadFolder {
	path: string;
	/** -1 when it changed so recently that it has to be read again next time. */
	mtimeMs: number;
	/** Device and inode. */
	id: string;
	unchanged: boolean;
	subfolders: string[];
	/** Links to other folders. */
	links: { name: string; id: string; real: string }[];
	files: FoundFile[];
	/** Subtitles whose film lies in the folder above. */
	loose: SidecarName[];
	skipped: Skipped[];
	/** The error's code when it could not be read. */
	fault?: string;
}
