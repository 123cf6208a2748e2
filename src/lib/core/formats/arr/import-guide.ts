import { z } from 'zod';
import type { Format } from '../format.ts';
import type { Profile, ProfileInput } from '../profile.ts';
import { qualityNamed } from '../qualities.ts';
import type { ArrApp } from './arr-enums.ts';
import { formatId, importFormat } from './import-format.ts';
import { importProfile } from './import-profile.ts';

/** A set of formats that a guide proposes together. */
export interface FormatGroup {
	readonly name: string;
	readonly description: string | undefined;
	readonly formats: readonly { readonly id: string; readonly name: string; readonly required: boolean }[];
}

export interface SizeTable {
	readonly name: string;
	readonly sizes: NonNullable<ProfileInput['sizes']>;
}

export interface Guide {
	formats: Format[];
	profiles: Profile[];
	groups: FormatGroup[];
	sizes: SizeTable[];
	/** What could not be read, in sentences that begin with where it stood. */
	faults: string[];
}

export interface GuideFile {
	readonly path: string;
	readonly text: string;
}

const group = z.object({
	name: z.string(),
	trash_description: z.string().optional(),
	custom_formats: z.array(
		z.object({ name: z.string(), trash_id: z.string(), required: z.boolean().default(false) })
	)
});

const sizeTable = z.object({
	type: z.string().default('default'),
	qualities: z.array(
		z.object({
			quality: z.string(),
			min: z.number(),
			preferred: z.number().nullish(),
			max: z.number().nullish()
		})
	)
});

/** Reads any mixture of formats, profiles, groups and sizes: one file, an answer of the API, or a whole guide folder. */
export function importGuide(app: ArrApp, files: readonly GuideFile[]): Guide {
	const guide: Guide = { formats: [], profiles: [], groups: [], sizes: [], faults: [] };
	for (const { path, text } of files) {
		const found = { ...guide, faults: [] as string[] };
		try {
			const json: unknown = JSON.parse(text);
			for (const part of Array.isArray(json) ? json : [json]) importPart(app, part, found);
		} catch (error) {
			found.faults.push(`not valid JSON (${error instanceof Error ? error.message : String(error)}).`);
		}
		guide.faults.push(...found.faults.map((fault) => `${path}: ${fault}`));
	}
	return guide;
}

function importPart(app: ArrApp, json: unknown, guide: Guide): void {
	const has = (key: string) => Object.hasOwn(Object(json), key);
	if (has('specifications')) keep(importFormat(app, json), guide.formats, guide);
	else if (has('formatItems') || has('upgradeAllowed')) keep(importProfile(app, json), guide.profiles, guide);
	else if (has('custom_formats') && has('trash_id')) importGroup(json, guide);
	else if (has('qualities')) importSizes(json, guide);
	else guide.faults.push('neither a custom format nor a profile, a group or a table of sizes.');
}

function keep<T>(result: { value: T | undefined; faults: readonly string[] }, into: T[], guide: Guide): void {
	if (result.value !== undefined) into.push(result.value);
	guide.faults.push(...result.faults);
}

function importGroup(json: unknown, guide: Guide): void {
	const read = group.safeParse(json);
	if (!read.success) return void guide.faults.push(z.prettifyError(read.error));
	const { name, trash_description, custom_formats } = read.data;
	const formats = custom_formats.map((entry) => ({
		id: formatId(entry.name, entry.trash_id),
		name: entry.name,
		required: entry.required
	}));
	guide.groups.push({ name, description: trash_description, formats });
}

function importSizes(json: unknown, guide: Guide): void {
	const read = sizeTable.safeParse(json);
	if (!read.success) return void guide.faults.push(z.prettifyError(read.error));
	const rows = read.data.qualities.map(({ quality, min, preferred, max }) => [
		qualityNamed(quality)?.name ?? quality,
		{ min, ...(preferred != null && { preferred }), ...(max != null && max > 0 && { max }) }
	]);
	guide.sizes.push({ name: read.data.type, sizes: Object.fromEntries(rows) });
}
