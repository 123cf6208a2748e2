import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeRoutes } from '#server/platform/openapi.ts';
import { api } from '#server/platform/web.ts';
import { readableGroups } from './reading.ts';

interface Folder {
	name: string;
	inside?: Folder[] | undefined;
}
const folder: z.ZodType<Folder> = z
	.object({
		name: z.string(),
		get inside() {
			return z.array(folder).optional();
		}
	})
	.meta({ id: 'Folder' });

test('turns the description into what a person reads, nested and recursive types included', async () => {
	const modules = {
		'/src/routes/api/things/[id]/+server.ts': async () => ({
			PUT: api(
				{
					access: 'system.manage',
					summary: 'Change',
					query: z.object({ dry: z.boolean().default(false).meta({ description: 'Only try' }) }),
					body: z.object({
						mode: z.enum(['a', 'b']),
						size: z.number().int().min(1),
						folder,
						list: z.array(z.object({ x: z.string() }))
					}),
					output: z.union([z.string(), z.null()])
				},
				() => null
			)
		})
	};
	const [group] = readableGroups(await describeRoutes(modules, { version: '1' }));
	const [operation] = group!.operations;
	expect(operation).toMatchObject({ method: 'PUT', path: '/api/things/{id}', summary: 'Change' });
	expect(operation!.parameters.map(({ name, where, type }) => [name, where, type])).toEqual([
		['id', 'path', 'string'],
		['dry', 'query', 'boolean = false']
	]);
	const types = Object.fromEntries(operation!.body!.fields.map(({ name, type }) => [name, type]));
	expect(types).toEqual({ mode: '"a" | "b"', size: 'integer 1..', folder: 'Folder', list: 'object[]' });
	expect(operation!.body!.fields[2]!.fields.map(({ name }) => name)).toEqual(['name', 'inside']);
	expect(operation!.answers[0]).toMatchObject({ status: '200', type: 'string | null' });
});
