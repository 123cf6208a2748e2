import { z } from 'zod';
import { field } from '../settings/section.ts';
import { draft, provider } from '../providers/provider.ts';

export const indexer = provider
	.extend({
		protocol: z.enum(['torrent', 'usenet']),
		sourceId: z
			.number()
			.int()
			.optional()
			.meta({ description: 'The Prowlarr or Jackett it was taken over from' })
	})
	.meta({ id: 'Indexer' });

export const indexerParams = z.object({ id: z.number().int().positive() });
export const indexerDraft = draft.extend({
	id: z.number().int().exactOptional().meta({ description: 'Masked secrets stand for those of this one' })
});

export const fault = z
	.object({
		severity: z.enum(['error', 'warning']),
		message: z.string(),
		line: z.number().int(),
		column: z.number().int()
	})
	.meta({ id: 'DefinitionFault' });

const traced = z.object({
	purpose: z.enum(['search', 'login', 'download', 'caps']),
	method: z.string(),
	url: z.string(),
	status: z.number().optional(),
	bytes: z.number().optional(),
	ms: z.number(),
	redirectedTo: z.string().optional(),
	error: z.string().optional()
});

export const trace = z
	.object({
		ok: z.boolean(),
		message: z.string(),
		requests: z.array(traced),
		rows: z.number().int(),
		releases: z.number().int(),
		fields: z.record(z.string(), z.string().nullable()).optional(),
		dropped: z.array(z.string())
	})
	.meta({ id: 'IndexerTrace' });

export const definition = z
	.object({
		id: z.string(),
		kind: z.string().meta({ description: 'The kind an indexer of this definition has' }),
		name: z.string(),
		description: z.string(),
		language: z.string(),
		privacy: z.enum(['public', 'semi-private', 'private']),
		origin: z.enum(['own', 'folder', 'archive', 'bundled']),
		links: z.array(z.string()),
		categories: z.array(z.number().int()),
		modes: z.array(z.string()),
		fields: z.array(field),
		notes: z.array(z.object({ title: z.string(), text: z.string() })),
		warnings: z.array(fault)
	})
	.meta({ id: 'IndexerDefinition' });
