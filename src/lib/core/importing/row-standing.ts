import type { Refusal } from './refusal.ts';
import type { Versus } from './versus.ts';

export interface RowFacts {
	readonly refusal?: Refusal | undefined;
	/** A person wants it all the same. */
	readonly overruled?: boolean | undefined;
	/** What it is; missing while nobody knows. */
	readonly kind?: 'movie' | 'series' | undefined;
	readonly season?: number | undefined;
	readonly episodes: readonly number[];
	/** Why it cannot be placed, in a sentence. */
	readonly problem?: string | undefined;
	readonly existing: readonly Versus[];
	readonly sure: boolean;
}

export type RowState = 'ready' | 'there' | 'unsure' | 'unknown' | 'blocked' | 'refused';

export interface RowStanding {
	readonly state: RowState;
	readonly message?: string | undefined;
	/** Would it be brought in unless a person says otherwise? */
	readonly wanted: boolean;
}

/** What stands between a file and the library: the first thing that has to be settled. */
export function rowStanding(row: RowFacts): RowStanding {
	if (row.refusal && !(row.refusal.soft && row.overruled))
		return { state: 'refused', message: row.refusal.message, wanted: false };
	if (!row.kind) return { state: 'unknown', message: 'Nobody knows yet what it is.', wanted: false };
	if (row.kind === 'series' && row.season === undefined)
		return { state: 'unknown', message: 'Its season is not known.', wanted: false };
	if (row.kind === 'series' && row.episodes.length === 0)
		return { state: 'unknown', message: 'Its episode is not known.', wanted: false };
	if (row.problem) return { state: 'blocked', message: row.problem, wanted: false };
	const worst = row.existing.find(({ verdict }) => verdict !== 'better');
	if (worst) return { state: 'there', message: worst.reason, wanted: false };
	if (!row.sure) return { state: 'unsure', message: 'It is a guess. Have a look.', wanted: false };
	return { state: 'ready', wanted: true };
}
