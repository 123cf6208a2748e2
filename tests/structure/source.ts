import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';

export interface Import {
	/** Path below `src/` for our own files, else the package or builtin name. */
	target: string;
	own: boolean;
	typeOnly: boolean;
	/** Loaded when it is needed, by `import()`. */
	lazy: boolean;
}
export interface SourceFile {
	path: string;
	text: string;
	imports: Import[];
}

const root = resolve(import.meta.dirname, '../..');
const statement =
	/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

function resolveTarget(from: string, specifier: string): { target: string; own: boolean } {
	if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(from), specifier), own: true };
	if (specifier.startsWith('#')) return { target: `lib/${specifier.slice(1)}`, own: true };
	if (specifier.startsWith('$lib/')) return { target: `lib/${specifier.slice(5)}`, own: true };
	return { target: specifier, own: false };
}

const allTypes = (names: string) =>
	/^\{.*\}$/s.test(names) &&
	names
		.slice(1, -1)
		.split(',')
		.every((name) => /^\s*(type\s|$)/.test(name));

function importsOf(path: string, text: string): Import[] {
	return [...text.matchAll(statement)].map(([, type, names, from, dynamic]) => ({
		...resolveTarget(path, (from ?? dynamic)!),
		lazy: dynamic !== undefined,
		typeOnly: Boolean(type) || allTypes((names ?? '').trim())
	}));
}

function* walk(folder: string): Generator<string> {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			if (entry.name !== 'vendor') yield* walk(path);
		} else if (/\.(ts|svelte|js|mjs)$/.test(entry.name)) yield path;
	}
}

/** Every source file, with paths relative to `src/`. */
export function sourceFiles(): SourceFile[] {
	return [...walk(join(root, 'src'))].map((file) => {
		const path = relative(join(root, 'src'), file).replaceAll('\\', '/');
		const text = readFileSync(file, 'utf8');
		return { path, text, imports: importsOf(path, text) };
	});
}
