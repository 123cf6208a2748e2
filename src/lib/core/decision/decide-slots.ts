import type { Profile } from '#core/formats/profile.ts';
import type { Candidate } from './candidate.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import type { Standing } from './standing.ts';
import type { Verdict } from './verdict.ts';

/** One of several versions of an item that a person keeps: "4K" for the projector, "small" for the road. */
export interface Slot {
	readonly id: string;
	readonly profile: Profile;
	/** The slot's own file of each part. */
	readonly current: ReadonlyMap<number | string, Standing>;
}

export interface SlotVerdict {
	readonly slot: Slot;
	readonly verdict: Verdict;
}

/** Judges a candidate for every slot by that slot's profile and files; a slot without files is filled before one is upgraded. */
export function decideSlots(candidate: Candidate, facts: Facts, slots: readonly Slot[]): SlotVerdict[] {
	const isEmpty = (slot: Slot) => facts.parts.every(({ id }) => !slot.current.has(id));
	return slots
		.map((slot) => {
			const parts = facts.parts.map((part) => ({ ...part, current: slot.current.get(part.id) }));
			return { slot, verdict: decide(candidate, { ...facts, profile: slot.profile, parts }) };
		})
		.toSorted(
			(a, b) =>
				Number(b.verdict.accepted) - Number(a.verdict.accepted) ||
				Number(isEmpty(b.slot)) - Number(isEmpty(a.slot))
		);
}
