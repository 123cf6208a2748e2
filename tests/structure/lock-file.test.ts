import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}
const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as unknown;
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };

/** Looks for a package as Node does: beside the one that asks, then further up. */
function isLocked(asking: string, name: string): boolean {
	if (`${asking ? `${asking}/` : ''}node_modules/${name}` in packages) return true;
	const above = asking.lastIndexOf('/node_modules/');
	return asking !== '' && isLocked(above < 0 ? '' : asking.slice(0, above), name);
}

test('the lock file holds every package of every platform, or npm ci refuses it', () => {
	const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
		Object.keys({ ...dependencies, ...optionalDependencies })
			.filter((name) => !isLocked(path, name))
			.map((name) => `${path} -> ${name}`)
	);
	expect(missing).toEqual([]);
});

test('the lock file was made from this package.json', () => {
	const { dependencies, devDependencies } = read('package.json') as Record<string, object>;
	expect(packages['']).toMatchObject({ dependencies, devDependencies });
});
