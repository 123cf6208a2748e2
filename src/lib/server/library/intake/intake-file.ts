import type { Probe } from '../schema/files.ts';

/** What a file is said to be, by its name or by a person. */
export interface FileWords {
	/** As profiles name it: "WEBDL-1080p". */
	quality: string | null;
	languages: readonly string[];
	group: string | null;
	edition: string | null;
	/** What it was released as, where that says more than the name the library gives it. */
	releaseName: string | null;
	part: number | null;
}

/** A file that wants into the library. */
export interface IntakeFile {
	/** Its path as far as it tells something: from the folder it came in. */
	told: string;
	sizeBytes: number;
	words: FileWords;
	probe: Probe | null;
	season: number | null;
	episodes: readonly number[];
	/** What happens to files that are there already. */
	existing: 'replace' | 'keep';
}
