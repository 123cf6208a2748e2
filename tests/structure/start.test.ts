import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { serverFlags, serverMemory } from '../../src/cli/server-flags.mjs';
import { sourceFiles } from './source.ts';

/** Large, and needed only once somebody uses what they are for: an idle house does without them. */
const heavy =
	/^(?:yaml|parse5|htmlparser2|fast-xml-parser|tough-cookie|undici|piscina|sharp|webtorrent|fluent-ffmpeg|zod-openapi|(?:@?better-auth|@node-rs)(?:\/.*)?)$/;

const files = new Map(sourceFiles().map((file) => [file.path, file]));

/** Everything that a start loads, each with the way to it. */
function loadedFrom(entry: string): Map<string, string[]> {
	const ways = new Map([[entry, [entry]]]);
	for (const [path, way] of ways) {
		for (const { target, lazy, typeOnly } of files.get(path)?.imports ?? [])
			if (!lazy && !typeOnly && !ways.has(target)) ways.set(target, [...way, target]);
	}
	return ways;
}

test('what is large waits for its first use', () => {
	const loaded = loadedFrom('hooks.server.ts');
	expect(loaded.size).toBeGreaterThan(200);
	expect([...loaded].filter(([target]) => heavy.test(target)).map(([, way]) => way.join(' > '))).toEqual([]);
});

test('the image starts the server as npm start does', () => {
	const image = readFileSync(resolve(import.meta.dirname, '../../Dockerfile'), 'utf8');
	const last = /^CMD (.*)$/m.exec(image)?.[1] ?? '[]';
	expect(JSON.parse(last)).toEqual(['node', ...serverFlags, 'server.js']);
	for (const [name, value] of Object.entries(serverMemory))
		expect(image).toMatch(new RegExp(`\\s${name}=${value}\\s`));
});
