import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { accessibilityFaults, openBrowser } from '../harness/browser.ts';
import { admin, startServer, temporaryFolder } from '../harness/server.ts';

/** A second of moving picture with sound, as small as it gets. */
function film(path: string): void {
	mkdirSync(join(path, '..'), { recursive: true });
	execFileSync('ffmpeg', [
		...['-loglevel', 'error', '-f', 'lavfi', '-i', 'testsrc=size=128x72:rate=5:duration=1'],
		...['-f', 'lavfi', '-i', 'sine=duration=1', '-shortest', '-y', path]
	]);
}

/** Nobody outside is asked: names alone say what the files are. */
const nobody = { TVMAZE_URL: 'http://127.0.0.1:9', ALLOW_PRIVATE_TARGETS: '127.0.0.0/8' };

test('someone adds a folder, sees posters come, mends a title, renames with a preview and undoes a deletion', async () => {
	const root = temporaryFolder('films');
	film(join(root, 'Metropolis (1927)', 'Metropolis.1927.mkv'));
	film(join(root, 'Nosferatu.1922.480p.mkv'));
	try {
		await using server = await startServer({ env: nobody });
		await using browser = await openBrowser();
		const { page, faults } = await browser.visitor({ baseURL: server.url });
		await page.goto('/login');
		await page.getByLabel('User name').fill(admin.user);
		await page.getByLabel('Password', { exact: true }).fill(admin.password);
		await page.getByRole('button', { name: 'Come in' }).click();
		await page.waitForURL((url) => !url.pathname.startsWith('/login'));

		await page.goto('/settings/root-folders');
		await page.getByRole('link', { name: 'Add a folder' }).click();
		await page.getByLabel('Folder', { exact: true }).fill(root);
		await page.getByText('One film a folder or a file').click();
		await page.getByRole('button', { name: 'Use this folder' }).click();
		await page.waitForURL('**/movies');
		const wall = page.getByRole('group', { name: 'Films' });
		await wall.getByRole('link', { name: /Metropolis/ }).waitFor({ timeout: 20_000 });
		await wall.getByRole('link', { name: /Nosferatu/ }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);

		await wall.getByRole('link', { name: /Nosferatu/ }).click();
		await page.getByRole('heading', { level: 1, name: 'Nosferatu' }).waitFor();
		await page.getByText('Why this film?').click();
		await page.getByText('Its name says so').first().waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);

		const more = page.locator('.hero').getByRole('button', { name: /^More for/ });
		await more.click();
		await page.getByRole('menuitem', { name: 'Edit' }).click();
		const title = page.getByRole('dialog').getByLabel('Title', { exact: true });
		await title.fill('Nosferatu: A Symphony of Horror');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByRole('heading', { level: 1, name: 'Nosferatu: A Symphony of Horror' }).waitFor();

		await more.click();
		await page.getByRole('menuitem', { name: 'Rename files' }).click();
		const preview = page.getByRole('dialog', { name: 'Rename files' });
		await preview.getByText('Nosferatu.1922.480p.mkv').waitFor();
		expect(existsSync(join(root, 'Nosferatu.1922.480p.mkv'))).toBe(true);
		await preview.getByRole('button', { name: 'Rename 1 file' }).click();
		await page.getByText('1 file renamed').waitFor({ timeout: 20_000 });
		const folder = readdirSync(root).find((name) => name.startsWith('Nosferatu'))!;
		expect(folder).toBe('Nosferatu A Symphony of Horror (1922)');
		await page.getByText(`${folder}/`, { exact: false }).first().waitFor();

		const file = join(root, folder, readdirSync(join(root, folder))[0]!);
		await more.click();
		await page.getByRole('menuitem', { name: 'Delete' }).click();
		await page.waitForURL('**/movies');
		await page.getByText('is in the trash').waitFor();
		expect(existsSync(file)).toBe(false);
		await page.getByRole('button', { name: 'Undo' }).last().click();
		await wall.getByRole('link', { name: /Symphony of Horror/ }).waitFor();
		expect(existsSync(file)).toBe(true);
		expect(faults).toEqual([]);
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}, 120_000);
