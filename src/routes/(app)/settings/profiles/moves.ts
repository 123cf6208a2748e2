import type { Comparison, Judged } from '#core/decision/judge.ts';

export interface Standing {
	index: number;
	/** From 1. */
	place: number;
	judged: Judged;
}

export interface Moved extends Standing {
	/** Places won, negative when lost. */
	by: number;
	/** Taken now and not before, or the other way round. */
	change: 'taken' | 'refused' | undefined;
}

export const standings = ({ items, ranking }: Comparison): Standing[] =>
	ranking.flatMap(({ index }, at) => (items[index] ? [{ index, place: at + 1, judged: items[index] }] : []));

/** Two rankings of the same names, one beside the other. */
export function moves(before: Comparison, after: Comparison): Moved[] {
	const was = new Map(standings(before).map((standing) => [standing.index, standing]));
	return standings(after).map((standing) => {
		const former = was.get(standing.index);
		const changed = former && former.judged.accepted !== standing.judged.accepted;
		return {
			...standing,
			by: former ? former.place - standing.place : 0,
			change: changed ? (standing.judged.accepted ? 'taken' : 'refused') : undefined
		};
	});
}

/** What all names begin with tells nothing; it ends at a separator. */
export function sharedBeginning(names: readonly string[]): number {
	const [first = '', ...others] = names;
	if (others.length === 0) return 0;
	let end = 0;
	while (end < first.length && others.every((name) => name[end] === first[end])) end++;
	return Math.max(0, first.slice(0, end).search(/[^._ -]*$/));
}
