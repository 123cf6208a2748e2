import { readFeed, type Feed } from '#core/torznab/read-feed.ts';
import { TorznabFault } from '#core/torznab/torznab-fault.ts';

export interface FeedWork {
	xml: string;
	url: string;
	protocol: 'torrent' | 'usenet';
}
export type FeedResult = { ok: true; feed: Feed } | { ok: false; code: number; message: string };

/** Faults come back as values, since errors lose their form between threads. */
export default function readFeedInThread({ xml, url, protocol }: FeedWork): FeedResult {
	try {
		return { ok: true, feed: readFeed(xml, { url, protocol }) };
	} catch (error) {
		if (error instanceof TorznabFault) return { ok: false, code: error.code, message: error.message };
		throw error;
	}
}
