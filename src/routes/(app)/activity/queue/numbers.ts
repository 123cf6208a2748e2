/** What the socket tells between two loads. */
export interface DownloadNumbers {
	fraction: number;
	bytesPerSecond: number | null;
	etaSeconds: number | null;
}
