import { z } from 'zod';

export const idParams = z.object({ id: z.number().int() });
export const kind = z.enum(['root', 'profile', 'format', 'movie', 'series', 'history', 'watched']);
export const standing = z.enum(['new', 'changes', 'same', 'skipped']);

export const draft = z.strictObject({
	app: z.enum(['sonarr', 'radarr', 'jellyfin']),
	address: z.string().trim().min(1).max(500),
	apiKey: z.string().trim().min(1).max(200)
});

const mapping = z.strictObject({ from: z.string().min(1).max(2000), to: z.string().min(1).max(2000) });
const pairing = z.strictObject({ remote: z.string().max(200), userId: z.string().max(200) });
export const patch = z.strictObject({
	mappings: z.array(mapping).max(200).exactOptional(),
	pairings: z.array(pairing).max(200).exactOptional()
});

const user = z.object({ id: z.string(), name: z.string() });
export const told = z.object({
	name: z.string(),
	version: z.string(),
	folders: z.array(z.string()),
	users: z.array(user)
});
export const source = told
	.extend({
		id: z.number().int(),
		app: z.enum(['sonarr', 'radarr', 'jellyfin']),
		address: z.string(),
		mappings: z.array(z.object({ from: z.string(), to: z.string() })),
		pairings: z.array(z.object({ remote: z.string(), userId: z.string() })),
		lookedAt: z.number().nullable(),
		appliedAt: z.number().nullable(),
		addedAt: z.number()
	})
	.meta({ id: 'BringSource', description: 'A program that a library is brought along from' });

const said = z.object({
	text: z.string(),
	values: z.record(z.string(), z.union([z.string(), z.number()])).optional()
});
export const row = z
	.object({
		id: z.number().int(),
		kind,
		key: z.string(),
		title: z.string(),
		year: z.number().nullable(),
		standing,
		reasons: z.array(said),
		localId: z.number().nullable(),
		chosen: z.boolean(),
		outcome: z.enum(['done', 'failed']).nullable(),
		message: z.string().nullable()
	})
	.meta({ id: 'BringRow', description: 'What would come, and why' });

export const rowFilter = z.object({
	kind: kind.optional(),
	standing: standing.optional(),
	outcome: z.enum(['done', 'failed']).optional()
});
export const startedJob = z.object({ jobId: z.number().int() });
