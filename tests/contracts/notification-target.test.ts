import { describe, expect, test } from 'vitest';
import { createHttp } from '#server/platform/http.ts';
import { createProviders } from '#server/platform/providers.ts';
import { targets } from '#server/notifications/registry.ts';
import type { Note, NotificationTarget } from '#server/notifications/target.ts';
import { startFake } from '../fakes/http.ts';
import type { FakeRequest } from '../fakes/http.ts';
import { openWorkshop } from '../harness/workshop.ts';

const note: Note = {
	occasion: 'job.failed',
	level: 'problem',
	house: 'Lichtspiel',
	title: 'Import “Amélie” failed',
	body: 'The disk is full.\nFree some space.',
	link: 'https://bijou.example/system/jobs',
	at: 1_700_000_000_000
};

interface Case {
	settings: (url: string) => Record<string, unknown>;
	/** What the other side must have understood, from the one request it got. */
	understood: (request: FakeRequest) => { title: unknown; body: unknown; link: unknown };
	secret: string;
}

/** What each service documents about its incoming messages. */
const cases: Record<(typeof targets)[number]['kind'], Case> = {
	webhook: {
		settings: (url) => ({ url: `${url}/hook`, authorization: 'Bearer s3cret-token' }),
		understood(request) {
			expect(request).toMatchObject({ method: 'POST', path: '/hook' });
			expect(request.headers.authorization).toBe('Bearer s3cret-token');
			return request.json() as never;
		},
		secret: 's3cret-token'
	},
	ntfy: {
		settings: (url) => ({ server: url, topic: 'house-7', token: 'tk_secret' }),
		understood(request) {
			const sent = request.json() as Record<string, unknown>;
			expect(request).toMatchObject({ method: 'POST', path: '/' });
			expect(request.headers.authorization).toBe('Bearer tk_secret');
			expect(sent).toMatchObject({ topic: 'house-7', priority: 4 });
			expect(sent['title']).toMatch(/^Lichtspiel: /);
			return { title: String(sent['title']).slice(12), body: sent['message'], link: sent['click'] };
		},
		secret: 'tk_secret'
	},
	gotify: {
		settings: (url) => ({ server: `${url}/`, token: 'app-secret' }),
		understood(request) {
			const sent = request.json() as Record<string, unknown>;
			expect(request).toMatchObject({ method: 'POST', path: '/message' });
			expect(request.headers['x-gotify-key']).toBe('app-secret');
			const extras = sent['extras'] as Record<string, { click: { url: string } }>;
			expect(sent['title']).toMatch(/^Lichtspiel: /);
			return {
				title: String(sent['title']).slice(12),
				body: sent['message'],
				link: extras['client::notification']!.click.url
			};
		},
		secret: 'app-secret'
	}
};

async function openTargets() {
	const workshop = await openWorkshop();
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: '0', backoffMs: 1 });
	const providers = createProviders({ ...workshop, http });
	providers.register(targets);
	return {
		providers,
		async [Symbol.asyncDispose]() {
			await http.close();
			workshop[Symbol.dispose]();
		}
	};
}

describe.each(targets.map(({ kind }) => kind))('%s', (kind) => {
	const { settings, understood, secret } = cases[kind];

	test('passes on the whole note', async () => {
		await using service = await startFake(() => ({ body: {} }));
		await using house = await openTargets();
		const { id } = house.providers.create('notification', {
			kind,
			name: 'Mine',
			settings: settings(service.url)
		});
		await house.providers.instance<NotificationTarget>(id).send(note);
		expect(service.requests.length).toBe(1);
		expect(understood(service.requests[0]!)).toMatchObject({
			title: note.title,
			body: note.body,
			link: note.link
		});
	});

	test('a refusal is a fault, and the test button says so', async () => {
		await using service = await startFake(() => ({ status: 403, body: 'no' }));
		await using house = await openTargets();
		const draft = { kind, name: 'Mine', settings: settings(service.url) };
		const { id } = house.providers.create('notification', draft);
		await expect(house.providers.instance<NotificationTarget>(id).send(note)).rejects.toMatchObject({
			code: 'status'
		});
		expect(await house.providers.test('notification', draft)).toMatchObject({ ok: false, message: /403/ });
		service.reply(() => ({ body: {} }));
		expect(await house.providers.test('notification', id)).toMatchObject({ ok: true });
	});

	test('nobody there is a fault within its time', async () => {
		const service = await startFake(() => 'x');
		await service.close();
		await using house = await openTargets();
		const draft = { kind, name: 'Mine', settings: settings(service.url) };
		expect(await house.providers.test('notification', draft)).toMatchObject({ ok: false });
	});

	test('the secret never leaves again', async () => {
		await using house = await openTargets();
		const made = house.providers.create('notification', {
			kind,
			name: 'M',
			settings: settings('http://127.0.0.1:9')
		});
		expect(JSON.stringify(made)).not.toContain(secret);
	});

	test('tells about everything unless told otherwise', async () => {
		await using house = await openTargets();
		const { id } = house.providers.create('notification', {
			kind,
			name: 'M',
			settings: { ...settings('http://127.0.0.1:9'), occasions: ['health.worse'] }
		});
		expect(house.providers.instance<NotificationTarget>(id).occasions).toEqual(['health.worse']);
	});
});

test('a webhook with a secret is signed', async () => {
	await using service = await startFake(() => ({ body: {} }));
	await using house = await openTargets();
	const { id } = house.providers.create('notification', {
		kind: 'webhook',
		name: 'Mine',
		settings: { url: service.url, secret: 'k' }
	});
	await house.providers.instance<NotificationTarget>(id).send(note);
	const [request] = service.requests;
	const { createHmac } = await import('node:crypto');
	const expected = createHmac('sha256', 'k').update(request!.body).digest('hex');
	expect(request!.headers['x-bijou-signature']).toBe(`sha256=${expected}`);
});
