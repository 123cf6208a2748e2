import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startWorld } from '../fakes/world.ts';
import { accessibilityFaults, openBrowser } from '../harness/browser.ts';
import { admin, startServer, temporaryFolder } from '../harness/server.ts';

function film(path: string): void {
	mkdirSync(join(path, '..'), { recursive: true });
	execFileSync('ffmpeg', [
		...['-loglevel', 'error', '-f', 'lavfi', '-i', 'testsrc=size=128x72:rate=5:duration=1'],
		...['-f', 'lavfi', '-i', 'sine=duration=1', '-shortest', '-y', path]
	]);
}

/** By the keyboard: nothing has to lie still for it. A menu opens before the page's script is there, its entries act after. */
async function choose(page: Page, menu: Locator, item: string): Promise<void> {
	await menu.press('Enter');
	const entry = page.getByRole('menuitem', { name: item, exact: true });
	await entry.waitFor();
	for (const deadline = Date.now() + 10_000; (await entry.isVisible()) && Date.now() < deadline;) {
		await entry.press('Enter', { timeout: 500 }).catch(() => undefined);
		await page.waitForTimeout(50);
	}
}

/** The toast's way back. */
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).last().click();

test('someone deletes one version, corrects a match, reorders a series, chooses a poster, and takes it all back', async () => {
	const films = temporaryFolder('films');
	const shows = temporaryFolder('shows');
	const folder = join(films, 'Nosferatu (1922)');
	film(join(folder, 'Nosferatu (1922) - 480p.mkv'));
	film(join(folder, 'Nosferatu (1922) - 1080p.mkv'));
	for (const code of ['S01E01', 'S02E01', 'S03E01'])
		film(join(shows, 'Superman (1941)', `Superman ${code}.mkv`));
	try {
		await using world = await startWorld();
		await using server = await startServer({ env: world.env });
		await using browser = await openBrowser();
		for (const [path, kind] of [
			[films, 'movie'],
			[shows, 'series']
		])
			await server.json('/api/root-folders', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ path, kind })
			});
		const { page, faults } = await browser.visitor({ baseURL: server.url, reducedMotion: 'reduce' });
		await page.goto('/login');
		await page.getByLabel('User name').fill(admin.user);
		await page.getByLabel('Password', { exact: true }).fill(admin.password);
		await page.getByRole('button', { name: 'Come in' }).click();
		await page.waitForURL((url) => !url.pathname.startsWith('/login'));

		await page.goto('/movies');
		await page
			.getByRole('group', { name: 'Films' })
			.getByRole('link', { name: /Nosferatu/ })
			.click({ timeout: 30_000 });
		await page.getByRole('heading', { level: 2, name: 'Versions' }).waitFor();

		// One version goes to the trash and comes back.
		await choose(
			page,
			page.getByRole('button', { name: 'More for Nosferatu (1922) - 480p.mkv' }),
			'Delete this file'
		);
		await page.getByText('is in the trash').waitFor();
		expect(existsSync(join(folder, 'Nosferatu (1922) - 480p.mkv'))).toBe(false);
		await page.getByRole('heading', { level: 2, name: 'On disk' }).waitFor();
		await undo(page);
		await page.getByRole('heading', { level: 2, name: 'Versions' }).waitFor();
		expect(existsSync(join(folder, 'Nosferatu (1922) - 480p.mkv'))).toBe(true);

		// A wrong match is chosen, seen, and taken back.
		const more = page.getByRole('button', { name: /^More for (?:Nosferatu|Metropolis)$/ });
		await choose(page, more, 'It is another film');
		const search = page.getByRole('dialog', { name: 'Which film is it?' });
		await search.getByRole('searchbox').fill('Metropolis');
		await search.getByRole('textbox', { name: 'Year' }).fill('');
		await search.getByRole('button', { name: 'Search' }).click();
		await search
			.getByRole('button', { name: /Metropolis/ })
			.first()
			.click();
		await page.getByRole('heading', { level: 1, name: 'Metropolis' }).waitFor();
		await undo(page);
		await page.getByRole('heading', { level: 1, name: 'Nosferatu' }).waitFor();

		// Another poster, kept, and let go by the list of changes.
		await choose(page, more, 'Choose pictures');
		const pictures = page.getByRole('dialog', { name: 'Pictures of Nosferatu' });
		await pictures.getByRole('button', { pressed: true }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await pictures.getByRole('listitem').nth(2).getByRole('button').click();
		await page.getByText('It has another poster').waitFor();
		await page.locator('.hero .poster img[src*="s91"], .hero .poster img[src*="s92"]').waitFor();

		await page.goto('/activity/changes');
		await page.getByRole('heading', { level: 2, name: 'Chose another poster for Nosferatu' }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.getByRole('button', { name: 'Undo: Chose another poster for Nosferatu' }).click();
		await page.getByText('Undone', { exact: false }).first().waitFor();

		await page.goto('/series');
		await page
			.getByRole('group', { name: 'Series' })
			.getByRole('link', { name: /Superman/ })
			.click();
		await page.getByRole('heading', { level: 1, name: 'Superman' }).waitFor();
		// A season's poster is chosen where it hangs, and taken back.
		const hanging = page.getByRole('button', { name: 'Choose the poster of the season' });
		const usual = (await hanging.locator('img').getAttribute('src'))!;
		await hanging.press('Enter');
		const posters = page.getByRole('dialog', { name: /^Poster of season/ });
		await posters.getByRole('button', { pressed: true }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await posters.getByRole('listitem').nth(2).getByRole('button').click();
		await page.getByText('The season has another poster').waitFor();
		await expect.poll(() => hanging.locator('img').getAttribute('src'), { timeout: 15_000 }).not.toBe(usual);
		await undo(page);
		await expect.poll(() => hanging.locator('img').getAttribute('src'), { timeout: 15_000 }).toBe(usual);

		// The episodes take another order: shown first, then taken, then taken back.
		await choose(
			page,
			page.getByRole('button', { name: 'More for Superman', exact: true }),
			'Order of the episodes'
		);
		const orders = page.getByRole('dialog', { name: 'Order of the episodes' });
		await orders.getByRole('radio', { name: /By studio/ }).check();
		await orders.getByText('Files stay with their episodes').click();
		await orders.locator('[aria-busy=false]').getByText('Superman S03E01.mkv').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await orders.getByRole('button', { name: 'Take this order' }).click();
		await page.getByText('The episodes stand in another order now').waitFor();
		const seasons = page.getByRole('navigation', { name: 'Seasons' });
		await seasons
			.getByRole('link', { name: 'Second studio' })
			.or(seasons.getByRole('link').nth(1))
			.first()
			.waitFor();
		const lastSeason = async () => {
			const { items } = await server.json<{ items: { seasonNumber: number }[] }>(
				'/api/library/episodes?series=1&limit=100'
			);
			return Math.max(...items.map(({ seasonNumber }) => seasonNumber));
		};
		expect(await lastSeason()).toBe(2);
		await undo(page);
		await expect.poll(lastSeason, { timeout: 15_000 }).toBe(3);
		await page.getByText('It is as it was').last().waitFor();

		// A file of an episode is deleted, and brought back from the trash.
		await page
			.getByRole('button', { name: /^Files of/ })
			.first()
			.click();
		await choose(
			page,
			page.getByRole('dialog').getByRole('button', { name: /^More for Superman S/ }),
			'Delete this file'
		);
		await page.getByText('is in the trash').waitFor();
		await page.goto('/activity/trash');
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.getByRole('button', { name: /^Bring back Superman/ }).click();
		await page.getByText('The trash is empty').waitFor();
		for (const code of ['S01E01', 'S02E01', 'S03E01'])
			expect(existsSync(join(shows, 'Superman (1941)', `Superman ${code}.mkv`))).toBe(true);
		expect(faults).toEqual([]);
	} finally {
		await rm(films, { recursive: true, force: true });
		await rm(shows, { recursive: true, force: true });
	}
}, 180_000);
