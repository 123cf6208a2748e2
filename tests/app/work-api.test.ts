import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
beforeAll(async () => void (server = await startServer({ env: { INSTANCE_NAME: 'Lichtspiel' } })));
afterAll(() => server[Symbol.asyncDispose]());

const send = (method: string, path: string, body?: unknown) =>
	server.fetch(path, {
		method,
		...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
	});
const answer = async (reply: Promise<Response>) => {
	const response = await reply;
	return { status: response.status, body: response.status === 204 ? undefined : await response.json() };
};

test('tasks are listed, run, switched off and rescheduled', async () => {
	const { items } = await server.json<{ items: { id: string }[] }>('/api/tasks');
	expect(items.map(({ id }) => id)).toContain('jobs.history');
	const task = '/api/tasks/jobs.history';
	expect(await answer(send('POST', `${task}/run`))).toMatchObject({ status: 202 });
	await expect
		.poll(() => server.json(task))
		.toMatchObject({
			running: false,
			history: [{ trigger: 'person', state: 'done', message: 'Removed 0 jobs.' }]
		});
	expect(await answer(send('PATCH', task, { enabled: false, schedule: { every: '2h' } }))).toMatchObject({
		status: 200,
		body: { enabled: false, overridden: true, schedule: { every: '2h' }, nextRunAt: null }
	});
	expect(await answer(send('PATCH', task, { enabled: true, schedule: null }))).toMatchObject({
		body: { enabled: true, overridden: false, nextRunAt: expect.any(Number) }
	});
});

test.each([
	[{ schedule: { cron: '99 * * * *' } }, 'cron'],
	[{ schedule: { every: 'often' } }, 'every'],
	[{ schedule: { cron: '0 4 * * *', timeZone: 'Mars/Base' } }, 'timeZone'],
	[{ colour: 'red' }, '']
])('the change %j of a task is refused and names what is wrong', async (change, path) => {
	const { status, body } = await answer(send('PATCH', '/api/tasks/jobs.history', change));
	expect(status).toBe(400);
	expect(body.error).toMatchObject({ code: 'invalid', details: [{ path }] });
});

test('settings are read and changed; the environment has the last word', async () => {
	const general = '/api/settings/general';
	expect(await server.json(general)).toMatchObject({
		values: { instanceName: 'Lichtspiel', language: 'auto' },
		locked: { instanceName: 'INSTANCE_NAME' }
	});
	expect(await answer(send('PATCH', general, { language: 'de' }))).toMatchObject({
		body: { values: { language: 'de' } }
	});
	const page = await fetch(`${server.url}/login`);
	expect(await page.text()).toMatch(/<html[^>]+lang="de"/);
	expect(await answer(send('PATCH', general, { language: null }))).toMatchObject({
		body: { values: { language: 'auto' } }
	});
	for (const [patch, message] of [
		[{ language: 'latin' }, /language/],
		[{ instanceName: 'Other' }, /INSTANCE_NAME/],
		[{ nothing: 1 }, /no setting nothing/]
	] as const) {
		const { status, body } = await answer(send('PATCH', general, patch));
		expect([status, body.error.message]).toEqual([400, expect.stringMatching(message)]);
	}
	expect((await send('GET', '/api/settings/nowhere')).status).toBe(404);
});

test('providers live their whole life by API, their secrets masked', async () => {
	const port = '/api/providers/notification';
	const draft = { kind: 'ntfy', name: 'Phone', settings: { topic: 'house', token: 'tk_s3cret' } };
	const made = await answer(send('POST', port, draft));
	expect(made).toMatchObject({
		status: 201,
		body: { name: 'Phone', settings: { topic: 'house', token: '••••••' } }
	});
	const one = `${port}/${made.body.id}`;
	expect(await answer(send('POST', port, draft))).toMatchObject({ status: 409 });
	expect(await answer(send('PATCH', one, { settings: { topic: 'attic' }, tags: ['night'] }))).toMatchObject({
		body: { tags: ['night'], settings: { topic: 'attic', token: '••••••' } }
	});
	expect(JSON.stringify(await server.json(port))).not.toContain('tk_s3cret');
	expect(
		await answer(send('POST', port, { ...draft, name: 'Bad', settings: { topic: 'not a topic' } }))
	).toMatchObject({
		status: 400,
		body: { error: { details: [{ path: 'settings.topic' }] } }
	});
	expect((await send('GET', `/api/providers/lamp/${made.body.id}`)).status).toBe(404);
	expect((await send('GET', '/api/providers/lamp')).status).toBe(404);
	expect((await send('DELETE', one)).status).toBe(204);
	expect((await send('GET', one)).status).toBe(404);
});

test('a target that nobody answers fails its test; jobs that do not exist and odd questions are refused', async () => {
	const port = '/api/providers/notification';
	const draft = { kind: 'webhook', name: 'Nobody', settings: { url: 'http://127.0.0.1:9/' } };
	expect(await answer(send('POST', `${port}/test`, draft))).toMatchObject({
		body: { ok: false, message: /refused/ }
	});
	expect(await server.json('/api/jobs')).toMatchObject({ items: [], total: 0 });
	expect((await send('GET', '/api/jobs/1')).status).toBe(404);
	expect((await send('POST', '/api/jobs/1/cancel')).status).toBe(404);
	expect((await send('GET', '/api/jobs?state=sleeping')).status).toBe(400);
	expect((await send('GET', '/api/jobs?cursor=nonsense')).status).toBe(400);
});
