import { z } from 'zod';

const kind = z.enum(['movie', 'series']);
const whole = z.number().int();
const time = whole.meta({ description: 'Milliseconds since 1970' });

export const importMode = z.enum(['move', 'link', 'copy']).meta({
	id: 'ImportMode',
	description:
		'`link` shares the bytes where the file system can, else copies; the files stay where they are.'
});

export const hint = z.strictObject({
	source: z.enum(['folder', 'download']).optional(),
	mode: importMode.optional(),
	kind: kind.optional().meta({ description: 'What all of it is' }),
	itemId: whole.optional().meta({ description: 'The film or series that all of it belongs to' }),
	for: z
		.strictObject({ kind, id: whole })
		.optional()
		.meta({ description: 'The film or series whose files are looked for; others are told, but not chosen' }),
	releaseName: z.string().max(500).optional(),
	auto: z.boolean().optional().meta({ description: 'Import at once what is sure' })
});

export const newItem = z
	.strictObject({
		source: z.enum(['tmdb', 'tvmaze', 'name']).meta({ description: '`name`: nobody is asked' }),
		sourceId: whole.positive().optional(),
		title: z.string().trim().min(1).max(500),
		year: whole.min(1850).max(2200).optional(),
		posterPath: z.string().max(500).optional()
	})
	.meta({ id: 'ImportNewItem' });

export const importTarget = z
	.strictObject({
		kind,
		itemId: whole.optional().meta({ description: 'In the library' }),
		add: newItem.optional().meta({ description: 'Comes into the library with the file' })
	})
	.refine(({ itemId, add }) => (itemId === undefined) !== (add === undefined), {
		message: 'Give either the item of the library or what is to be added.'
	})
	.meta({ id: 'ImportTarget' });

const guess = z.object({
	kind,
	itemId: whole.optional(),
	source: z.enum(['tmdb', 'tvmaze']).optional(),
	sourceId: whole.optional(),
	title: z.string(),
	year: whole.optional(),
	posterPath: z.string().optional(),
	confidence: z.number(),
	reasons: z.array(z.string())
});

const counts = z.object({
	files: whole,
	chosen: whole,
	chosenBytes: whole,
	importable: whole.meta({ description: 'Chosen, and nothing stands in the way' }),
	colliding: whole.meta({ description: 'Chosen files that would come to the same place as another' }),
	imported: whole,
	failed: whole,
	states: z.partialRecord(z.enum(['ready', 'there', 'unsure', 'unknown', 'blocked', 'refused']), whole)
});

export const look = z
	.object({
		id: whole,
		path: z.string(),
		state: z.enum(['looking', 'ready', 'importing', 'done', 'failed']),
		message: z.string().nullable(),
		mode: importMode,
		jobId: whole.nullable(),
		report: z
			.object({
				folders: whole,
				otherFiles: whole,
				skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
				skippedCount: whole,
				faults: z.array(z.string())
			})
			.nullable(),
		counts,
		items: z
			.array(z.object({ kind, id: whole, title: z.string(), files: whole }))
			.meta({ description: 'What the imported files became part of' }),
		undoId: whole.nullable().meta({ description: 'For POST /api/library/undo' }),
		createdAt: time,
		finishedAt: time.nullable()
	})
	.meta({ id: 'ImportLook' });

export const row = z
	.object({
		id: whole,
		path: z.string(),
		sizeBytes: whole,
		state: z.enum(['ready', 'there', 'unsure', 'unknown', 'blocked', 'refused']),
		message: z.string().nullable(),
		refusal: z.object({ message: z.string(), soft: z.boolean() }).nullable(),
		overruled: z.boolean(),
		chosen: z.boolean(),
		target: z
			.object({
				kind,
				itemId: whole.optional(),
				add: z
					.object({
						source: z.enum(['tmdb', 'tvmaze', 'name']),
						sourceId: whole.optional(),
						title: z.string(),
						year: whole.optional(),
						posterPath: z.string().optional()
					})
					.optional()
			})
			.nullable(),
		sure: z.boolean(),
		confidence: whole.meta({ description: 'In percent' }),
		reasons: z.array(z.string()),
		guesses: z.array(guess),
		title: z.string().nullable(),
		year: whole.nullable(),
		season: whole.nullable(),
		episodes: z.array(whole),
		episodeTitles: z.array(z.string()),
		quality: z.string().nullable(),
		languages: z.array(z.string()),
		group: z.string().nullable(),
		edition: z.string().nullable(),
		releaseName: z.string().nullable(),
		part: whole.nullable(),
		proper: z.boolean(),
		probe: z.unknown(),
		probeFault: z.string().nullable(),
		companions: z
			.array(
				z.object({
					path: z.string(),
					kind: z.enum(['subtitle', 'audio', 'nfo', 'image', 'extra', 'disc']),
					extraType: z.string().optional(),
					of: z.string().optional().meta({ description: 'The extra that it lies beside' }),
					sizeBytes: whole,
					isLeft: z.boolean().optional().meta({ description: 'It stays where it is' })
				})
			)
			.meta({ description: 'What comes along: subtitles, pictures, trailers' }),
		rootFolderId: whole.nullable(),
		profileId: z.string().nullable(),
		root: z.string().nullable(),
		destination: z.string().nullable().meta({ description: 'Below `root`' }),
		existing: z.enum(['replace', 'keep']),
		standing: z.array(
			z.object({
				fileId: whole.nullable(),
				path: z.string(),
				quality: z.string().nullable(),
				sizeBytes: whole,
				verdict: z.enum(['better', 'same', 'worse']),
				reason: z.string()
			})
		),
		collides: z.boolean(),
		outcome: z.enum(['imported', 'failed']).nullable(),
		fault: z.string().nullable(),
		fileId: whole.nullable(),
		itemId: whole.nullable()
	})
	.meta({ id: 'ImportRow' });

export const rowFilter = z.enum(['all', 'chosen', 'ready', 'attention', 'refused', 'imported']);

export const rowEdit = z
	.strictObject({
		chosen: z.boolean(),
		target: importTarget,
		season: whole.min(0).max(99_999).nullable(),
		episodes: z.union([
			z.string().max(200).meta({ description: 'As people write them: "1-3, 5"' }),
			z.array(whole.min(0).max(99_999)).max(60)
		]),
		quality: z.string().max(60).nullable(),
		languages: z.array(z.string().min(2).max(35)).max(20),
		group: z.string().trim().max(100).nullable(),
		edition: z.string().trim().max(200).nullable(),
		existing: z.enum(['replace', 'keep']),
		rootFolderId: whole.nullable(),
		profileId: z.string().max(200).nullable(),
		leave: z
			.array(z.string().max(4096))
			.max(500)
			.meta({ description: 'Paths of companions that do not come along; all others do' }),
		overruled: z.boolean().meta({ description: 'Import what is taken for a sample or an extra' }),
		numberFrom: whole
			.min(0)
			.max(99_999)
			.meta({ description: 'Consecutive episodes in the order of the names' })
	})
	.partial()
	.meta({ id: 'ImportRowEdit' });

export const lookParams = z.object({ id: whole.positive() });
