import type { DownloadProgress, DownloadState, RemoteDownload } from './download.ts';

/** A client may take this long to show what it was given, or lose sight of it while it moves files. */
const absentMs = 30_000;
/** So long without a byte is a standstill. */
const stallMs = 5 * 60_000;

export interface Change {
	/** What is different now; nothing that is as it was. */
	patch: Partial<DownloadProgress>;
	/** It came into this state just now. */
	entered?: DownloadState;
	/** Only numbers moved. */
	numbers: boolean;
}

const counted = new Set<string>(['progress', 'bytesPerSecond', 'etaSeconds', 'movedAt']);

/** What the client's answer changes about a download; `remote` is absent when the client does not know it. */
export function diff(
	before: DownloadProgress,
	remote: RemoteDownload | undefined,
	now: number
): Change | undefined {
	return changeOf(before, remote ? seen(before, remote, now) : unseen(before, now));
}

function unseen(before: DownloadProgress, now: number): DownloadProgress {
	const absentSince = before.absentSince ?? now;
	if (now - absentSince < absentMs) return { ...before, absentSince };
	const gone = { bytesPerSecond: null, etaSeconds: null, absentSince };
	return { ...before, ...gone, state: 'missing', message: 'The client does not know it any more.' };
}

function seen(before: DownloadProgress, remote: RemoteDownload, now: number): DownloadProgress {
	const progress = remote.state === 'completed' ? 1 : Math.min(1, Math.max(0, remote.progress ?? 0));
	const underWay = remote.state === 'downloading';
	const begins = before.state !== 'downloading' && before.state !== 'stalled';
	const moved = begins || progress > before.progress || (remote.bytesPerSecond ?? 0) > 0;
	const movedAt = underWay && moved ? now : before.movedAt;
	const stalled = underWay && now - movedAt >= stallMs;
	const running = underWay && !stalled;
	return {
		state: stalled ? 'stalled' : remote.state,
		message: remote.message ?? (stalled ? 'Nothing has come for five minutes.' : null),
		name: remote.name ?? before.name,
		sizeBytes: remote.sizeBytes || before.sizeBytes,
		progress,
		bytesPerSecond: running ? (remote.bytesPerSecond ?? null) : null,
		etaSeconds: running ? (remote.etaSeconds ?? null) : null,
		outputPath: remote.path ?? before.outputPath,
		absentSince: null,
		movedAt
	};
}

function changeOf(before: DownloadProgress, after: DownloadProgress): Change | undefined {
	const keys = (Object.keys(after) as (keyof DownloadProgress)[]).filter((key) => after[key] !== before[key]);
	if (keys.length === 0) return undefined;
	return {
		patch: Object.fromEntries(keys.map((key) => [key, after[key]])),
		numbers: keys.every((key) => counted.has(key)),
		...(after.state !== before.state && { entered: after.state })
	};
}
