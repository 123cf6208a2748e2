import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DefinitionTest } from '#core/definition/definition.ts';
import { validate } from '#core/definition/validate.ts';
import { modeParameters, type SearchQuery } from '#core/torznab/query.ts';
import type { Release } from '#core/torznab/release.ts';
import { createBench, startSite, type SiteRequest } from './test-site.ts';

const folder = join(import.meta.dirname, '../../../../../../definitions/indexers');
const bench = createBench();
afterAll(() => bench.close());

function queryOf({ query }: DefinitionTest): SearchQuery {
	const parameters = Object.entries(query).flatMap(([name, value]) => {
		const member = modeParameters[name as keyof typeof modeParameters];
		return member ? [[member, member === 'season' || member === 'year' ? Number(value) : value]] : [];
	});
	const categories = query['cat']?.split(',').map(Number);
	const mode = (query['mode'] ?? 'search') as SearchQuery['mode'];
	return { ...Object.fromEntries(parameters), mode, ...(categories && { categories }) };
}

function fits(path: string, request: SiteRequest): boolean {
	const wanted = new URL(path, 'http://site');
	return (
		wanted.pathname === request.path &&
		[...wanted.searchParams].every(([name, value]) => request.query.get(name) === value)
	);
}

function textOf(release: Release | undefined, key: string): string {
	const value = release?.[key as keyof Release];
	if (key === 'publishedAt') return new Date(value as number).toISOString();
	if (key === 'categories') return (value as number[]).filter((id) => id <= 100_000).join(',');
	return String(value);
}

describe.each(globSync('*.yml', { cwd: folder }).sort())('%s', (file) => {
	const text = readFileSync(join(folder, file), 'utf8');
	const { definition, faults } = validate(text);

	test('is free of faults and named after its id', () => {
		expect(faults).toEqual([]);
		expect(definition?.id).toBe(basename(file, '.yml'));
		expect(definition?.tests.length).toBeGreaterThan(0);
	});

	test.each(definition?.tests ?? [])('$name', async (inside) => {
		await using site = await startSite((request) => inside.answers.find(({ path }) => fits(path, request)));
		const releases = await bench.indexer({ definition: text, baseUrl: site.url }).search(queryOf(inside));
		expect(releases.map(({ title }) => title)).toEqual(inside.expect.map(({ title }) => title));
		inside.expect.forEach((wanted, index) => {
			for (const [key, value] of Object.entries(wanted)) {
				expect(`${key}: ${textOf(releases[index], key)}`).toBe(
					`${key}: ${value.replaceAll('{base}', site.url)}`
				);
			}
		});
	});
});
