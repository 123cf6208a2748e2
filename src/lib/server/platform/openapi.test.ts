import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeRoutes } from './openapi.ts';
import { pathOfRoute } from './openapi/routes.ts';
import { api, listOf, listQuery } from './web.ts';

test.each([
	['/src/routes/api/jobs/[id=int]/+server.ts', '/api/jobs/{id}'],
	['/src/routes/(bridges)/torznab/[[indexer]]/api/+server.ts', '/torznab/{indexer}/api'],
	['/src/routes/stream/[...path]/+server.ts', '/stream/{path}']
])('%s answers at %s', (file, path) => expect(pathOfRoute(file)).toBe(path));

const film = z.object({ id: z.number().int(), title: z.string(), addedAt: z.date() }).meta({ id: 'Film' });

const modules = {
	'/src/routes/api/films/+server.ts': async () => ({
		GET: api(
			{ access: 'library.read', summary: 'List films', query: listQuery, output: listOf(film) },
			() => ({ items: [], total: 0 })
		),
		POST: api(
			{ access: 'open', summary: 'Add', body: z.object({ file: z.file() }), bodyType: 'form', status: 201 },
			() => 1
		),
		fallback: () => new Response()
	}),
	'/src/routes/api/films/[id]/+server.ts': async () => ({
		DELETE: api({ access: 'signed-in', summary: 'Remove', rate: { max: 1, perSeconds: 1 } }, () => undefined)
	})
};

test('describes routes as OpenAPI 3.1 from their schemas', async () => {
	const document = await describeRoutes(modules, { version: '9.9.9' });
	expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '9.9.9' } });
	expect(Object.keys(document.paths!)).toEqual(['/api/films', '/api/films/{id}']);
	const list = document.paths!['/api/films']!.get!;
	expect(list.parameters).toContainEqual(
		expect.objectContaining({
			in: 'query',
			name: 'limit',
			schema: expect.objectContaining({ maximum: 500, default: 50 })
		})
	);
	expect(list).toMatchObject({ tags: ['Films'], security: [{ session: [] }, { apiKey: [] }] });
	expect(list.responses!['200']).toMatchObject({
		content: {
			'application/json': {
				schema: { properties: { items: { items: { $ref: '#/components/schemas/Film' } } } }
			}
		}
	});
	expect(document.components!.schemas).toMatchObject({
		Film: { properties: { addedAt: { type: 'string', format: 'date-time' } } },
		Error: { required: ['error'] }
	});
	expect(document.paths!['/api/films']!.post).toMatchObject({
		security: [],
		requestBody: { content: { 'multipart/form-data': {} } },
		responses: { '201': {}, '413': {} }
	});
	const remove = document.paths!['/api/films/{id}']!.delete!;
	expect(remove.parameters).toEqual([{ in: 'path', name: 'id', required: true, schema: { type: 'string' } }]);
	expect(Object.keys(remove.responses!)).toEqual(['204', '401', '403', '404', '429']);
});
