import type { Caps } from '#core/torznab/caps.ts';
import type { SearchQuery } from '#core/torznab/query.ts';
import type { Release } from '#core/torznab/release.ts';
import type { ByHand } from './by-hand.ts';

/** A place to search. Faults are AppErrors whose messages a person can act on. */
export interface Indexer {
	caps(signal?: AbortSignal): Promise<Caps>;
	/** Asks anew what it can do, where that can change. */
	renewCaps?(signal?: AbortSignal): Promise<Caps>;
	search(query: SearchQuery, signal?: AbortSignal): Promise<Release[]>;
	/** From a release's `download` (or `magnet`) to what a download client takes. */
	download(link: string, signal?: AbortSignal): Promise<Download>;
	test(signal?: AbortSignal): Promise<Trace>;
	/** Where a site may ask a person. */
	byHand?: ByHand;
}

export type Download = { magnet: string } | { bytes: Buffer; name?: string };

/** What happened in a test, step by step, without any secret. */
export interface Trace {
	ok: boolean;
	message: string;
	requests: TracedRequest[];
	/** Rows found in the answers, and releases that were made of them. */
	rows: number;
	releases: number;
	/** Texts of the first row's fields. */
	fields?: Record<string, string | null>;
	/** Why rows were left out. */
	dropped: string[];
}

export interface TracedRequest {
	purpose: 'search' | 'login' | 'download' | 'caps';
	method: string;
	url: string;
	status?: number;
	bytes?: number;
	ms: number;
	redirectedTo?: string;
	error?: string;
}
