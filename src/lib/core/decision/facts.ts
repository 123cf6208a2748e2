import type { Profile } from '#core/formats/profile.ts';
import type { Protocol } from '#core/formats/traits.ts';
import type { Standing } from './standing.ts';

/** A film, or an episode, that the candidate would fill. */
export interface Part {
	readonly id: number | string;
	/** As people read it: "S01E02", or the film's title. */
	readonly label: string;
	readonly monitored: boolean;
	/** When it can be had at the earliest; missing when that is not known. */
	readonly availableAt?: number | undefined;
	readonly minutes?: number | undefined;
	/** The file there is. */
	readonly current?: Standing | undefined;
}

/** Something a client is fetching, or has fetched and not yet imported. */
export interface Queued {
	readonly title: string;
	readonly partIds: readonly Part['id'][];
	readonly standing: Standing;
	readonly infoHash?: string | undefined;
}

export interface Blocked {
	readonly title?: string | undefined;
	readonly guid?: string | undefined;
	readonly infoHash?: string | undefined;
	readonly indexer?: string | undefined;
	readonly reason: string;
	readonly until?: number | undefined;
}

export interface Limits {
	readonly minimumSeeders: number;
	/** Usenet posts younger than this may not have arrived everywhere. */
	readonly minimumAgeMinutes: number;
	/** How long the Usenet provider keeps posts; 0 when it keeps them for ever. */
	readonly retentionDays: number;
	/** 0 when there is none. */
	readonly maximumAgeDays: number;
	/** 0 when there is none. */
	readonly maximumBytes: number;
	/** What must stay free on the disk. */
	readonly reserveBytes: number;
	/** Which share of a pack must be of use. */
	readonly packShare: number;
	/** How sure the match must be. */
	readonly confidence: number;
	readonly dangerousExtensions: readonly string[];
}

export interface Delays {
	readonly minutes: Partial<Record<Protocol, number>>;
	readonly preferred?: Protocol | undefined;
	readonly skipForTopQuality: boolean;
	readonly skipFromScore?: number | undefined;
}

/** Words and patterns that a name must or must not have. */
export interface Terms {
	readonly required: readonly string[];
	readonly ignored: readonly string[];
	readonly requiredFlags: readonly string[];
	readonly refusedFlags: readonly string[];
}

/** All that the rules may look at besides the candidate, gathered beforehand. */
export interface Facts {
	readonly now: number;
	/** As it holds for this item, overrides included. */
	readonly profile: Profile;
	/** What the candidate covers. */
	readonly parts: readonly Part[];
	/** It names a whole season of which some episodes are still to come. */
	readonly seasonRunning?: boolean | undefined;
	readonly queue: readonly Queued[];
	readonly blocklist: readonly Blocked[];
	/** Releases that were grabbed for these parts before. */
	readonly grabbed: readonly { readonly guid?: string | undefined; readonly infoHash?: string | undefined }[];
	readonly protocols: readonly Protocol[];
	readonly freeBytes?: number | undefined;
	readonly limits: Limits;
	readonly delays: Delays;
	readonly terms: Terms;
	/** A person asked for this very release or search: what only guards automatic choice does not apply. */
	readonly byHand: boolean;
}

export const defaultLimits: Limits = {
	minimumSeeders: 1,
	minimumAgeMinutes: 0,
	retentionDays: 0,
	maximumAgeDays: 0,
	maximumBytes: 0,
	reserveBytes: 1024 ** 3,
	packShare: 0.5,
	confidence: 0.8,
	dangerousExtensions: 'arj bat cmd exe js lnk lzh msi ps1 scr sh vbs wsf zipx'.split(' ')
};
