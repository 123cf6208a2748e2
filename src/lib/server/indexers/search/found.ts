import type { Release } from '#core/torznab/release.ts';

/** One place where a release was found. */
export interface Source {
	indexerId: number;
	indexer: string;
	/** Of the indexer: lower goes first. */
	priority: number;
	release: Release;
}

/** A release as all indexers together know it. */
export interface Found {
	/** Stable while the release is listed. */
	id: string;
	/** As the best source has it. */
	release: Release;
	/** Best first. */
	sources: Source[];
}

export type OutcomeState = 'answered' | 'failed' | 'timeout' | 'limited' | 'resting' | 'skipped';

/** How one indexer fared in one search. */
export interface Outcome {
	indexerId: number;
	indexer: string;
	state: OutcomeState;
	/** Releases before those of other indexers are merged in. */
	found: number;
	ms: number;
	cached: boolean;
	message?: string;
}

export type SearchEvent =
	| { kind: 'started'; indexers: { id: number; name: string }[] }
	/** New ones, and known ones that gained a source: the id says which. */
	| { kind: 'releases'; releases: Found[] }
	| { kind: 'outcome'; outcome: Outcome }
	| { kind: 'done'; total: number; ms: number };
