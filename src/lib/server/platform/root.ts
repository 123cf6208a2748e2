import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Manifest {
	name: string;
	version: string;
}

const manifestOf = (folder: string): Manifest | undefined => {
	const file = join(folder, 'package.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
};

function findRoot(folder: string): string {
	if (manifestOf(folder)?.name === 'bijou') return folder;
	const parent = dirname(folder);
	if (parent === folder) throw new Error('package.json of bijou not found above the running file');
	return findRoot(parent);
}

/** The folder that holds package.json, drizzle/ and definitions/, whether we run from sources or bundled. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

export const version = manifestOf(projectRoot)?.version ?? '0.0.0';
