import { expect, test } from 'vitest';
import { startFakeQbittorrent } from '../fakes/download-clients/qbittorrent.ts';
import { makeTorrent } from '../fakes/torrent-file.ts';
import { accessibilityFaults, openBrowser } from '../harness/browser.ts';
import { signIn } from '../harness/people.ts';
import { startServer } from '../harness/server.ts';

const torrent = makeTorrent('Harbour.1999', Buffer.from('harbour'));
const other = makeTorrent('Fog.2001', Buffer.from('fog'));

test(
	'a client is connected, a download is watched while it runs, and what fails is kept away',
	{ timeout: 120_000 },
	async () => {
		await using program = await startFakeQbittorrent();
		await using server = await startServer();
		await using browser = await openBrowser();
		const { page, faults } = await browser.visitor();
		const cookies = (await signIn(server)).split('; ').map((pair) => {
			const at = pair.indexOf('=');
			return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url };
		});
		await page.context().addCookies(cookies);

		await page.goto(`${server.url}/activity`);
		await page.waitForURL('**/activity/queue');
		await page.getByText('Nothing can be downloaded yet').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.getByRole('link', { name: 'Add a download client' }).click();
		await page.getByRole('link', { name: 'qBittorrent' }).click();
		await page.getByLabel('Address').fill(String(program.settings['address']));
		await page.getByLabel('User name').fill(String(program.settings['user']));
		await page.locator('input[type=password]').fill('wrong');
		await page.getByRole('button', { name: 'Test' }).click();
		await page.getByText('did not accept the user name or the password').first().waitFor();
		await page.locator('input[type=password]').fill(String(program.settings['password']));
		await page.getByRole('button', { name: 'Test' }).click();
		await page.getByText('Connected to qBittorrent 5.0.1.').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.getByRole('button', { name: 'Save' }).click();
		await page.waitForURL('**/settings/providers/download-client');

		await page.goto(`${server.url}/activity/queue`);
		await page.getByText('Nothing is under way').waitFor();
		const grab = (magnet: string, title: string) =>
			server.json<{ id: number }>('/api/download/grab', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ magnet, title })
			});
		await grab(torrent.magnet, 'Harbour.1999.1080p');
		await grab(other.magnet, 'Fog.2001.720p');
		// It appears by itself, with its numbers.
		const rows = page.getByRole('list', { name: 'Downloads' }).getByRole('article');
		const harbour = rows.filter({ hasText: 'Harbour.1999.1080p' });
		await harbour.getByText('25%').waitFor();
		await harbour.getByText('1 hr left').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await harbour.getByRole('button', { name: 'Pause Harbour.1999.1080p' }).click();
		await harbour.getByText('Paused').waitFor();
		expect(program.items.get(torrent.hash)!.state).toBe('paused');
		await harbour.getByRole('button', { name: 'Go on with Harbour.1999.1080p' }).click();
		await harbour.getByText('Downloading').waitFor();

		program.items.get(torrent.hash)!.state = 'completed';
		program.items.get(other.hash)!.state = 'failed';
		await page.getByRole('link', { name: /Completed\s*1/ }).click();
		await page.getByText('/downloads/done/Harbour.1999').waitFor();
		const offered = await page.getByRole('link', { name: 'Import' }).getAttribute('href');
		expect(new URL(offered!, server.url).searchParams.get('path')).toBe('/downloads/done/Harbour.1999');

		await page.getByRole('link', { name: /Failed\s*1/ }).click();
		await page.getByText('The files are gone from where qBittorrent put them.').waitFor();
		await page.getByRole('link', { name: 'Remove Fog.2001.720p' }).click();
		const dialog = page.getByRole('dialog', { name: 'Remove this download?' });
		await dialog.getByLabel('Delete its files').check();
		expect(await dialog.getByLabel('Do not take this release again').isChecked()).toBe(true);
		expect(await accessibilityFaults(page)).toEqual([]);
		await dialog.getByRole('button', { name: 'Remove' }).click();
		await page.getByText('Nothing has failed').waitFor();
		expect(program.removed).toEqual([{ id: other.hash, deleteFiles: true }]);

		await page.getByRole('link', { name: 'Blocklist', exact: true }).click();
		await page.getByRole('cell', { name: 'Fog.2001.720p', exact: true }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.getByRole('button', { name: 'Take Fog.2001.720p off the blocklist' }).click();
		await page.getByText('Nothing is blocked').waitFor();

		await page.getByRole('link', { name: 'History', exact: true }).click();
		await page
			.getByRole('row')
			.filter({ hasText: 'Fog.2001.720p' })
			.filter({ hasText: 'Removed' })
			.first()
			.waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.getByRole('link', { name: 'Harbour.1999.1080p' }).first().click();
		await page.getByRole('heading', { name: 'What became of it' }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(faults).toEqual([]);
	}
);

test('without scripts a download can be removed too', { timeout: 60_000 }, async () => {
	await using program = await startFakeQbittorrent();
	await using server = await startServer();
	const post = (path: string, body: object) =>
		server.json<{ id: number }>(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	await post('/api/download-clients', { kind: 'qbittorrent', name: 'Mine', settings: program.settings });
	await post('/api/download/grab', { magnet: torrent.magnet, title: 'Harbour' });
	await using browser = await openBrowser();
	const { page } = await browser.visitor({ javaScriptEnabled: false });
	const [name, value] = (await signIn(server)).split('; ')[0]!.split(/=(.*)/) as [string, string];
	await page.context().addCookies([{ name, value, url: server.url }]);
	await page.goto(`${server.url}/activity/queue`);
	await page.getByRole('link', { name: 'Remove Harbour' }).click();
	await page.getByRole('button', { name: 'Remove' }).click();
	await page.waitForURL('**/activity/queue');
	await page.getByText('Nothing is under way').waitFor();
	expect(program.removed).toEqual([{ id: torrent.hash, deleteFiles: false }]);
});
