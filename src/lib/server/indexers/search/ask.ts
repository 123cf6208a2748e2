import type { Release } from '#core/torznab/release.ts';
import { planQueries, type Wish } from '#core/torznab/plan-queries.ts';
import type { SearchQuery } from '#core/torznab/query.ts';
import { AppError, toAppError } from '#server/platform/errors.ts';
import type { ActiveProvider, Providers } from '#server/platform/providers.ts';
import type { Asks, Purpose } from '../asks.ts';
import type { ConfiguredIndexer } from '../configured.ts';

export type Active = ActiveProvider<ConfiguredIndexer>;

export interface Answered {
	/** False when the indexer cannot answer such a question at all. */
	asked: boolean;
	releases: Release[];
}

interface Deps {
	providers: Providers;
	asks: Asks;
	now(): number;
}

/** Asks one indexer round by round, and keeps the books: limits, statistics, back-off. */
export function createAsker({ providers, asks, now }: Deps) {
	return async function ask(
		{ id, name, instance }: Active,
		wish: Wish,
		purpose: Exclude<Purpose, 'grab'>,
		signal: AbortSignal
	): Promise<Answered> {
		const started = performance.now();
		const at = now();
		let requests = 0;
		const note = (ok: boolean, found: number) => {
			const ms = Math.round(performance.now() - started);
			if (requests > 0) asks.note({ indexerId: id, at, purpose, requests, ok, ms, found });
		};
		const one = (query: SearchQuery) => {
			asks.require(name, id, 'query', instance.options);
			requests++;
			return instance.search(query, signal);
		};
		try {
			asks.require(name, id, 'query', instance.options);
			const rounds = planQueries(wish, await instance.caps(signal));
			const releases = await firstAnswered(rounds, one);
			note(true, releases.length);
			if (requests > 0) providers.success(id);
			return { asked: rounds.length > 0, releases };
		} catch (error) {
			if (!stillThere(providers, id)) throw error;
			if (isOurDoing(error, signal)) throw error;
			note(false, 0);
			providers.failure(id, error);
			throw error;
		}
	};
}

const ours = ['limit_reached', 'internal', 'unavailable'];

/** Limits that a person set, searches that a person left and faults of our own say nothing about the indexer. */
const isOurDoing = (error: unknown, signal: AbortSignal): boolean =>
	ours.includes(toAppError(error).code) ||
	(signal.aborted && !(signal.reason instanceof AppError && signal.reason.code === 'timeout'));

/** It may have been removed while it was asked. */
const stillThere = (providers: Providers, id: number): boolean =>
	providers.list('indexer').some((provider) => provider.id === id);

async function firstAnswered(
	rounds: readonly SearchQuery[][],
	one: (query: SearchQuery) => Promise<Release[]>
): Promise<Release[]> {
	for (const round of rounds) {
		const settled = await Promise.allSettled(round.map(one));
		const answers = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
		const failed = settled.find((result) => result.status === 'rejected');
		if (!answers.length && failed) throw failed.reason;
		const releases = new Map(answers.flat().map((release) => [release.guid, release]));
		if (releases.size) return [...releases.values()];
	}
	return [];
}
