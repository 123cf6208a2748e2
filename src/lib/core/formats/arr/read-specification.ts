import { z } from 'zod';
import type { Condition } from '../condition.ts';
import {
	type ArrApp,
	arrFlags,
	arrModifiers,
	arrReleaseTypes,
	arrSources,
	languageOfNumber
} from './arr-enums.ts';

const fieldList = z.array(z.object({ name: z.string(), value: z.unknown().optional() }));

/** TRaSH writes `fields` as an object, the apps' API as a list of names and values. */
export const specification = z.object({
	name: z.string().default(''),
	implementation: z.string(),
	negate: z.boolean().default(false),
	required: z.boolean().default(false),
	fields: z.union([fieldList, z.record(z.string(), z.unknown())])
});

export type Specification = z.output<typeof specification>;
type Fields = Record<string, unknown>;
type Value = Pick<Condition, 'type'> & Record<string, unknown>;

/** A condition, or a sentence on why this one cannot be read. */
export function readSpecification(app: ArrApp, spec: Specification): Condition | string {
	const fields: Fields = Array.isArray(spec.fields)
		? Object.fromEntries(spec.fields.map(({ name, value }) => [name, value]))
		: spec.fields;
	const reader = readers[spec.implementation];
	if (!reader) return `"${spec.name}" is of the kind ${spec.implementation}, which is not known.`;
	const value = reader(app, fields);
	if (!value)
		return `"${spec.name}" (${spec.implementation}) has no usable value: ${JSON.stringify(fields)}.`;
	return { ...value, name: spec.name, negate: spec.negate, required: spec.required } as Condition;
}

type Reader = (app: ArrApp, fields: Fields) => Value | undefined;

const number = (value: unknown): number | undefined =>
	value === null || value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);

const text =
	(type: Condition['type']): Reader =>
	(_, { value }) =>
		typeof value === 'string' && value !== '' ? { type, value } : undefined;

const listed =
	(type: Condition['type'], values: (app: ArrApp) => readonly string[]): Reader =>
	(app, fields) => {
		const value = values(app)[number(fields['value']) ?? -1];
		return value === undefined ? undefined : { type, value };
	};

const range =
	(type: Condition['type']): Reader =>
	(_, fields) => {
		const [min, max] = [number(fields['min']), number(fields['max'])];
		return { type, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
	};

const readers: Record<string, Reader> = {
	ReleaseTitleSpecification: text('title'),
	ReleaseGroupSpecification: text('group'),
	EditionSpecification: text('edition'),
	SourceSpecification: listed('source', (app) => arrSources[app]),
	QualityModifierSpecification: listed('modifier', () => arrModifiers),
	ReleaseTypeSpecification: listed('release-type', () => arrReleaseTypes),
	SizeSpecification: range('size'),
	YearSpecification: range('year'),
	ResolutionSpecification(_, fields) {
		const value = number(fields['value']);
		return value === undefined ? undefined : { type: 'resolution', value };
	},
	IndexerFlagSpecification(app, fields) {
		const value = arrFlags[app][Math.log2(number(fields['value']) ?? 0)];
		return value === undefined ? undefined : { type: 'flag', value };
	},
	LanguageSpecification(app, fields) {
		const value = languageOfNumber(app, number(fields['value']) ?? NaN);
		return value === undefined
			? undefined
			: { type: 'language', value, except: fields['exceptLanguage'] === true };
	}
};
