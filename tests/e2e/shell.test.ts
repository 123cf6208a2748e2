import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../harness/browser.ts';
import { signIn } from '../harness/people.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let browser: TestBrowser;
let cookies: { name: string; value: string; url: string }[];

beforeAll(async () => {
	[server, browser] = await Promise.all([startServer(), openBrowser()]);
	const line = await signIn(server);
	cookies = line.split('; ').map((pair) => {
		const [name = '', ...value] = pair.split('=');
		return { name, value: value.join('='), url: server.url };
	});
});
afterAll(async () => {
	await browser[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

async function visit(path: string, options: BrowserContextOptions = {}) {
	const visitor = await browser.visitor({ baseURL: server.url, reducedMotion: 'reduce', ...options });
	await visitor.page.context().addCookies(cookies);
	await visitor.page.goto(path);
	if (options.javaScriptEnabled !== false)
		await visitor.page.waitForFunction(() => navigator.serviceWorker.ready);
	return visitor;
}

test('Ada goes everywhere by keyboard', async () => {
	const { page, faults } = await visit('/');
	// Keys count once the page's script is there, which a busy machine may let wait.
	const there = () => new URL(page.url()).pathname === '/system';
	for (let tries = 0; tries < 20 && !there(); tries++) {
		await page.keyboard.press('g');
		await page.keyboard.press('y');
		await page.waitForURL('/system', { timeout: 500 }).catch(() => undefined);
	}
	expect(there()).toBe(true);

	await page.keyboard.press('Control+k');
	await page.getByRole('combobox', { name: 'Search and commands' }).fill('jobs');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Enter');
	await page.waitForURL('/system/jobs');

	await page.keyboard.press('?');
	const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
	await list.waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await list.waitFor({ state: 'hidden' });

	// While something is typed, letters are letters.
	await page.goto('/account');
	await page.getByLabel('Name', { exact: true }).pressSequentially('gh/?');
	expect(new URL(page.url()).pathname).toBe('/account');
	expect(await page.getByRole('dialog').count()).toBe(0);
	expect(faults).toEqual([]);
});

test('the first stop of the Tab key skips the rail', async () => {
	const { page } = await visit('/system');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

test('look and language are chosen once and painted by the server from then on', async () => {
	const { page } = await visit('/', { colorScheme: 'dark' });
	await page.getByRole('button', { name: /account menu/ }).click();
	await page.getByRole('navigation', { name: 'Main' }).getByText('Light', { exact: true }).click();
	await page.getByRole('navigation', { name: 'Main' }).getByLabel('Language').selectOption('de');
	await page.waitForFunction(() => document.documentElement.lang === 'de');
	const html = await (await page.context().request.get('/')).text();
	expect(html).toContain('<html lang="de" data-theme="light">');
	expect(html).toContain('Einstellungen');
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('on a phone everything is within reach, and nothing scrolls sideways', async () => {
	const { page, faults } = await visit('/', phone);
	for (const path of ['/', '/system', '/system/tasks', '/people', '/settings', '/account']) {
		await page.goto(path);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width, path).toBe(390);
	}
	await page.goto('/');
	await page.getByRole('button', { name: 'More', exact: true }).tap();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: 'System' }).tap();
	await page.waitForURL('/system');
	expect(faults).toEqual([]);
});

test('before scripts arrive the home page greets, tells what to do, and the account menu opens', async () => {
	const { page } = await visit('/', { javaScriptEnabled: false });
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Ada');
	await page.getByRole('heading', { name: 'The programme' }).waitFor();
	await page.getByRole('button', { name: /account menu/ }).click();
	await page.getByRole('link', { name: 'Account' }).first().click();
	await page.waitForURL('/account');
});

test('an address that leads nowhere is answered with a way home', async () => {
	const { page } = await visit('/');
	const answer = await page.goto('/no/such/page');
	expect(answer?.status()).toBe(404);
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('link', { name: 'To the foyer' }).click();
	await page.waitForURL('/');
});

test('without the house the app says so, and shows nothing it kept', async () => {
	const { page } = await visit('/system');
	await page.reload();
	await page.context().setOffline(true);
	await page.goto('/system/jobs').catch(() => undefined);
	await page.getByRole('heading', { name: 'The house cannot be reached' }).waitFor();
	const kept = await page.evaluate(async () => {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
	expect(kept.length).toBeGreaterThan(5);
	expect(
		kept.filter((path) => !/^\/(_app\/immutable|icons|favicon|offline|manifest|robots)/.test(path))
	).toEqual([]);
});
