import { expect, test } from 'vitest';
import { z } from 'zod';
import { secretMask } from '#core/form/fields.ts';
import { openWorkshop } from '../../../../tests/harness/workshop.ts';
import { rawDb } from './db.ts';
import { upstream } from './errors.ts';
import { createHttp } from './http.ts';
import { createProviders, defineProvider } from './providers.ts';
import { createSecrets } from './secrets.ts';

interface Lamp {
	shine(): string;
	close(): void;
}

const minute = 60_000;

async function openProviders() {
	const workshop = await openWorkshop();
	const clock = { now: 1_000_000 };
	const closed: string[] = [];
	const lamp = defineProvider({
		port: 'lamp',
		kind: 'oil',
		title: 'Oil lamp',
		settings: z.object({
			url: z.url(),
			watts: z.number().int().min(1).default(5),
			key: z.string().min(3).meta({ secret: true }),
			pin: z.string().optional().meta({ secret: true })
		}),
		create: ({ url, key, watts }, { name }): Lamp => ({
			shine: () => `${name} ${url} ${watts} ${key}`,
			close: () => void closed.push(name)
		}),
		async test(instance) {
			if (instance.shine().includes('broken')) throw upstream('It does not light');
			return 'Bright';
		}
	});
	const http = createHttp({ allowPrivateTargets: [], version: '0' });
	const providers = createProviders({ ...workshop, http, now: () => clock.now });
	providers.register([lamp], { port: 'lamp', title: 'Lamps' });
	return { ...workshop, http, providers, clock, closed, lamp };
}

const draft = { kind: 'oil', name: 'Desk', settings: { url: 'https://lamp.example', key: 'abc-key' } };

test('a provider is made, listed with its secrets masked, changed and removed', async () => {
	using house = await openProviders();
	const facts: string[] = [];
	house.bus.on('provider.changed', ({ what, name }) => facts.push(`${name} ${what}`));
	const made = house.providers.create('lamp', draft);
	expect(made).toMatchObject({ name: 'Desk', enabled: true, priority: 25, tags: [], kindTitle: 'Oil lamp' });
	expect(made.settings).toEqual({ url: 'https://lamp.example', key: secretMask });
	const row = rawDb(house.db).prepare('SELECT settings FROM providers').pluck().get() as string;
	expect(row).not.toContain('abc-key');

	const changed = house.providers.update(made.id, { settings: { key: secretMask, watts: 9 }, priority: 1 });
	expect(changed).toMatchObject({
		priority: 1,
		settings: { url: 'https://lamp.example', watts: 9, key: secretMask }
	});
	expect(house.providers.instance<Lamp>(made.id).shine()).toBe('Desk https://lamp.example 9 abc-key');
	house.providers.remove(made.id);
	expect(house.providers.list('lamp')).toEqual([]);
	expect(() => house.providers.get(made.id)).toThrow(/no provider/);
	expect(facts).toEqual(['Desk added', 'Desk changed', 'Desk removed']);
});

test('a patch leaves alone what it does not name', async () => {
	using house = await openProviders();
	const { id } = house.providers.create('lamp', { ...draft, enabled: false, priority: 3, tags: ['x'] });
	expect(house.providers.update(id, { name: 'Hall' })).toMatchObject({
		name: 'Hall',
		enabled: false,
		priority: 3,
		tags: ['x']
	});
});

test('an instance is kept until its provider changes, then closed', async () => {
	using house = await openProviders();
	const { id } = house.providers.create('lamp', draft);
	const first = house.providers.instance(id);
	expect(house.providers.instance(id)).toBe(first);
	house.providers.update(id, { settings: { watts: 2 } });
	expect(house.providers.instance(id)).not.toBe(first);
	expect(house.closed).toEqual(['Desk']);
	await house.providers.close();
	expect(house.closed).toEqual(['Desk', 'Desk']);
});

test.each([
	[{ ...draft, settings: { key: 'abc' } }, /url|expected string/i],
	[{ ...draft, settings: { ...draft.settings, key: 'ab' } }, /3/],
	[{ ...draft, settings: { ...draft.settings, colour: 'red' } }, /no setting colour/],
	[{ ...draft, name: '  ' }, /name/i],
	[{ ...draft, kind: 'gas' }, /no kind of lamp gas/],
	[{ ...draft, priority: 0 }, /priority/]
])('the draft %j is refused', async (wrong, message) => {
	using house = await openProviders();
	expect(() => house.providers.create('lamp', wrong)).toThrow(message);
	expect(house.providers.list('lamp')).toEqual([]);
});

test('a name is used once in a port', async () => {
	using house = await openProviders();
	house.providers.create('lamp', draft);
	expect(() => house.providers.create('lamp', draft)).toThrow(/named Desk already/);
});

test('the test button tries a draft, a stored one, and a change with masked secrets', async () => {
	using house = await openProviders();
	expect(await house.providers.test('lamp', draft)).toMatchObject({ ok: true, message: 'Bright' });
	const { id } = house.providers.create('lamp', draft);
	expect(await house.providers.test('lamp', id)).toMatchObject({ ok: true });
	const broken = { ...draft, id, settings: { key: secretMask, url: 'https://broken.example' } };
	expect(await house.providers.test('lamp', broken)).toMatchObject({
		ok: false,
		message: 'It does not light'
	});
	expect(house.providers.get(id).settings['url']).toBe('https://lamp.example');
	expect(house.closed.length).toBe(3);
});

test('failures make a provider rest ever longer, up to a day; a success or a change ends it', async () => {
	using house = await openProviders();
	const { id } = house.providers.create('lamp', draft);
	const active = () => house.providers.active<Lamp>('lamp').map(({ name }) => name);
	const rests: number[] = [];
	for (let n = 0; n < 12; n++) {
		house.providers.failure(id, new Error('dark'));
		rests.push(((house.providers.get(id).disabledUntil ?? house.clock.now) - house.clock.now) / minute);
	}
	expect(rests).toEqual([0, 1, 5, 15, 30, 60, 180, 360, 720, 1440, 1440, 1440]);
	expect(house.providers.get(id)).toMatchObject({ failures: 12, lastError: 'dark' });
	expect(active()).toEqual([]);
	house.clock.now += 1440 * minute;
	expect(active()).toEqual(['Desk']);
	house.providers.success(id);
	expect(house.providers.get(id)).toMatchObject({ failures: 0, disabledUntil: null, lastError: null });
	house.providers.failure(id, new Error('dark'));
	house.providers.failure(id, new Error('dark'));
	expect(active()).toEqual([]);
	house.providers.update(id, { settings: { watts: 3 } });
	expect(active()).toEqual(['Desk']);
});

test('active providers come by priority, without those switched off or of a kind that is gone', async () => {
	using house = await openProviders();
	house.providers.create('lamp', { ...draft, name: 'C', priority: 30 });
	house.providers.create('lamp', { ...draft, name: 'A', priority: 10 });
	house.providers.create('lamp', { ...draft, name: 'B', priority: 20, enabled: false });
	rawDb(house.db)
		.prepare(
			"INSERT INTO providers (port, kind, name, enabled, priority, tags, settings, createdAt, updatedAt) VALUES ('lamp', 'gas', 'D', 1, 1, '[]', '{\"key\":\"plain\"}', 0, 0)"
		)
		.run();
	expect(house.providers.active('lamp').map(({ name }) => name)).toEqual(['A', 'C']);
	expect(house.providers.list('lamp').map(({ name }) => name)).toEqual(['D', 'A', 'B', 'C']);
	expect(house.providers.list('lamp')[0]).toMatchObject({ settings: {} });
	expect(house.providers.list('lamp')[0]).not.toHaveProperty('kindTitle');
});

test('kinds carry their form', async () => {
	using house = await openProviders();
	expect(house.providers.ports()).toEqual([{ port: 'lamp', title: 'Lamps' }]);
	const [kind] = house.providers.kinds('lamp');
	expect(kind).toMatchObject({ kind: 'oil', title: 'Oil lamp', testable: true });
	expect(kind!.fields.map(({ key, type }) => [key, type])).toEqual([
		['url', 'url'],
		['watts', 'number'],
		['key', 'password'],
		['pin', 'password']
	]);
	expect(() => house.providers.kinds('sun')).toThrow(/no provider port sun/);
});

test('stored secrets can be written anew under another key', async () => {
	using house = await openProviders();
	const { id } = house.providers.create('lamp', draft);
	const moved = createSecrets('another secret of the house', ['a secret for tests only']);
	house.providers.reseal(moved.renew);
	const secrets = createSecrets('another secret of the house');
	const again = createProviders({ ...house, secrets });
	again.register([house.lamp]);
	expect(again.instance<Lamp>(id).shine()).toContain('abc-key');
});
