import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from './rules.ts';

test('every rule that is written is asked', async () => {
	const files = readdirSync(new URL('rules', import.meta.url));
	const written = await Promise.all(files.map((file) => import(`./rules/${file}`) as Promise<object>));
	expect(new Set(rules)).toEqual(new Set(written.flatMap((module) => Object.values(module))));
});
