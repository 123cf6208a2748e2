import { z } from 'zod';
import { type Profile, profile } from '../profile.ts';
import { type ArrApp, languageNamed, languageOfNumber } from './arr-enums.ts';
import { type Imported, formatId, nameId } from './import-format.ts';

const common = {
	name: z.string().min(1),
	upgradeAllowed: z.boolean().default(true),
	minFormatScore: z.number().default(0),
	cutoffFormatScore: z.number().default(10_000),
	minUpgradeFormatScore: z.number().min(1).default(1)
};

/** As TRaSH publishes it: best first, qualities by name, formats by id. */
const guideProfile = z.object({
	...common,
	trash_id: z.string(),
	trash_score_set: z.string().optional(),
	cutoff: z.string(),
	language: z.string().optional(),
	items: z.array(z.object({ name: z.string(), allowed: z.boolean(), items: z.array(z.string()).optional() })),
	formatItems: z.record(z.string(), z.string()).default({})
});

const named = z.object({ id: z.number(), name: z.string() });
const apiItem = z.object({
	id: z.number().optional(),
	name: z.string().optional(),
	quality: named.optional(),
	allowed: z.boolean()
});

/** As the apps' API answers: worst first, the cutoff a number. */
const apiProfile = z.object({
	...common,
	cutoff: z.number(),
	items: z.array(apiItem.extend({ items: z.array(apiItem).default([]) })),
	formatItems: z.array(z.object({ name: z.string(), score: z.number() })).default([]),
	language: named.optional()
});

export function importProfile(app: ArrApp, json: unknown): Imported<Profile> {
	const guide = guideProfile.safeParse(json);
	if (guide.success) return { value: fromGuide(guide.data), faults: [] };
	const api = apiProfile.safeParse(json);
	if (api.success) return { value: fromApi(app, api.data), faults: [] };
	const fault = Object.hasOwn(Object(json), 'trash_id') ? guide.error : api.error;
	return { value: undefined, faults: [`Not a quality profile: ${z.prettifyError(fault)}`] };
}

function fromGuide(guide: z.output<typeof guideProfile>): Profile {
	const language = guide.language === undefined ? undefined : languageNamed(guide.language);
	return profile.parse({
		...shared(guide),
		id: formatId(guide.name, guide.trash_id),
		cutoff: guide.cutoff,
		scoreSet: guide.trash_score_set ?? 'default',
		// Only the formats the profile lists count; the rest of the guide is worth nothing to it.
		formats: Object.entries(guide.formatItems).map(([name, trashId]) => formatId(name, trashId)),
		qualities: guide.items.map(({ name, allowed, items }) => ({
			name,
			allowed,
			...(items && { members: items })
		})),
		...wish(language)
	});
}

function fromApi(app: ArrApp, api: z.output<typeof apiProfile>): Profile {
	const items = api.items.toReversed().map(({ id, name, quality, allowed, items }) => ({
		id: quality?.id ?? id,
		name: quality?.name ?? name ?? 'Unknown',
		allowed,
		...(!quality && { members: items.toReversed().map((item) => item.quality?.name ?? 'Unknown') })
	}));
	const top = items.find(({ allowed }) => allowed) ?? items[0];
	const inGroup = api.items.flatMap(({ items }) => items).find(({ quality }) => quality?.id === api.cutoff);
	return profile.parse({
		...shared(api),
		id: nameId(api.name),
		cutoff:
			items.find(({ id }) => id === api.cutoff)?.name ?? inGroup?.quality?.name ?? top?.name ?? 'Unknown',
		scores: Object.fromEntries(api.formatItems.map(({ name, score }) => [nameId(name), score])),
		qualities: items.map(({ id: _, ...item }) => item),
		...wish(api.language && languageOfNumber(app, api.language.id))
	});
}

const shared = (source: z.output<z.ZodObject<typeof common>>) => ({
	name: source.name,
	upgrades: source.upgradeAllowed,
	minimumScore: source.minFormatScore,
	cutoffScore: source.cutoffFormatScore,
	scoreIncrement: source.minUpgradeFormatScore
});

const wish = (language: string | undefined) =>
	language === undefined || language === 'any' ? {} : { languages: { wanted: [language] } };
