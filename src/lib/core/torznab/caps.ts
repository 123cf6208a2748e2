import type { Category } from './categories.ts';
import { usedParameters, type ModeParameter, type SearchMode, type SearchQuery } from './query.ts';

export interface Caps {
	/** Each mode the indexer knows, with the parameters it reads. */
	modes: Partial<Record<SearchMode, ModeParameter[]>>;
	/** Standard and own categories it can hold; own ones from 100000 on. */
	categories: Category[];
	/** Search words may be passed on as they are. */
	rawSearch: boolean;
	limits: { default: number; max: number };
	/** A text that names the server, if it gives one. */
	server?: string;
}

const everywhere: readonly ModeParameter[] = ['q'];

/** Parameters of the query that the indexer does not read; such a query would bring wrong answers. */
export function unsupported(caps: Caps, query: SearchQuery): ModeParameter[] {
	const known = caps.modes[query.mode];
	if (!known) return usedParameters(query).filter((name) => !everywhere.includes(name));
	return usedParameters(query).filter((name) => !everywhere.includes(name) && !known.includes(name));
}
