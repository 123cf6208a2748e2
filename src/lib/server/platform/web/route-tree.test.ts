import { expect, test } from 'vitest';
import { createRouteTree } from './route-tree.ts';

const ids = [
	'/api/films',
	'/api/films/[id]',
	'/api/films/recent',
	'/api/films/[id]/files',
	'/api/(inner)/tags/[tag]',
	'/api/auth/[...all]',
	'/api/auth/plain',
	'/api/jobs/[id=int]',
	'/api/jobs/[name]',
	'/api/log.txt'
];
const find = createRouteTree(
	Object.fromEntries(ids.map((id) => [`./routes${id}/+server.ts`, async () => id]))
);

test.each([
	['/api/films', '/api/films', {}],
	['/api/films/7', '/api/films/[id]', { id: '7' }],
	['/api/films/recent', '/api/films/recent', {}],
	['/api/films/x.y-z_1/files', '/api/films/[id]/files', { id: 'x.y-z_1' }],
	['/api/tags/new', '/api/(inner)/tags/[tag]', { tag: 'new' }],
	['/api/auth/plain', '/api/auth/plain', {}],
	['/api/log.txt', '/api/log.txt', {}]
])('%s is %s', async (path, id, params) => {
	const found = find(path);
	expect(found).toMatchObject({ id, params });
	expect(await found!.load()).toBe(id);
});

test.each([
	'/',
	'/api',
	'/api/films/',
	'/api//films',
	'/api/films/..',
	'/api/films/.',
	'/api/films/%37',
	'/api/films/a b',
	'/api/films/__data.json',
	'/api/films/x.html__data.json',
	'/api/films/7/none',
	'/api/films/recent/files',
	'/api/auth',
	'/api/auth/any/thing',
	'/api/jobs/7',
	'/API/films',
	'api/films'
])('%s is left to Kit', (path) => expect(find(path)).toBeUndefined());

test('a module is loaded once, and again after it failed', async () => {
	let loads = 0;
	const load = async () => {
		if (++loads === 1) throw new Error('the disk is slow');
		return 'module';
	};
	const found = createRouteTree({ './routes/api/x/+server.ts': load })('/api/x')!;
	await expect(found.load()).rejects.toThrow('slow');
	expect([await found.load(), await found.load(), loads]).toEqual(['module', 'module', 2]);
});
