import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { idParams, undoable } from '../../item.ts';
import { collectionLine, minimumAvailability } from '../collection.ts';

const part = z.object({
	id: z.number(),
	tmdbId: z.number().nullable(),
	title: z.string(),
	year: z.number().nullable(),
	posterPath: z.string().nullable(),
	fileCount: z.number()
});
const collection = collectionLine.extend({ parts: z.array(part) });

export const GET = api(
	{
		access: 'library.read',
		summary: 'One collection with its films in the library',
		tags: ['Library'],
		params: idParams,
		output: collection
	},
	({ app, params }) => app.library.pages.collection(params.id)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Monitor a collection, or change how its films are added',
		description:
			'Films that come to a monitored collection later are added by themselves; those that it lacks now by POST …/missing.',
		tags: ['Library'],
		params: idParams,
		body: z
			.strictObject({
				monitored: z.boolean(),
				profileId: z.string().max(200).nullable(),
				rootFolderId: z.number().int().nullable(),
				minimumAvailability: minimumAvailability.nullable()
			})
			.partial(),
		output: collection.extend({ undoId: undoable.shape.undoId.optional() })
	},
	async ({ app, actor, params, body, signal }) => {
		const undoId = await app.library.collections.set(params.id, body, signal, actor.name);
		return { ...app.library.pages.collection(params.id), ...(undoId !== undefined && { undoId }) };
	}
);
