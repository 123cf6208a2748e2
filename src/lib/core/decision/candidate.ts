import type { Format } from '#core/formats/format.ts';
import type { Subject } from '#core/formats/traits.ts';

/** A parsed release under decision. */
export interface Candidate extends Subject {
	/** What the indexer calls it: unique there. */
	readonly guid: string;
	readonly infoHash?: string | undefined;
	/** Lower is preferred. */
	readonly indexerPriority?: number | undefined;
	readonly publishedAt?: number | undefined;
	readonly seeders?: number | undefined;
	readonly leechers?: number | undefined;
	/** Names of the files in it, where the indexer or a torrent file tells them. */
	readonly files?: readonly string[] | undefined;
	/** How surely it is the item at hand. */
	readonly match: { readonly confidence: number; readonly reasons: readonly string[] };
	/** The formats that match it. */
	readonly formats: readonly Format[];
}
