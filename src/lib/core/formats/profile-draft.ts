import { z } from 'zod';
import { nested } from '#core/form/nested.ts';
import { slug } from '#core/text/slug.ts';
import type { Profile } from './profile.ts';
import { qualities as allQualities } from './qualities.ts';

const text = z.preprocess((value) => (value == null ? '' : String(value as string)), z.string());
const flag = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean());
const amount = z.preprocess(
	(value) => (value === '' || value == null || Number.isNaN(Number(value)) ? null : Number(value)),
	z.number().nullable()
);
const words = z.preprocess(
	(value) => (Array.isArray(value) ? value : String((value ?? '') as string).split(/[\s,]+/)).filter(Boolean),
	z.array(z.string())
);

const rung = z.object({
	name: text,
	allowed: flag,
	/** Joined by '|' in forms; empty for a quality that stands alone. */
	members: z.preprocess(
		(value) => (Array.isArray(value) ? value : String((value ?? '') as string).split('|')).filter(Boolean),
		z.array(z.string())
	)
});
const size = z.object({ quality: text, min: amount, preferred: amount, max: amount });
const score = z.object({ id: text, score: amount });

const profileDraft = z.object({
	id: text,
	name: text,
	description: text,
	medium: z.enum(['video', 'music']).catch('video'),
	qualities: z.array(rung).catch([]),
	cutoff: text,
	upgrades: flag,
	scoreSet: text,
	/** The only formats the score set counts for; null means all. */
	formats: z.preprocess(
		(value) =>
			value == null || Array.isArray(value)
				? value
				: String(value as string)
						.split('|')
						.filter(Boolean),
		z.array(z.string()).nullable().default(null)
	),
	scores: z.array(score).catch([]),
	minimumScore: amount,
	cutoffScore: amount,
	scoreIncrement: amount,
	wanted: words,
	need: z.enum(['any', 'all']).catch('any'),
	sizes: z.array(size).catch([]),
	revisions: z.enum(['upgrade', 'prefer', 'ignore']).catch('upgrade')
});

export type ProfileDraft = z.output<typeof profileDraft>;
export type Rung = ProfileDraft['qualities'][number];

export const newProfile = (medium: Profile['medium'] = 'video'): ProfileDraft =>
	withAllQualities(
		profileDraft.parse({
			medium,
			scoreSet: 'default',
			cutoffScore: 10_000,
			scoreIncrement: 1,
			upgrades: true
		})
	);

/** A kept profile, ready to be edited: qualities it does not name stand below, not allowed. */
export const draftOf = (profile: Profile): ProfileDraft =>
	withAllQualities(
		profileDraft.parse({
			...profile,
			...profile.languages,
			qualities: profile.qualities,
			scores: Object.entries(profile.scores).map(([id, value]) => ({ id, score: value })),
			sizes: Object.entries(profile.sizes).map(([quality, limit]) => ({ quality, ...limit }))
		})
	);

export const postedProfile = (form: Readonly<Record<string, unknown>>): ProfileDraft =>
	profileDraft.parse(nested(form));

function withAllQualities(draft: ProfileDraft): ProfileDraft {
	const known = new Set(
		draft.qualities.flatMap(({ name, members }) => (members.length > 0 ? members : [name]))
	);
	const missing = allQualities
		.filter(({ medium, name }) => medium === draft.medium && !known.has(name))
		.toReversed()
		.map(({ name }) => ({ name, allowed: false, members: [] }));
	const qualities = [...draft.qualities, ...missing];
	return { ...draft, qualities, cutoff: draft.cutoff || (qualities[0]?.name ?? '') };
}

/** As the schema of profiles wants it. Qualities at the end that are not allowed say nothing and are left out. */
export function profileOf(draft: ProfileDraft): unknown {
	const { id, name, description, scoreSet, formats, scores, wanted, need, sizes, qualities, ...rest } = draft;
	const last = qualities.findLastIndex(({ allowed, name }) => allowed || name === draft.cutoff);
	return {
		...rest,
		id: id || slug(name) || 'unnamed',
		name: name.trim(),
		...(description.trim() && { description: description.trim() }),
		...(scoreSet && { scoreSet }),
		...(formats && { formats }),
		minimumScore: rest.minimumScore ?? 0,
		cutoffScore: rest.cutoffScore ?? 10_000,
		scoreIncrement: rest.scoreIncrement ?? 1,
		languages: { wanted, need },
		qualities: qualities
			.slice(0, last + 1)
			.map(({ members, ...own }) => ({ ...own, ...(members.length > 0 && { members }) })),
		scores: Object.fromEntries(scores.flatMap(({ id, score }) => (score === null ? [] : [[id, score]]))),
		sizes: Object.fromEntries(sizes.flatMap(sizeEntry))
	};
}

function sizeEntry({ quality, min, preferred, max }: ProfileDraft['sizes'][number]) {
	if (min === null && preferred === null && max === null) return [];
	const limit = { min: min ?? 0, ...(preferred !== null && { preferred }), ...(max !== null && { max }) };
	return [[quality, limit]];
}
