/** A line of a naming corpus: what one file or folder is, as the tests of a media server have it. */
export interface Row {
	input: string;
	kind?: string;
	isDirectory?: boolean;
	title?: string | null;
	titleRaw?: string;
	year?: number | null;
	seasons?: number[];
	episodes?: number[];
	episodesMatch?: 'first';
	absolute?: number[];
	airDate?: string | null;
	endingEpisode?: number | null;
	container?: string | null;
	is3d?: boolean;
	format3d?: string | null;
	isStub?: boolean;
	stubType?: string | null;
	extraType?: string | null;
	libraryRoot?: string;
	isSeasonFolder?: boolean;
	mixedLibrary?: boolean;
	isMultiDiscFolder?: boolean;
	isExternalAudio?: boolean;
	isExternalSubtitle?: boolean;
	subtitleTitle?: string | null;
	languages?: string[];
	isDefault?: boolean;
	isForced?: boolean;
	isHearingImpaired?: boolean;
	cleanStringChanges?: boolean;
	stage?: string;
}

/** Several files and how they belong together. */
export interface SetRow {
	input: string;
	files: (string | { path: string; isDirectory: boolean })[];
	expect: {
		groups?: number;
		mainItems?: number;
		extras?: number;
		stacks?: { name: string; count: number }[];
		alternates?: { index: number; alternateVersions: number }[];
		fileCounts?: { index: number; files: number }[];
	};
	origin: { fixture: string; test: string };
}
