import { and, desc, eq, gt, lt, sql, sum } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import type { CommonSettings } from './configured.ts';
import { indexerAsks } from './schema.ts';

export type Ask = typeof indexerAsks.$inferInsert;
export type Purpose = Ask['purpose'];

const hour = 3_600_000;
const day = 24 * hour;

export interface Standing {
	indexerId: number;
	searches: number;
	feeds: number;
	grabs: number;
	failures: number;
	found: number;
	/** Of what was answered. */
	meanMs: number;
}

export interface Asks {
	note(ask: Ask): void;
	/** Throws when one more would be over what the person, and so the site, allows. */
	require(name: string, indexerId: number, kind: 'query' | 'grab', limits: CommonSettings): void;
	statistics(since: number): Standing[];
	/** Requests and grabs of the last hour and day. */
	used(indexerId: number): { queriesHour: number; queriesDay: number; grabsHour: number; grabsDay: number };
	forgetBefore(at: number): number;
}

export function createAsks({ db, now }: { db: Db; now(): number }): Asks {
	const { indexerId: by, at, purpose, requests, ok, ms, found } = indexerAsks;

	function count(id: number, kind: 'query' | 'grab', span: number): number {
		const isGrab = eq(purpose, 'grab');
		const row = db
			.select({ total: sum(requests) })
			.from(indexerAsks)
			.where(and(eq(by, id), gt(at, now() - span), kind === 'grab' ? isGrab : sql`not ${isGrab}`))
			.get();
		return Number(row?.total ?? 0);
	}
	/** When the oldest that counts leaves the span, one more is allowed. */
	function waitSeconds(id: number, span: number): number {
		const row = db
			.select({ oldest: sql<number>`min(${at})` })
			.from(indexerAsks)
			.where(and(eq(by, id), gt(at, now() - span)))
			.get();
		return Math.max(1, Math.ceil(((row?.oldest ?? now()) + span - now()) / 1000));
	}

	return {
		note: (ask) => void db.insert(indexerAsks).values(ask).run(),
		require(name, id, kind, limits) {
			const allowed = [
				{ most: kind === 'query' ? limits.queriesPerHour : limits.grabsPerHour, span: hour, word: 'an hour' },
				{ most: kind === 'query' ? limits.queriesPerDay : limits.grabsPerDay, span: day, word: 'a day' }
			];
			for (const { most, span, word } of allowed) {
				if (most === undefined || count(id, kind, span) < most) continue;
				const what = kind === 'query' ? 'queries' : 'grabs';
				throw new AppError('limit_reached', `${name} may get ${most} ${what} ${word}, and has had them.`, {
					status: 429,
					details: { retryAfter: waitSeconds(id, span) }
				});
			}
		},
		statistics(since) {
			const counted = (condition: ReturnType<typeof sql>) => sql<number>`sum(${condition})`.mapWith(Number);
			return db
				.select({
					indexerId: by,
					searches: counted(sql`${purpose} = 'search'`),
					feeds: counted(sql`${purpose} = 'feed'`),
					grabs: counted(sql`${purpose} = 'grab'`),
					failures: counted(sql`not ${ok}`),
					found: counted(sql`${found}`),
					meanMs: sql<number>`coalesce(avg(case when ${ok} then ${ms} end), 0)`.mapWith(Math.round)
				})
				.from(indexerAsks)
				.where(gt(at, since))
				.groupBy(by)
				.orderBy(desc(sql`count(*)`))
				.all();
		},
		used: (id) => ({
			queriesHour: count(id, 'query', hour),
			queriesDay: count(id, 'query', day),
			grabsHour: count(id, 'grab', hour),
			grabsDay: count(id, 'grab', day)
		}),
		forgetBefore: (before) => db.delete(indexerAsks).where(lt(at, before)).run().changes
	};
}
