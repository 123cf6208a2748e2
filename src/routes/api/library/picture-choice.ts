import { z } from 'zod';

const picture = z
	.object({
		ref: z
			.string()
			.meta({ description: 'For `posterPath` or `backdropPath`, and `/media/picture/{width}/{ref}`' }),
		from: z.string().meta({ description: 'local (beside the files), upload, tmdb, tvmaze' }),
		width: z.number().nullable(),
		height: z.number().nullable(),
		language: z.string().nullable(),
		chosen: z.boolean()
	})
	.meta({ id: 'Picture' });

export const pictureChoice = z.object({
	posters: z.array(picture),
	backdrops: z.array(picture),
	locked: z.array(z.string()).meta({ description: 'Chosen by a person, kept against refreshes' }),
	fault: z.string().nullable().meta({ description: 'Why the source shows none' })
});
