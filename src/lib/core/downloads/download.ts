export type Protocol = 'torrent' | 'usenet';

/** What a client says of one of its downloads. */
export type RemoteState =
	'queued' | 'downloading' | 'paused' | 'processing' | 'completed' | 'failed' | 'handed-over';

export interface RemoteDownload {
	/** As the client names it. */
	id: string;
	name?: string;
	state: RemoteState;
	/** In the client's words: why it failed, or waits. */
	message?: string;
	sizeBytes?: number;
	/** 0 to 1. */
	progress?: number;
	bytesPerSecond?: number;
	etaSeconds?: number;
	/** Where it lies, or will lie, as the client sees it. */
	path?: string;
}

export const downloadStates = [
	'queued',
	'downloading',
	'stalled',
	'paused',
	'processing',
	'completed',
	'handed-over',
	'imported',
	'failed',
	'missing',
	'removed'
] as const;
export type DownloadState = (typeof downloadStates)[number];

/** Those a client is still asked about. */
export const openStates = [
	'queued',
	'downloading',
	'stalled',
	'paused',
	'processing'
] as const satisfies readonly DownloadState[];

/** What history tells of a download. */
export const happenings = [
	'grabbed',
	'completed',
	'imported',
	'unimported',
	'failed',
	'missing',
	'removed'
] as const;
export type Happening = (typeof happenings)[number];

/** What is kept of a download and changes while it runs. */
export interface DownloadProgress {
	state: DownloadState;
	message: string | null;
	name: string | null;
	sizeBytes: number | null;
	progress: number;
	bytesPerSecond: number | null;
	etaSeconds: number | null;
	outputPath: string | null;
	/** Since then the client does not know it. */
	absentSince: number | null;
	/** When bytes last came, or it began. */
	movedAt: number;
}
