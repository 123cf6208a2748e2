/** A program that already keeps indexers: Bijou can take them over and keep in step. */
export interface IndexerSource {
	list(signal?: AbortSignal): Promise<RemoteIndexer[]>;
}

export interface RemoteIndexer {
	remoteId: string;
	name: string;
	protocol: 'torrent' | 'usenet';
	privacy: string;
	language: string;
	enabled: boolean;
	/** Where the source ranks them: 1 goes first, 25 is usual. */
	priority?: number;
	/** How to ask it through the source. */
	feed: { url: string; apiPath: string; apiKey: string };
}

export const sourcePort = 'indexer-source';
