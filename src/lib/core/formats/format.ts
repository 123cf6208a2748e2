import { z } from 'zod';
import { definitionId } from './definition-id.ts';
import { condition } from './condition.ts';

/** A named trait of releases that profiles give a score. */
export const format = z.object({
	id: definitionId,
	name: z.string().min(1, { error: 'Give it a name.' }),
	/** The heading it is shown under. */
	category: z.string().default('Other'),
	description: z.string().optional(),
	/** Whether {Custom Formats} in file names mentions it. */
	inNames: z.boolean().default(false),
	/** Suggested scores by score set; `default` counts where a profile's set is missing. */
	scores: z.record(z.string(), z.number()).default({}),
	conditions: z.array(condition).min(1)
});

export type Format = z.output<typeof format>;
