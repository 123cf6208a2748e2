import type { Refusal } from '#core/importing/refusal.ts';
import type { Nfo } from '#core/library/nfo.ts';
import type { Parsed } from '#core/release/types.ts';

export interface LookRequest {
	/** What was chosen, and the names of folders around it that tell something. */
	base: string;
	around: readonly string[];
	kind?: 'movie' | 'series' | undefined;
	/** Paths below the base; '' for itself. A file when it is one. */
	folders: readonly string[];
	file?: string | undefined;
	now: number;
}

/** A file that may be a film, or that looks as if it were one. */
export interface SeenFile {
	/** Below the base. */
	path: string;
	told: string;
	sizeBytes: number;
	mtimeMs: number;
	device: string;
	inode: string;
	isFresh: boolean;
	refusal?: Refusal | undefined;
	parsed?: Parsed;
	kind?: 'movie' | 'series';
	part?: number | undefined;
	/** Below the base. */
	sidecars: string[];
	releaseName?: string | undefined;
	nfo?: Nfo | undefined;
}

export interface SeenFolder {
	path: string;
	/** Device and inode: a folder is looked into once. */
	id: string;
	subfolders: string[];
	files: SeenFile[];
	/** Subtitles whose film lies in the folder above; below the base. */
	loose: string[];
	others: number;
	skipped: { path: string; reason: string }[];
}
