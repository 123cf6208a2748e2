import type { Standing } from './bring-words.ts';
import { said, type Said } from '../text/said.ts';

/** How far somebody is. */
export interface WatchedState {
	watched: boolean;
	positionSeconds: number;
	durationSeconds?: number | undefined;
	playCount: number;
	/** Last played; unknown for what was ticked off by hand. */
	at?: number | undefined;
}

export interface PlannedWatched {
	standing: Standing;
	reasons: Said[];
}

/** Players round where they stopped. */
const nearSeconds = 5;

const minutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));

const words = ({ watched, positionSeconds }: WatchedState): Said =>
	positionSeconds > 0
		? said('Begun, {count} minutes in.', { count: minutes(positionSeconds) })
		: said(watched ? 'Watched.' : 'Not watched.');

/** What is newer here stays. */
export function planWatched(remote: WatchedState, local: WatchedState | undefined): PlannedWatched {
	if (!local) return { standing: 'new', reasons: [words(remote)] };
	const isSame =
		local.watched === remote.watched &&
		Math.abs(local.positionSeconds - remote.positionSeconds) <= nearSeconds &&
		local.playCount >= remote.playCount;
	if (isSame) return { standing: 'same', reasons: [words(remote)] };
	if ((local.at ?? 0) >= (remote.at ?? 0))
		return { standing: 'skipped', reasons: [said('Bijou knows a newer state.')] };
	return { standing: 'changes', reasons: [words(remote), said('It is newer than what Bijou knows.')] };
}
