import type { Candidate } from './candidate.ts';
import type { Facts } from './facts.ts';
import { rules } from './rules.ts';
import type { Verdict } from './verdict.ts';

/** Asks every rule, so that a person sees every reason at once. */
export function decide(candidate: Candidate, facts: Facts): Verdict {
	const rejects = rules.flatMap((rule) => rule(candidate, facts) ?? []);
	const times = rejects.flatMap(({ until }) => (until === undefined ? [] : [until]));
	const pending = rejects.length > 0 && rejects.every(({ lasting }) => lasting === 'temporary');
	return {
		accepted: rejects.length === 0,
		pending,
		rejects,
		...(pending && times.length > 0 && { until: Math.max(...times) })
	};
}
