import { z } from 'zod';
import { magnetFacts } from '#core/downloads/magnet.ts';
import type { App } from '#server/app.ts';
import type { GrabRequest } from '#server/downloads/module.ts';
import { item } from '../../queue/download.ts';

const path = '/api/search/download/';

export const grabBody = z
	.strictObject({
		download: z
			.string()
			.max(20_000)
			.optional()
			.meta({ description: "The release's `download`, whole or only its last part" }),
		magnet: z.string().max(20_000).optional(),
		title: z.string().trim().min(1).max(1000).optional().meta({ description: 'Needed with a magnet alone' }),
		sizeBytes: z.number().int().nonnegative().optional(),
		item: item.optional(),
		clientId: z
			.number()
			.int()
			.positive()
			.optional()
			.meta({ description: 'The best fitting one when absent' }),
		category: z.string().trim().min(1).max(100).optional(),
		paused: z.boolean().optional(),
		force: z.boolean().default(false)
	})
	.refine(({ download, magnet }) => download ?? magnet, 'Give the download or the magnet of a release.')
	.meta({ id: 'Grab' });

/** Addresses of indexers never come from outside: what we signed says which indexer, and where. */
export function toRequest(
	app: App,
	{ download, magnet, title, ...rest }: z.output<typeof grabBody>
): GrabRequest {
	const token = download?.slice(download.startsWith(path) ? path.length : 0);
	const target = token ? app.indexers.links.open(token) : undefined;
	const name = title ?? target?.title ?? magnetFacts(magnet ?? '')?.name ?? 'Unnamed release';
	return { ...rest, title: target?.title ?? name, indexerId: target?.indexerId, link: target?.link, magnet };
}
