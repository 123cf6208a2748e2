import { z } from 'zod';
import { multiEpisodeStyles } from './episode-numbers.ts';

/** How values are written into names, apart from the patterns themselves. */
export const namingStyle = z.object({
	multiEpisode: z.enum(multiEpisodeStyles).default('prefixed-range'),
	/** ":" is forbidden on Windows and on most shares. */
	colon: z.enum(['delete', 'dash', 'space-dash', 'space-dash-space', 'smart']).default('smart'),
	/** Whether other forbidden characters are replaced by their like or left out. */
	illegal: z.enum(['replace', 'delete']).default('replace'),
	spaces: z.enum(['keep', 'dots', 'underscores']).default('keep'),
	letters: z.enum(['keep', 'lower', 'upper']).default('keep')
});

export type NamingStyle = z.output<typeof namingStyle>;
export const defaultStyle: NamingStyle = namingStyle.parse({});
