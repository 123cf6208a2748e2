import type { Candidate } from './candidate.ts';
import type { Facts } from './facts.ts';

/** Why a candidate is not taken. */
export interface Reject {
	/** The rule's name, stable for programs. */
	readonly code: string;
	/** A sentence for people. */
	readonly message: string;
	/** Temporary: worth another look later, at `until` where that is known. */
	readonly lasting: 'permanent' | 'temporary';
	readonly until?: number | undefined;
}

export type Rule = (candidate: Candidate, facts: Facts) => Reject | undefined;

export interface Verdict {
	readonly accepted: boolean;
	/** Not accepted, but only for now. */
	readonly pending: boolean;
	readonly rejects: readonly Reject[];
	/** When to look again; the latest of the known times. */
	readonly until?: number | undefined;
}

export const reject = (code: string, message: string): Reject => ({ code, message, lasting: 'permanent' });

export const postpone = (code: string, message: string, until?: number): Reject => ({
	code,
	message,
	lasting: 'temporary',
	until
});
