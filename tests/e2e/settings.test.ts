import { expect, test } from 'vitest';
import { startFake } from '../fakes/http.ts';
import type { BrowserContextOptions } from 'playwright-core';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../harness/browser.ts';
import { admin, startServer, type TestServer } from '../harness/server.ts';

async function comeIn(browser: TestBrowser, server: TestServer, options: BrowserContextOptions = {}) {
	const visitor = await browser.visitor({ baseURL: server.url, ...options });
	const { page } = visitor;
	await page.goto('/login');
	await page.getByLabel('User name').fill(admin.user);
	await page.getByLabel('Password', { exact: true }).fill(admin.password);
	await page.getByRole('button', { name: 'Come in' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/login'));
	return visitor;
}

test('someone connects a webhook, tests it, changes it, and its secret never comes back', async () => {
	await using hook = await startFake(() => ({ body: {} }));
	await using server = await startServer();
	await using browser = await openBrowser();
	const { page, faults } = await comeIn(browser, server);

	await page.goto('/settings');
	await page.getByRole('main').getByRole('link', { name: 'Notifications' }).click();
	await page.getByRole('link', { name: 'Add the first' }).click();
	await page.getByRole('link', { name: 'Webhook' }).click();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByLabel('Name').fill('Front desk');
	await page.getByLabel('Address').fill(`${hook.url}/in`);
	await page.getByText('Advanced').click();
	await page.getByLabel('Authorization header').fill('Bearer s3cret');

	await page.getByRole('button', { name: 'Test' }).click();
	await page.getByText('The address took a test note.').waitFor();
	expect(hook.requests[0]).toMatchObject({ path: '/in', headers: { authorization: 'Bearer s3cret' } });
	expect(await page.getByLabel('Authorization header').inputValue()).toBe('Bearer s3cret');

	await page.getByRole('button', { name: 'Save' }).click();
	await page.waitForURL('**/settings/providers/notification');
	await page.getByRole('link', { name: 'Front desk' }).click();
	await page.getByRole('heading', { name: 'Front desk' }).waitFor();
	expect(await page.content()).not.toContain('s3cret');

	hook.reply(() => ({ status: 500 }));
	await page.getByRole('button', { name: 'Test' }).click();
	await page.getByText('It does not work yet').waitFor();
	expect(hook.requests.at(-1)!.headers.authorization).toBe('Bearer s3cret');

	await page.getByLabel('Name').fill('Back desk');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('heading', { name: 'Back desk' }).waitFor();
	const { items } = await server.json<{ items: { name: string }[] }>('/api/providers/notification');
	expect(items.map(({ name }) => name)).toEqual(['Back desk']);

	await page.getByRole('button', { name: 'Remove' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
	await page.getByText('Nothing connected yet').waitFor();
	expect(faults).toEqual([]);
});

test('a setting is changed without scripts; what the environment decides is locked', async () => {
	await using server = await startServer({ env: { ORIGIN: 'https://bijou.example' } });
	await using browser = await openBrowser();
	const { page } = await comeIn(browser, server, { javaScriptEnabled: false });
	await page.goto('/settings/general');
	await page.getByLabel('Name').fill('Lichtspiel');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.goto('/settings/general');
	expect(await page.getByLabel('Name').inputValue()).toBe('Lichtspiel');
	await page.getByText('Advanced').click();
	expect(await page.getByLabel('Public address').isDisabled()).toBe(true);
	await page.getByText('Set by ORIGIN in the environment').waitFor();

	await page.goto('/settings/jobs');
	await page.getByLabel('Keep finished jobs for').fill('9999');
	await page.getByLabel('Keep finished jobs for').evaluate((input) => input.removeAttribute('max'));
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('Not saved').waitFor();
	expect(await page.getByLabel('Keep finished jobs for').getAttribute('aria-invalid')).toBe('true');
});
