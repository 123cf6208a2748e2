import { expect, test } from 'vitest';
import { startFake } from '../../../../tests/fakes/http.ts';
import { createHttp } from '../platform/http.ts';
import { throughSolver } from './solver.ts';

const open = () => createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: 'test', backoffMs: 1 });
const passed = {
	status: 'ok',
	solution: { userAgent: 'Solver/1.0', cookies: [{ name: 'pass', value: '1' }] }
};

test('requests that meet the check at once share one solution, and keep their own cookies', async () => {
	await using solver = await startFake(async () => {
		await new Promise((later) => setTimeout(later, 30));
		return { body: passed };
	});
	await using site = await startFake(({ headers }) =>
		headers.cookie?.includes('pass=1')
			? { body: `${headers.cookie} ${headers['user-agent']}` }
			: { status: 503, body: '<title>Just a moment...</title>' }
	);
	const plain = open();
	const http = throughSolver(plain, solver.url).with({ retries: 0, headers: { cookie: 'own=2' } });
	const answers = await Promise.all(
		['/a', '/b'].map((path) => http.text(site.url + path, { headers: { cookie: 'own=2' } }))
	);
	expect(answers).toEqual(Array(2).fill('own=2; pass=1 Solver/1.0'));
	expect(solver.requests.length).toBe(1);
	await plain.close();
});

test('a refusal that is no check is passed on as it is', async () => {
	await using solver = await startFake(() => ({ body: passed }));
	await using site = await startFake(() => ({ status: 403, body: 'You are banned.' }));
	const plain = open();
	const http = throughSolver(plain, solver.url);
	const answer = await http.request(site.url, { okStatuses: [403] });
	expect([answer.status, answer.text(), solver.requests.length]).toEqual([403, 'You are banned.', 0]);
	await plain.close();
});
