import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { format, type Format } from '#core/formats/format.ts';
import { profile, type Profile } from '#core/formats/profile.ts';
import type { DefinitionFault } from '#core/formats/read-definition.ts';
import { projectRoot } from '#server/platform/root.ts';

/** The formats and profiles of definitions/; a faulty one is left out and told. */
export interface Shipped {
	formats: Format[];
	profiles: Profile[];
	faults: DefinitionFault[];
}

const fromSource = import.meta.url.endsWith('.ts');
const prepared = join(projectRoot, 'build/workers/shipped.json');

/** The build has read them already: neither a start nor what stays in memory bears with YAML. */
export async function readShipped(): Promise<Shipped> {
	if (fromSource || !existsSync(prepared)) return readDefinitions(join(projectRoot, 'definitions'));
	return JSON.parse(readFileSync(prepared, 'utf8')) as Shipped;
}

export async function readDefinitions(root: string): Promise<Shipped> {
	const { readDefinition } = await import('#core/formats/read-definition.ts');
	const read = <S extends z.ZodType>(folder: string, schema: S) =>
		readdirSync(join(root, folder))
			.filter((name) => /\.ya?ml$/.test(name))
			.toSorted()
			.map((name) => readDefinition(name, readFileSync(join(root, folder, name), 'utf8'), schema));
	const formats = read('formats', format);
	const profiles = read('profiles', profile);
	return {
		formats: formats.flatMap(({ values }) => values),
		profiles: profiles.flatMap(({ values }) => values),
		faults: [...formats, ...profiles].flatMap(({ faults }) => faults)
	};
}
