import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { addedItem, idParams } from '../../../item.ts';
import { minimumAvailability } from '../../collection.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'Films of a collection that are not in the library',
		tags: ['Library'],
		params: idParams,
		output: z.object({
			items: z.array(
				z.object({
					tmdbId: z.number(),
					title: z.string(),
					year: z.number().nullable(),
					posterPath: z.string().nullable()
				})
			)
		})
	},
	async ({ app, params, signal }) => {
		const absent = await app.library.collections.absent(params.id, signal);
		return {
			items: absent.map(({ ids, title, year, posterPath }) => ({
				tmdbId: ids.tmdb ?? 0,
				title,
				year: year ?? null,
				posterPath: posterPath ?? null
			}))
		};
	}
);

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Add all films of a collection that are not in the library',
		tags: ['Library'],
		params: idParams,
		body: z
			.strictObject({
				rootFolderId: z.number().int(),
				profileId: z.string().max(200).nullable(),
				monitored: z.boolean(),
				minimumAvailability,
				only: z.array(z.number().int()).max(500).meta({ description: 'TMDB ids; all when left out' }),
				tags: z.array(z.string().trim().min(1).max(100)).max(50)
			})
			.partial(),
		output: z.object({
			added: z.array(addedItem),
			faults: z.array(z.string()),
			undoIds: z.array(z.number().int()).meta({ description: 'For POST /api/library/undo, last one first' })
		}),
		status: 201
	},
	async ({ app, actor, params, body, signal }) => {
		const { added, faults } = await app.library.collections.addMissing(
			params.id,
			{ ...body, by: actor.name },
			signal
		);
		return { added, faults, undoIds: added.map(({ undoId }) => undoId) };
	}
);
