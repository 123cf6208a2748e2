import { z } from 'zod';
import { slug } from '#core/text/slug.ts';
import type { Condition } from '../condition.ts';
import type { Format } from '../format.ts';
import type { ArrApp } from './arr-enums.ts';
import { readSpecification, specification } from './read-specification.ts';

/** A custom format as TRaSH publishes it or as the apps' API answers. */
const arrFormat = z.object({
	name: z.string().min(1),
	trash_id: z.string().optional(),
	trash_scores: z.record(z.string(), z.number()).default({}),
	includeCustomFormatWhenRenaming: z.boolean().nullish(),
	specifications: z.array(specification)
});

export interface Imported<T> {
	readonly value: T | undefined;
	/** What was left out, in sentences. */
	readonly faults: readonly string[];
}

/** A name of nothing but signs still needs an id. */
export const nameId = (name: string): string => slug(name) || 'unnamed';

// Some formats of the guide have a word in its place, all the same one.
const guideId = /^[0-9a-f]{32}$/i;

/** Formats of the guide keep its id, so that a later import updates them even when they were renamed. */
export const formatId = (name: string, trashId: string | undefined): string =>
	trashId && guideId.test(trashId) ? `trash-${trashId.toLowerCase()}` : nameId(name);

export function importFormat(app: ArrApp, json: unknown): Imported<Format> {
	const read = arrFormat.safeParse(json);
	if (!read.success)
		return { value: undefined, faults: [`Not a custom format: ${z.prettifyError(read.error)}`] };
	const { name, trash_id, trash_scores, includeCustomFormatWhenRenaming, specifications } = read.data;
	const conditions = specifications.map((spec) => readSpecification(app, spec));
	const faults = conditions
		.filter((result) => typeof result === 'string')
		.map((fault) => `${name}: ${fault}`);
	// A format that lost a condition would match more than its author meant.
	if (faults.length > 0) return { value: undefined, faults };
	if (conditions.length === 0) return { value: undefined, faults: [`${name}: it has no conditions.`] };
	const value: Format = {
		id: formatId(name, trash_id),
		name,
		category: trash_id ? 'TRaSH Guides' : 'Imported',
		inNames: includeCustomFormatWhenRenaming ?? false,
		scores: trash_scores,
		conditions: conditions as Condition[]
	};
	return { value, faults };
}
