import { expect, test } from 'vitest';
import { sourceFiles } from './source.ts';

const routes = sourceFiles().filter((file) => file.path.startsWith('routes/'));

test('every endpoint is made by api(), which asks for an access', () => {
	const endpoints = routes.filter((file) => file.path.endsWith('+server.ts'));
	const raw = endpoints.flatMap((file) =>
		[...file.text.matchAll(/export const (GET|POST|PUT|PATCH|DELETE|HEAD|fallback)\b[^=]*=\s*(\w+)/g)]
			.filter(([, , maker]) => maker !== 'api')
			.map(([, method]) => `${file.path} ${method}`)
	);
	expect(endpoints.length).toBeGreaterThan(5);
	expect(raw).toEqual([]);
});

test('no route catches errors or builds error bodies by hand', () => {
	expect(
		routes
			.filter((file) => file.path.endsWith('.ts') && /\btry\s*\{/.test(file.text))
			.map((file) => file.path)
	).toEqual([]);
});
