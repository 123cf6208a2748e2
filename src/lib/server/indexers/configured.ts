import { z } from 'zod';
import type { Indexer } from './indexer.ts';

/** What every indexer can be told besides its own settings. */
export const commonSettings = z.object({
	followFeed: z.boolean().default(true).meta({
		title: 'Follow its feed',
		description: 'Its newest releases are looked at regularly, without a search.',
		advanced: true
	}),
	queriesPerHour: z.number().int().min(1).max(100_000).optional().meta({
		title: 'At most so many queries an hour',
		advanced: true
	}),
	queriesPerDay: z.number().int().min(1).max(1_000_000).optional().meta({
		title: 'At most so many queries a day',
		advanced: true
	}),
	grabsPerHour: z.number().int().min(1).max(100_000).optional().meta({
		title: 'At most so many grabs an hour',
		advanced: true
	}),
	grabsPerDay: z.number().int().min(1).max(1_000_000).optional().meta({
		title: 'At most so many grabs a day',
		advanced: true
	}),
	solverAddress: z
		.url({ protocol: /^https?$/ })
		.optional()
		.meta({
			title: 'Browser check solver',
			description:
				'Address of a FlareSolverr-compatible service, such as http://127.0.0.1:8191, for sites that check the browser.',
			placeholder: 'http://127.0.0.1:8191',
			advanced: true
		})
});
export type CommonSettings = z.output<typeof commonSettings>;

/** An indexer as somebody set it up. */
export interface ConfiguredIndexer extends Indexer {
	options: CommonSettings;
	protocol: 'torrent' | 'usenet';
	privacy: 'public' | 'semi-private' | 'private';
}

export const indexerPort = 'indexer';
