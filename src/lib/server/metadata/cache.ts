import { eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db } from '#server/platform/db.ts';
import { AppError, upstream } from '#server/platform/errors.ts';
import type { Http, HttpOptions } from '#server/platform/http.ts';
import { metadataCache } from './schema.ts';

interface Ask<S extends z.ZodType> {
	schema: S;
	query?: Record<string, string | number | boolean | undefined>;
	headers?: Record<string, string>;
	/** What authorises the request; it is no part of the cache key. */
	secret?: Pick<HttpOptions, 'headers' | 'query'>;
	/** 0 asks again in any case. */
	maxAgeMs: number;
	signal?: AbortSignal;
}

export type Cached = <S extends z.ZodType>(url: string, ask: Ask<S>) => Promise<z.output<S>>;

/** One who stops waiting does not end the request for the others. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	signal.throwIfAborted();
	const { promise, reject } = Promise.withResolvers<never>();
	const stop = () => reject(signal.reason);
	signal.addEventListener('abort', stop, { once: true });
	return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop));
}

const keptAfterExpiryMs = 30 * 86_400_000;
/** So long a failing source is not asked again for what an older answer is kept of. */
const restMs = 60_000;

/** The source answered, and what it said is that there is no such thing. */
export const isAbsent = (error: unknown): boolean =>
	error instanceof AppError && (error.details as { status?: number } | undefined)?.status === 404;

/** Answers once a key, shared by all who ask meanwhile; when a source fails, an older answer is better than none. */
export function createCache({ db, http, now }: { db: Db; http: Http; now: () => number }): {
	get: Cached;
	purge(): number;
} {
	const underway = new Map<string, Promise<unknown>>();

	const kept = (key: string) => db.select().from(metadataCache).where(eq(metadataCache.key, key)).get();
	const keep = (key: string, body: unknown, maxAgeMs: number) => {
		const row = { body: JSON.stringify(body), fetchedAt: now(), expiresAt: now() + maxAgeMs };
		db.insert(metadataCache)
			.values({ key, ...row })
			.onConflictDoUpdate({ target: metadataCache.key, set: row })
			.run();
	};

	async function fetchAnswer(url: string, key: string, ask: Ask<z.ZodType>): Promise<unknown> {
		const old = kept(key);
		try {
			const answer = await http.request(url, {
				query: { ...ask.query, ...ask.secret?.query },
				headers: { accept: 'application/json', ...ask.headers, ...ask.secret?.headers }
			});
			const body = answer.json();
			const parsed = ask.schema.safeParse(body);
			if (!parsed.success)
				throw upstream(`${new URL(url).host} answered in a form that is not understood.`, parsed.error);
			if (ask.maxAgeMs > 0) keep(key, body, ask.maxAgeMs);
			return body;
		} catch (error) {
			if (!old || isAbsent(error)) throw error;
			db.update(metadataCache)
				.set({ expiresAt: Math.max(old.expiresAt, now() + restMs) })
				.where(eq(metadataCache.key, key))
				.run();
			return JSON.parse(old.body);
		}
	}

	async function get<S extends z.ZodType>(url: string, ask: Ask<S>): Promise<z.output<S>> {
		const key = `${url}?${new URLSearchParams(Object.entries(ask.query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))).toString()}`;
		const fresh = ask.maxAgeMs > 0 ? kept(key) : undefined;
		if (fresh && fresh.expiresAt > now()) return ask.schema.parse(JSON.parse(fresh.body));
		const shared = underway.get(key) ?? fetchAnswer(url, key, ask).finally(() => underway.delete(key));
		underway.set(key, shared);
		return ask.schema.parse(await (ask.signal ? orAborted(shared, ask.signal) : shared));
	}

	const purge = () =>
		db
			.delete(metadataCache)
			.where(lt(metadataCache.expiresAt, now() - keptAfterExpiryMs))
			.run().changes;

	return { get, purge };
}
