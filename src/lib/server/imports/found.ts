import type { Companion } from '#core/importing/companion.ts';
import type { Refusal } from '#core/importing/refusal.ts';
import type { Nfo } from '#core/library/nfo.ts';
import type { ExtraType, Parsed } from '#core/release/types.ts';

export interface LookRequest {
	/** What was chosen, and the names of folders around it that tell something. */
	base: string;
	around: readonly string[];
	kind?: 'movie' | 'series' | undefined;
	/** Paths below the base; '' for itself. */
	folders: readonly string[];
	/** The one file or disc that was chosen. */
	only?: string | undefined;
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
	/** What it belongs to by its folder: films with the same are versions of one. */
	unit?: string;
	/** It is no film itself. */
	extraType?: ExtraType;
	companions: Companion[];
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
	loose: { path: string; sizeBytes: number }[];
	others: number;
	skipped: { path: string; reason: string }[];
}
