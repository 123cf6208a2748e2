import { z } from 'zod';
import { nested } from '#core/form/nested.ts';
import { slug } from '#core/text/slug.ts';
import type { Format } from './format.ts';

// As people type it: nothing need be sound yet, and forms speak in text.
const text = z.preprocess((value) => (value == null ? '' : String(value as string)), z.string());
const flag = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean());
const amount = z.preprocess(
	(value) => (value === '' || value == null || Number.isNaN(Number(value)) ? null : Number(value)),
	z.number().nullable()
);

const conditionDraft = z.object({
	type: text,
	name: text,
	negate: flag,
	required: flag,
	except: flag,
	value: text,
	min: amount,
	max: amount
});
const scoreDraft = z.object({ set: text, score: amount });

const formatDraft = z.object({
	id: text,
	name: text,
	category: text,
	description: text,
	inNames: flag,
	scores: z.array(scoreDraft).catch([]),
	conditions: z.array(conditionDraft).catch([])
});

export type ConditionDraft = z.output<typeof conditionDraft>;
export type FormatDraft = z.output<typeof formatDraft>;

export const newCondition = (type = 'title'): ConditionDraft => conditionDraft.parse({ type });

export const newFormat = (): FormatDraft => formatDraft.parse({ conditions: [{ type: 'title' }] });

/** A kept format, ready to be edited. */
export const draftOf = (format: Format): FormatDraft =>
	formatDraft.parse({
		...format,
		scores: Object.entries(format.scores).map(([set, score]) => ({ set, score }))
	});

/** From a posted form with dotted names. */
export const postedFormat = (form: Readonly<Record<string, unknown>>): FormatDraft =>
	formatDraft.parse(nested(form));

/** As the schema of formats wants it; whether it is sound is for that to say. */
export function formatOf(draft: FormatDraft): unknown {
	const { scores, conditions, description, category, ...rest } = draft;
	return {
		...rest,
		id: draft.id || slug(draft.name) || 'unnamed',
		name: draft.name.trim(),
		...(category.trim() && { category: category.trim() }),
		...(description.trim() && { description: description.trim() }),
		scores: Object.fromEntries(
			scores.filter(({ score }) => score !== null).map(({ set, score }) => [set.trim() || 'default', score])
		),
		conditions: conditions.map(conditionOf)
	};
}

const numeric = new Set(['resolution', 'bit-depth']);
const ranges = new Set(['size', 'year']);

function conditionOf({ type, name, negate, required, except, value, min, max }: ConditionDraft) {
	const common = { type, name, negate, required };
	if (ranges.has(type)) return { ...common, ...(min !== null && { min }), ...(max !== null && { max }) };
	if (numeric.has(type)) return { ...common, value: value === '' ? undefined : Number(value) };
	return { ...common, value, ...(type === 'language' && { except }) };
}

/** What the buttons of the editor do: 'add-condition', 'remove-condition 2', 'add-score', 'remove-score 0'. */
export function changedFormat(draft: FormatDraft, command: string): FormatDraft {
	const [verb, at] = command.split(' ');
	const without = <T>(list: readonly T[]) => list.filter((_, index) => index !== Number(at));
	const { conditions, scores } = draft;
	switch (verb) {
		case 'add-condition':
			return { ...draft, conditions: [...conditions, newCondition(conditions.at(-1)?.type)] };
		case 'remove-condition':
			return { ...draft, conditions: without(conditions) };
		case 'add-score':
			return {
				...draft,
				scores: [...scores, { set: scores.some(({ set }) => set === 'default') ? '' : 'default', score: 0 }]
			};
		case 'remove-score':
			return { ...draft, scores: without(scores) };
		default:
			return draft;
	}
}
