import { z } from 'zod';
import { downloadStates } from '#core/downloads/download.ts';

const time = z.number().int().meta({ description: 'Milliseconds since 1970' });

export const protocol = z.enum(['torrent', 'usenet']);

/** What it is for. */
export const item = z
	.object({
		kind: z.enum(['movie', 'series']),
		id: z.number().int().positive(),
		season: z.number().int().min(0).optional(),
		episodeIds: z.array(z.number().int().positive()).max(2000).optional()
	})
	.meta({ id: 'DownloadItem' });

export const download = z
	.object({
		id: z.number().int(),
		title: z.string(),
		protocol,
		hash: z.string().nullable().meta({ description: 'Info hash of a torrent' }),
		indexerId: z.number().int().nullable(),
		indexer: z.string().nullable(),
		clientId: z.number().int().nullable(),
		client: z.string(),
		remoteId: z.string().meta({ description: 'As the client names it' }),
		category: z.string().nullable(),
		item: item.nullable(),
		state: z.enum(downloadStates),
		message: z.string().nullable(),
		name: z.string().nullable(),
		sizeBytes: z.number().int().nullable(),
		progress: z.number().min(0).max(1),
		bytesPerSecond: z.number().nullable(),
		etaSeconds: z.number().nullable(),
		outputPath: z.string().nullable().meta({ description: 'Where Bijou finds it' }),
		grabbedBy: z.string().nullable(),
		grabbedAt: time,
		changedAt: time,
		completedAt: time.nullable()
	})
	.meta({ id: 'Download' });

export const downloadParams = z.object({ id: z.number().int().positive() });
