import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { startWorld } from '../fakes/world.ts';
import { accessibilityFaults, openBrowser } from '../harness/browser.ts';
import { signIn } from '../harness/people.ts';
import { startServer, temporaryFolder } from '../harness/server.ts';

test(
	'someone discovers a film, adds it, sees that it is wanted and takes it out again',
	{ timeout: 120_000 },
	async () => {
		const folder = temporaryFolder('films');
		try {
			await using world = await startWorld();
			await using server = await startServer({ env: { ...world.env, ALLOW_PRIVATE_TARGETS: '127.0.0.0/8' } });
			await server.json('/api/root-folders', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ path: folder, kind: 'movie' })
			});
			await using browser = await openBrowser();
			const { page, faults } = await browser.visitor({ baseURL: server.url });
			const cookies = (await signIn(server)).split('; ').map((pair) => {
				const at = pair.indexOf('=');
				return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url };
			});
			await page.context().addCookies(cookies);

			await page.goto('/discover?list=popular&from=1930&to=1959');
			const cards = page.getByRole('article');
			const shown = await cards.count();
			await cards.last().scrollIntoViewIfNeeded();
			await expect.poll(() => cards.count(), { timeout: 15_000 }).toBeGreaterThan(shown);
			expect(await accessibilityFaults(page)).toEqual([]);

			// What stands far down the wall is marked as it is added, and no longer when that is taken back.
			const dialog = page.getByRole('dialog', { name: 'Add a film' });
			const further = page.getByRole('main').getByRole('navigation', { name: 'Pages' });
			await expect
				.poll(
					async () => {
						await cards.last().scrollIntoViewIfNeeded();
						return further.count();
					},
					{ timeout: 30_000 }
				)
				.toBe(0);
			const far = (await page.getByRole('button', { name: /^Add / }).last().getAttribute('aria-label'))!;
			const offered = page.getByRole('button', { name: far, exact: true });
			const before = await offered.count();
			await offered.last().press('Enter');
			await dialog.getByRole('button', { name: 'Add', exact: true }).click();
			await expect.poll(() => offered.count(), { timeout: 15_000 }).toBe(before - 1);
			await page.getByRole('button', { name: 'Undo' }).last().click();
			await expect.poll(() => offered.count(), { timeout: 15_000 }).toBe(before);

			await page.getByLabel('Years').selectOption({ label: '1920s' });
			await page.waitForURL(/from=1920/);
			await page.getByRole('link', { name: /^Metropolis/ }).click();
			await page.getByRole('heading', { level: 1, name: 'Metropolis' }).waitFor();
			await page.getByRole('button', { name: 'Add', exact: true }).click();
			await dialog.getByLabel('Profile').selectOption({ label: 'HD' });
			expect(await accessibilityFaults(page)).toEqual([]);
			await dialog.getByRole('button', { name: 'Add', exact: true }).click();
			await page.waitForURL(/\/movies\/\d+$/);
			await page.getByText('Metropolis is in the library now').waitFor();
			await page.getByRole('link', { name: 'HD', exact: true }).waitFor();
			expect(await accessibilityFaults(page)).toEqual([]);

			await page.goto('/wanted');
			await page.getByRole('link', { name: 'Metropolis' }).waitFor();
			await page.getByLabel('Profile').selectOption({ label: 'Small' });
			await page.getByText('Nothing of this profile is wanting.').waitFor();
			await page.goto('/discover?list=popular&from=1920&to=1929');
			await page.getByRole('button', { name: 'Add Nosferatu' }).click();
			await dialog.getByRole('button', { name: 'Add', exact: true }).click();
			await page.getByText('Nosferatu is in the library now').waitFor();
			await page.getByRole('button', { name: 'Undo' }).last().click();
			await page.getByText('It is as it was').waitFor();

			await page.goto('/wanted');
			await page.getByRole('link', { name: 'Metropolis' }).click();
			await page.getByRole('button', { name: /^More for/ }).click();
			await page.getByRole('menuitem', { name: 'Delete' }).click();
			await page.waitForURL('**/movies');
			await page.goto('/wanted');
			await page.getByText('Nothing is missing.').waitFor();
			expect(faults).toEqual([]);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
);

test(
	'someone keeps a collection complete, but for one film, and takes it back',
	{ timeout: 120_000 },
	async () => {
		const folder = temporaryFolder('films');
		try {
			await using world = await startWorld();
			await using server = await startServer({ env: { ...world.env, ALLOW_PRIVATE_TARGETS: '127.0.0.0/8' } });
			const send = (path: string, body: object) =>
				server.json(path, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body)
				});
			const holmes = [...world.world.collections.values()].find(({ name }) => name.startsWith('Sherlock'))!;
			const [first, second, ...rest] = holmes.films;
			await send('/api/root-folders', { path: folder, kind: 'movie' });
			await send('/api/library/movies', { tmdbId: first!.id });
			await using browser = await openBrowser();
			const { page, faults } = await browser.visitor({ baseURL: server.url, reducedMotion: 'reduce' });
			const cookies = (await signIn(server)).split('; ').map((pair) => {
				const at = pair.indexOf('=');
				return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url };
			});
			await page.context().addCookies(cookies);

			await page.goto('/collections');
			await page.getByRole('link', { name: /Sherlock Holmes/ }).click();
			await page.getByRole('button', { name: 'Add new films by itself' }).click();
			const dialog = page.getByRole('dialog', { name: /^Keep Sherlock Holmes/ });
			await expect(dialog.getByRole('switch', { name: /^Add the \d+ missing/ }).isChecked()).resolves.toBe(
				true
			);
			await dialog.getByRole('checkbox', { name: second!.title }).click();
			await dialog.getByLabel('From when').selectOption({ label: 'As soon as it is announced' });
			expect(await accessibilityFaults(page)).toEqual([]);
			await dialog.getByRole('button', { name: new RegExp(`^Add ${rest.length} film`) }).click();
			await page.getByRole('button', { name: 'New films are added' }).waitFor();
			const collection = () =>
				server.json<{ films: number; monitored: boolean; minimumAvailability: string | null }>(
					'/api/library/collections/1'
				);
			expect(await collection()).toMatchObject({
				films: 1 + rest.length,
				monitored: true,
				minimumAvailability: 'announced'
			});
			await page.getByRole('button', { name: `Add ${second!.title}` }).waitFor();
			await page.getByRole('button', { name: 'Undo' }).last().click();
			await page.getByRole('button', { name: 'Add new films by itself' }).waitFor();
			expect(await collection()).toMatchObject({ films: 1, monitored: false, minimumAvailability: null });
			expect(faults).toEqual([]);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
);
