/** What an indexer offers. Links are absolute; absent members are unknown. */
export interface Release {
	title: string;
	/** Stable within its indexer: two releases with one guid are the same. */
	guid: string;
	protocol: 'torrent' | 'usenet';
	categories: number[];
	details?: string;
	comments?: string;
	download?: string;
	magnet?: string;
	infoHash?: string;
	sizeBytes?: number;
	publishedAt?: number;
	seeders?: number;
	leechers?: number;
	grabs?: number;
	files?: number;
	/** 0 free, 0.5 half, 1 all of it counts. */
	downloadVolumeFactor?: number;
	uploadVolumeFactor?: number;
	minimumRatio?: number;
	minimumSeedSeconds?: number;
	imdbId?: number;
	tmdbId?: number;
	tvdbId?: number;
	rageId?: number;
	tvMazeId?: number;
	traktId?: number;
	doubanId?: number;
	poster?: string;
	description?: string;
	genres?: string[];
	year?: number;
	author?: string;
	bookTitle?: string;
	publisher?: string;
	artist?: string;
	album?: string;
	label?: string;
	track?: string;
	usenet?: { group?: string; poster?: string; password?: boolean; usenetDate?: number; completion?: number };
	/** Further flags the source named, such as `internal` or `freeleech`. */
	flags?: string[];
}
