import { createOTP } from '@better-auth/utils/otp';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../harness/browser.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let browser: TestBrowser;
const password = 'velvet curtain 7';
/** Browsers know passkeys under a name, not under an address. */
const at = (path: string) => server.url.replace('127.0.0.1', 'localhost') + path;

beforeAll(async () => {
	[server, browser] = await Promise.all([startServer({ withoutAdmin: true }), openBrowser()]);
});
afterAll(async () => {
	await browser[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

const still = { reducedMotion: 'reduce' } as const;
const phone = { ...still, viewport: { width: 390, height: 844 } };
const scrollsSideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

async function signIn(page: Page, username: string) {
	await page.goto(at('/login?other=1'));
	await page.getByLabel('User name').fill(username);
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Come in' }).click();
}

async function withSecurityKey(page: Page) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

test('Ada opens the house, adds a passkey and comes back with it', async () => {
	const { page, faults } = await browser.visitor(still);
	await page.goto(at('/'));
	await page.waitForURL('**/setup');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByLabel('User name').fill('ada');
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Open the house' }).click();
	await page.waitForURL('**/setup/home');
	await page.getByLabel('Name', { exact: true }).fill('Lindenhof');
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.waitForURL('**/setup/shelves');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('link', { name: 'Skip' }).click();
	await page.waitForURL('**/setup/downloads');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('link', { name: 'Skip' }).click();
	await page.waitForURL('**/setup/data');
	await page.getByRole('link', { name: 'Raise the curtain' }).click();
	await page.waitForURL(at('/'));

	await withSecurityKey(page);
	await page.goto(at('/account/security'));
	await page.getByLabel('Name of this device').fill('Laptop');
	await page.getByRole('button', { name: 'Add a passkey' }).click();
	await page.getByRole('button', { name: 'Remove Laptop' }).waitFor();

	await page.context().clearCookies();
	await page.goto(at('/account'));
	await page.waitForURL('**/login?next=*');
	await page.getByRole('button', { name: 'Use a passkey' }).click();
	await page.waitForURL(at('/account'));
	expect(faults).toEqual([]);
});

test('Ada invites Ben; they share a telephone and switch', async () => {
	const { page, faults } = await browser.visitor(phone);
	await signIn(page, 'ada');
	await page.waitForURL(at('/'));
	await page.goto(at('/people'));
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByLabel('A word of welcome').fill('Welcome, Ben');
	await page.getByRole('button', { name: 'Make a link' }).click();
	const link = await page.locator('code').first().textContent();

	await page.goto(link!);
	await page.getByText('Welcome, Ben').waitFor();
	await page.getByLabel('User name').fill('ben');
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Take the seat' }).click();
	await page.waitForURL(at('/'));

	await page.goto(at('/profiles'));
	expect(await accessibilityFaults(page)).toEqual([]);
	expect(await scrollsSideways(page)).toBe(false);
	await page.getByRole('button', { name: 'ada' }).click();
	await page.waitForURL(at('/'));
	await page.goto(at('/account'));
	await page.getByText('You sign in as ada.').waitFor();
	expect(faults).toEqual([]);
});

test.each(['/account', '/account/security', '/account/sessions', '/account/keys', '/system/audit'])(
	'%s reads well to a screen reader and fits a telephone',
	async (path) => {
		const { page } = await browser.visitor({ ...phone, colorScheme: 'light' });
		await signIn(page, 'ada');
		await page.waitForURL(at('/'));
		await page.goto(at(path));
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await scrollsSideways(page)).toBe(false);
	}
);

test('Ada adds a second step and is asked for it, by code and by recovery code', async () => {
	const { page } = await browser.visitor(still);
	await signIn(page, 'ada');
	await page.waitForURL(at('/'));
	await page.goto(at('/account/security'));
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Set up' }).click();
	const shown = page.locator('code');
	const secret = (await shown.first().textContent())!.replace(/\s/g, '');
	const recovery = await shown.nth(1).textContent();
	await page.getByLabel('The code it shows now').fill('000000');
	await page.getByRole('button', { name: 'Switch on' }).click();
	await page.getByText('This code is not right.').waitFor();
	const code = await createOTP(Buffer.from(fromBase32(secret)).toString()).totp();
	await page.getByLabel('The code it shows now').fill(code);
	await page.getByRole('button', { name: 'Switch on' }).click();
	await page.getByText('From now on a code is asked for').waitFor();

	const { page: other } = await browser.visitor(still);
	await signIn(other, 'ada');
	await other.waitForURL('**/login/code?next=*');
	expect(await accessibilityFaults(other)).toEqual([]);
	await other.getByLabel('Code').fill(recovery!);
	await other.getByRole('button', { name: 'Continue' }).click();
	await other.waitForURL(at('/'));
});

function fromBase32(text: string): Uint8Array {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
	return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
}
