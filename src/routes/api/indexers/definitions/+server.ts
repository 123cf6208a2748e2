import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { definition, fault } from '../indexer.ts';

const MiB = 1024 * 1024;

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'List the definitions',
		tags: ['Indexers'],
		query: z.object({
			q: z.string().max(200).optional(),
			language: z.string().max(20).optional(),
			privacy: z.enum(['public', 'semi-private', 'private']).optional(),
			category: z.number().int().optional().meta({ description: 'A top category, such as 2000 for films' })
		}),
		output: z.object({
			items: z.array(definition),
			total: z.number().int(),
			broken: z.array(z.object({ file: z.string(), origin: z.string(), faults: z.array(fault) }))
		})
	},
	({ app, query }) => {
		const { definitions, kindOfDefinition } = app.indexers;
		const words = query.q?.toLowerCase();
		const items = definitions
			.list()
			.filter(({ name, id, description }) => !words || `${name} ${id} ${description}`.toLowerCase().includes(words))
			.filter(({ language }) => !query.language || language.startsWith(query.language))
			.filter(({ privacy }) => !query.privacy || privacy === query.privacy)
			.filter(({ categories }) => !query.category || categories.includes(query.category))
			.map((known) => ({ ...known, kind: kindOfDefinition(known.id) }));
		return { items, total: items.length, broken: definitions.broken() };
	}
);

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Keep a definition of your own (YAML)',
		description: 'One that is here already under its id is replaced.',
		tags: ['Indexers'],
		body: z.string().min(1),
		bodyType: 'text',
		maxBytes: MiB,
		output: definition,
		status: 201
	},
	async ({ app, body }) => {
		const kept = await app.indexers.definitions.save(body);
		return { ...kept, kind: app.indexers.kindOfDefinition(kept.id) };
	}
);
