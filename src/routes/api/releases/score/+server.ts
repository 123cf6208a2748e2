import { z } from 'zod';
import { format } from '#core/formats/format.ts';
import { profile } from '#core/formats/profile.ts';
import { api } from '#server/platform/web.ts';

export const POST = api(
	{
		access: 'signed-in',
		summary: 'Judge and rank release names under a profile',
		description:
			'The verdict, every matched format with its score, and every reason; `ranking` has the best first, each place with why it stands before the next. `profile` and `formats` try out what is not saved.',
		tags: ['Releases'],
		body: z.object({
			names: z.array(z.string().max(2000)).min(1).max(500),
			profileId: z.string().optional(),
			profile: profile.optional(),
			formats: z.array(format).max(500).optional(),
			kind: z.enum(['movie', 'series']).optional(),
			sizeBytes: z.number().positive().optional(),
			minutes: z.number().positive().optional(),
			originalLanguage: z.string().max(20).optional()
		}),
		maxBytes: 4 * 1024 * 1024
	},
	async ({ app, body }) => {
		const { names, profileId, profile: draft, formats, ...options } = body;
		const chosen = draft ?? (profileId ? app.profiles.profiles.get(profileId) : app.profiles.fallback());
		return {
			profile: { id: chosen.id, name: chosen.name },
			...(await app.profiles.judge(names, { profile: chosen, formats, ...options }))
		};
	}
);
