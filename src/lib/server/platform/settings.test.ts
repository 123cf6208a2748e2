import { expect, test } from 'vitest';
import { z } from 'zod';
import { secretMask } from '#core/form/fields.ts';
import { openWorkshop } from '../../../../tests/harness/workshop.ts';
import { rawDb } from './db.ts';
import { createSecrets } from './secrets.ts';
import { createSettings, defineSettings } from './settings.ts';

const definition = defineSettings('downloads', {
	title: 'Downloads',
	schema: z
		.object({
			folder: z.string().default('/downloads'),
			slots: z.number().int().min(1).max(10).default(3),
			site: z.url().optional(),
			paused: z.boolean().default(false),
			skip: z.array(z.string()).default([]),
			token: z.string().optional().meta({ title: 'Token', secret: true })
		})
		.refine(({ slots, paused }) => !paused || slots < 5, {
			error: 'Too many slots for a pause',
			path: ['slots']
		}),
	env: { slots: 'DOWNLOAD_SLOTS', skip: 'DOWNLOAD_SKIP', token: 'DOWNLOAD_TOKEN' }
});

async function openSettings(env: Record<string, string> = {}) {
	const workshop = await openWorkshop({ env });
	workshop.settings.register([definition]);
	return workshop;
}

test('defaults count until someone changes a key, and the change counts at once', async () => {
	using house = await openSettings();
	const changes: unknown[] = [];
	house.bus.on('settings.changed', (fact) => changes.push(fact));
	const before = house.settings.get(definition);
	expect(before).toEqual({ folder: '/downloads', slots: 3, paused: false, skip: [] });
	expect(house.settings.get(definition)).toBe(before);
	expect(Object.isFrozen(before)).toBe(true);
	house.settings.update('downloads', { slots: 5 });
	expect(house.settings.get(definition).slots).toBe(5);
	house.settings.update('downloads', { slots: 5 });
	house.settings.update('downloads', { slots: null });
	expect(house.settings.get(definition).slots).toBe(3);
	expect(changes).toEqual([{ section: 'downloads' }, { section: 'downloads' }]);
});

test('what was set is there after a restart', async () => {
	using house = await openSettings();
	house.settings.update('downloads', { folder: '/elsewhere', token: 's3cret' });
	const again = createSettings({ ...house, config: { env: {} } });
	expect(again.get(definition)).toMatchObject({ folder: '/elsewhere', token: 's3cret' });
});

test('a secret is encrypted at rest, masked outward, and kept when the mask comes back', async () => {
	using house = await openSettings();
	const form = house.settings.update('downloads', { token: 's3cret' });
	expect(form.values['token']).toBe(secretMask);
	const stored = rawDb(house.db).prepare("SELECT value FROM settings WHERE key = 'token'").pluck().get();
	expect(stored).toMatch(/^v1:/);
	expect(stored).not.toContain('s3cret');
	house.settings.update('downloads', { token: secretMask, slots: 4 });
	expect(house.settings.get(definition)).toMatchObject({ token: 's3cret', slots: 4 });
	house.settings.update('downloads', { token: '' });
	expect(house.settings.describe('downloads').values['token']).toBe('');
});

test('stored secrets can be written anew under another key', async () => {
	using house = await openSettings();
	house.settings.update('downloads', { token: 's3cret', folder: '/a' });
	const moved = createSecrets('another secret of the house', ['a secret for tests only']);
	house.settings.reseal(moved.renew);
	const secrets = createSecrets('another secret of the house');
	const again = createSettings({ ...house, secrets, config: { env: {} } });
	expect(again.get(definition)).toMatchObject({ token: 's3cret', folder: '/a' });
});

test('an environment variable decides, locks the key and stays out of the database', async () => {
	using house = await openSettings({
		DOWNLOAD_SLOTS: '7',
		DOWNLOAD_SKIP: 'a, b',
		DOWNLOAD_TOKEN: 'from-env'
	});
	expect(house.settings.get(definition)).toMatchObject({ slots: 7, skip: ['a', 'b'], token: 'from-env' });
	const form = house.settings.describe('downloads');
	expect(form.locked).toEqual({ slots: 'DOWNLOAD_SLOTS', skip: 'DOWNLOAD_SKIP', token: 'DOWNLOAD_TOKEN' });
	expect(form.values['token']).toBe(secretMask);
	expect(() => house.settings.update('downloads', { slots: 2 })).toThrow(/DOWNLOAD_SLOTS in the environment/);
	house.settings.update('downloads', { ...form.values, folder: '/new' });
	expect(rawDb(house.db).prepare('SELECT key FROM settings').pluck().all()).toEqual(['folder']);
});

test('a variable that does not fit stops the start and is named', async () => {
	await expect(openSettings({ DOWNLOAD_SLOTS: 'many' })).rejects.toThrow(/^DOWNLOAD_SLOTS: /);
	await expect(openSettings({ DOWNLOAD_SLOTS: '99' })).rejects.toThrow(/^DOWNLOAD_SLOTS: /);
});

test.each([
	[{ slots: 0 }, /slots/],
	[{ site: 'not an address' }, /site/],
	[{ unknown: 1 }, /no setting unknown/],
	[{ slots: 6, paused: true }, /Too many slots/]
])('%j is refused and nothing changes', async (patch, message) => {
	using house = await openSettings();
	const before = house.settings.get(definition);
	expect(() => house.settings.update('downloads', patch)).toThrow(message);
	expect(house.settings.get(definition)).toBe(before);
});

test('an emptied optional field returns to nothing said', async () => {
	using house = await openSettings();
	house.settings.update('downloads', { site: 'https://example.org' });
	house.settings.update('downloads', { site: '' });
	expect(house.settings.get(definition).site).toBeUndefined();
});

test('stored values that cannot be used fall back to the default, each for itself', async () => {
	using house = await openSettings();
	const put = rawDb(house.db).prepare('INSERT INTO settings VALUES (?, ?, ?, 0)');
	put.run('downloads', 'slots', '400');
	put.run('downloads', 'folder', 'not json');
	put.run('downloads', 'token', 'v1:00000000:AAAA');
	put.run('downloads', 'paused', 'true');
	put.run('downloads', 'gone', '1');
	expect(house.settings.get(definition)).toEqual({ folder: '/downloads', slots: 3, paused: true, skip: [] });
});

test('stored values that contradict each other all give way', async () => {
	using house = await openSettings();
	const put = rawDb(house.db).prepare('INSERT INTO settings VALUES (?, ?, ?, 0)');
	put.run('downloads', 'slots', '9');
	put.run('downloads', 'paused', 'true');
	expect(house.settings.get(definition)).toMatchObject({ slots: 3, paused: false });
});

test('an unknown section is said to be unknown', async () => {
	using house = await openSettings();
	expect(() => house.settings.describe('nowhere')).toThrow(/no settings section nowhere/);
	expect(house.settings.list()).toEqual([{ section: 'downloads', title: 'Downloads', group: 'General' }]);
});
