import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Wish } from '#core/torznab/plan-queries.ts';
import { AppError, toAppError } from '#server/platform/errors.ts';
import type { Providers } from '#server/platform/providers.ts';
import { createTurns } from '#server/platform/turns.ts';
import type { Asks } from '../asks.ts';
import { indexerPort, type ConfiguredIndexer } from '../configured.ts';
import { createAsker, type Active, type Answered } from './ask.ts';
import { createChannel } from './channel.ts';
import type { Outcome, OutcomeState, SearchEvent } from './found.ts';
import { createMerge } from './merge.ts';
import { createShare } from './share.ts';

export interface SearchOptions {
	/** Only these; all that are in use when absent. */
	indexers?: readonly number[];
	signal?: AbortSignal;
	/** The next answer is asked for anew. */
	fresh?: boolean;
}

interface Deps {
	providers: Providers;
	asks: Asks;
	/** Searches at once. */
	most: number;
	limits(): { deadlineMs: number; cacheMs: number };
	now(): number;
}

/** Releases handed on at once; between two lots others get their turn. */
const lot = 200;

export function createSearch({ providers, asks, most, limits, now }: Deps) {
	const ask = createAsker({ providers, asks, now });
	const answers = createShare<Answered>({
		lifeMs: () => limits().cacheMs,
		mostWeight: 50_000,
		weigh: ({ releases }) => releases.length + 1,
		now
	});
	const enter = createTurns(most);

	async function answerOf(indexer: Active, wish: Wish, { signal, fresh }: SearchOptions) {
		const started = performance.now();
		const key = `${indexer.id}:${JSON.stringify(wish)}${fresh ? `:${started}` : ''}`;
		const cached = !fresh && answers.peek(key) !== undefined;
		const outcome = (state: OutcomeState, found: number, message?: string): Outcome => ({
			indexerId: indexer.id,
			indexer: indexer.name,
			state,
			found,
			ms: Math.round(performance.now() - started),
			cached,
			...(message && { message })
		});
		try {
			const { deadlineMs } = limits();
			const { asked, releases } = await answers.get(key, signal, (given) =>
				withDeadline(deadlineMs, given, (both) => ask(indexer, wish, 'search', both))
			);
			const state = asked ? 'answered' : 'skipped';
			return { releases, outcome: outcome(state, releases.length) };
		} catch (error) {
			signal?.throwIfAborted();
			const { code, message } = toAppError(error);
			const state =
				code === 'timeout'
					? 'timeout'
					: code === 'limit_reached' || code === 'rate_limited'
						? 'limited'
						: 'failed';
			return { releases: [], outcome: outcome(state, 0, message) };
		}
	}

	/** Answers as they come; ends when the last indexer has answered, failed, or run out of time. */
	async function* search(wish: Wish, options: SearchOptions = {}): AsyncGenerator<SearchEvent, void> {
		const started = performance.now();
		const leave = await enter(options.signal);
		const gone = new AbortController();
		const signal = options.signal ? AbortSignal.any([options.signal, gone.signal]) : gone.signal;
		try {
			const chosen = (id: number) => !options.indexers || options.indexers.includes(id);
			const indexers = providers.active<ConfiguredIndexer>(indexerPort).filter(({ id }) => chosen(id));
			yield { kind: 'started', indexers: indexers.map(({ id, name }) => ({ id, name })) };
			for (const outcome of resting(chosen)) yield { kind: 'outcome', outcome };
			const merge = createMerge();
			const channel = createChannel<Awaited<ReturnType<typeof answerOf>> & { indexer: Active }>();
			const all = indexers.map(async (indexer) => {
				const answer = await answerOf(indexer, wish, { ...options, signal });
				channel.push({ ...answer, indexer });
			});
			Promise.all(all).then(channel.end, channel.fail);
			for await (const { releases, outcome, indexer } of channel) {
				const { id, name, priority } = indexer;
				for (let at = 0; at < releases.length; at += lot) {
					if (at > 0) await nextTurn();
					const sources = releases
						.slice(at, at + lot)
						.map((release) => ({ indexerId: id, indexer: name, priority, release }));
					const changed = merge.add(sources);
					if (changed.length) yield { kind: 'releases', releases: changed };
				}
				yield { kind: 'outcome', outcome };
				await nextTurn();
			}
			yield { kind: 'done', total: merge.all().length, ms: Math.round(performance.now() - started) };
		} finally {
			gone.abort();
			leave();
		}
	}

	function resting(chosen: (id: number) => boolean): Outcome[] {
		return providers
			.list(indexerPort)
			.filter(({ id, enabled, disabledUntil }) => chosen(id) && enabled && (disabledUntil ?? 0) > now())
			.map(({ id, name, lastError }) => ({
				indexerId: id,
				indexer: name,
				state: 'resting',
				found: 0,
				ms: 0,
				cached: false,
				...(lastError && { message: lastError })
			}));
	}

	/** What this indexer said before does not count any more. */
	const forget = (id: number) => answers.forget((key) => key.startsWith(`${id}:`));
	return { search, ask, forget };
}

/** What takes longer is given up as a fault of the indexer. */
async function withDeadline<T>(ms: number, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) {
	const late = new AbortController();
	const fault = new AppError('timeout', `It did not answer within ${ms / 1000} s.`, { status: 504 });
	const timer = setTimeout(() => late.abort(fault), ms);
	const both = AbortSignal.any([signal, late.signal]);
	const ended = new Promise<never>((_, reject) =>
		both.addEventListener('abort', () => reject(both.reason), { once: true })
	);
	try {
		return await Promise.race([work(both), ended]);
	} finally {
		clearTimeout(timer);
	}
}
