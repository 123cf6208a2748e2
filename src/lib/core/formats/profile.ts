import { z } from 'zod';
import { definitionId } from './definition-id.ts';

const quality = z.object({
	name: z.string().min(1),
	allowed: z.boolean().default(true),
	/** A group of qualities that count as equal; a lone quality has none. */
	members: z.array(z.string().min(1)).optional()
});

const sizeLimit = z.object({
	min: z.number().min(0).default(0),
	preferred: z.number().min(0).optional(),
	max: z.number().positive().optional()
});

export const languageWish = z.object({
	/** BCP 47 codes or 'original'; empty means that any language will do. */
	wanted: z.array(z.string()).default([]),
	need: z.enum(['any', 'all']).default('any')
});

/** What a person wants: qualities in order, traits with scores, and when to be content. */
export const profile = z.object({
	id: definitionId,
	name: z.string().min(1, { error: 'Give it a name.' }),
	description: z.string().optional(),
	medium: z.enum(['video', 'music']).default('video'),
	/** Best first. */
	qualities: z.array(quality).min(1),
	/** The quality or group from which on quality alone is no reason to upgrade. */
	cutoff: z.string(),
	upgrades: z.boolean().default(true),
	/** Takes the formats' suggested scores of this set where `scores` says nothing. */
	scoreSet: z.string().optional(),
	/** The only formats the score set counts for; all of them when missing. */
	formats: z.array(z.string()).optional(),
	scores: z.record(z.string(), z.number()).default({}),
	minimumScore: z.number().default(0),
	/** The score from which on scores alone are no reason to upgrade. */
	cutoffScore: z.number().default(10_000),
	/** What a better score must gain at least. */
	scoreIncrement: z.number().min(1).default(1),
	languages: languageWish.prefault({}),
	/** Megabytes a minute by quality. */
	sizes: z.record(z.string(), sizeLimit).default({}),
	/** Whether a repaired release (proper, repack) is reason enough to upgrade, merely preferred, or of no account. */
	revisions: z.enum(['upgrade', 'prefer', 'ignore']).default('upgrade')
});

export type Profile = z.output<typeof profile>;
export type ProfileInput = z.input<typeof profile>;

/** What a season, an episode or a single item wants otherwise than its profile. */
export const profileOverride = profile
	.omit({ id: true, name: true, medium: true, description: true })
	.partial();
export type ProfileOverride = z.output<typeof profileOverride>;
