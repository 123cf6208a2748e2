import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readDefinition, type DefinitionFault } from '#core/formats/read-definition.ts';

/** All entries of the YAML files in a folder, by file name; a faulty one is left out and told. */
export function readFolder<S extends z.ZodType>(
	folder: string,
	schema: S
): { values: z.output<S>[]; faults: DefinitionFault[] } {
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
	const read = names
		.toSorted()
		.map((name) => readDefinition(name, readFileSync(join(folder, name), 'utf8'), schema));
	return { values: read.flatMap(({ values }) => values), faults: read.flatMap(({ faults }) => faults) };
}
