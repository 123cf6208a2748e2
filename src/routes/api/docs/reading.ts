import type { OpenApiDocument } from '#server/platform/openapi.ts';

/** A schema as one reads it: a type, and the fields below it. */
export interface ReadableSchema {
	type: string;
	fields: ReadableField[];
}

export interface ReadableField extends ReadableSchema {
	name: string;
	required: boolean;
	description?: string;
}

export interface ReadableOperation {
	id: string;
	method: string;
	path: string;
	summary: string;
	description: string;
	parameters: (ReadableField & { where: string })[];
	body?: ReadableSchema & { contentType: string };
	answers: (ReadableSchema & { status: string; description: string; contentType?: string })[];
}

export interface ReadableGroup {
	tag: string;
	operations: ReadableOperation[];
}

interface Schema {
	$ref?: string;
	type?: string | string[];
	format?: string;
	enum?: unknown[];
	const?: unknown;
	items?: Schema;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: Schema | boolean;
	anyOf?: Schema[];
	oneOf?: Schema[];
	allOf?: Schema[];
	default?: unknown;
	minimum?: number;
	maximum?: number;
	description?: string;
}

interface Operation {
	operationId: string;
	summary: string;
	description: string;
	tags: string[];
	parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
	requestBody?: { content: Record<string, { schema: Schema }> };
	responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

/** Beyond this, what is nested is named only. */
const deepest = 4;

export function readableGroups(document: OpenApiDocument): ReadableGroup[] {
	const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
	const reader = createSchemaReader(schemas);
	const groups = new Map<string, ReadableOperation[]>();
	for (const [path, item] of Object.entries(document.paths ?? {})) {
		for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
			const tag = operation.tags[0] ?? 'other';
			groups.set(tag, [...(groups.get(tag) ?? []), readable(operation, { path, method }, reader)]);
		}
	}
	return [...groups]
		.map(([tag, operations]) => ({ tag, operations }))
		.sort((a, b) => a.tag.localeCompare(b.tag));
}

type Reader = (schema: Schema) => ReadableSchema;

function readable(
	operation: Operation,
	{ path, method }: { path: string; method: string },
	read: Reader
): ReadableOperation {
	const [contentType, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
	return {
		id: operation.operationId,
		method: method.toUpperCase(),
		path,
		summary: operation.summary,
		description: operation.description,
		parameters: (operation.parameters ?? []).map(
			({ name, in: where, required = false, schema, description }) => ({
				name,
				where,
				required,
				...read(schema),
				...((description ?? schema.description) && { description: (description ?? schema.description)! })
			})
		),
		...(contentType && content && { body: { contentType, ...read(content.schema) } }),
		answers: Object.entries(operation.responses).map(([status, { description, content: answer }]) => {
			const [type, media] = Object.entries(answer ?? {})[0] ?? [];
			const shown = media && Number(status) < 400 ? read(media.schema) : { type: '', fields: [] };
			return { status, description, ...shown, ...(type && { contentType: type }) };
		})
	};
}

function createSchemaReader(schemas: Record<string, Schema>): Reader {
	const nameOf = (ref: string) => ref.split('/').at(-1)!;
	const follow = (schema: Schema): Schema => (schema.$ref ? (schemas[nameOf(schema.$ref)] ?? {}) : schema);

	const typeOf = (schema: Schema): string => {
		if (schema.$ref) return nameOf(schema.$ref);
		if (schema.const !== undefined) return JSON.stringify(schema.const);
		if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
		const choices = schema.anyOf ?? schema.oneOf;
		if (choices) return choices.map(typeOf).join(' | ');
		if (schema.allOf) return schema.allOf.map(typeOf).join(' & ');
		if (schema.items) return `${typeOf(schema.items)}[]`;
		const type = [schema.type ?? 'any'].flat().join(' | ');
		return `${type}${schema.format ? ` (${schema.format})` : ''}${range(schema)}`;
	};

	const fieldsOf = (schema: Schema, depth: number): ReadableField[] => {
		const whole = follow(schema);
		if (depth > deepest) return [];
		if (whole.items) return fieldsOf(whole.items, depth);
		const parts = whole.allOf ?? (whole.anyOf ?? whole.oneOf)?.filter((choice) => follow(choice).properties);
		if (parts) return parts.length === 1 || whole.allOf ? parts.flatMap((part) => fieldsOf(part, depth)) : [];
		return Object.entries(whole.properties ?? {}).map(([name, field]) => ({
			name,
			required: whole.required?.includes(name) ?? false,
			type: typeOf(field),
			fields: fieldsOf(field, depth + 1),
			...(field.description && { description: field.description })
		}));
	};

	return (schema) => ({ type: typeOf(schema), fields: fieldsOf(schema, 1) });
}

function range({ minimum, maximum, default: otherwise }: Schema): string {
	// zod bounds every integer by what JavaScript can count, which tells nobody anything.
	const low = minimum !== undefined && minimum > -Number.MAX_SAFE_INTEGER ? minimum : undefined;
	const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
	const span = low === undefined && high === undefined ? '' : ` ${low ?? ''}..${high ?? ''}`;
	return `${span}${otherwise === undefined ? '' : ` = ${JSON.stringify(otherwise)}`}`;
}
