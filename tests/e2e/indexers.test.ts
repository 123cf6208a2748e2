import { expect, test } from 'vitest';
import { startFake } from '../fakes/http.ts';
import { startTorznab } from '../fakes/torznab.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../harness/browser.ts';
import { signIn } from '../harness/people.ts';
import { startServer, type TestServer } from '../harness/server.ts';

/** Somebody who is already signed in. */
async function comeIn(browser: TestBrowser, server: TestServer) {
	const visitor = await browser.visitor();
	const cookies = (await signIn(server)).split('; ').map((pair) => {
		const at = pair.indexOf('=');
		return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url };
	});
	await visitor.page.context().addCookies(cookies);
	return visitor;
}

test('from nothing to found releases: connect an address, try it, search, see why, save the file', async () => {
	const magnet = `magnet:?xt=urn:btih:${'c'.repeat(40)}`;
	await using upstream = await startTorznab({
		apiKey: 'key',
		releases: () => [
			{ title: 'Harbour.Fog.1999.1080p.BluRay.x264-GRP', sizeBytes: 8e9, category: 2040, seeders: 40 },
			{ title: 'Harbour.Fog.1999.720p.WEB-DL.x264-GRP', sizeBytes: 3e9, category: 2040, magnet }
		]
	});
	await using server = await startServer();
	await using browser = await openBrowser();
	const { page, faults } = await comeIn(browser, server);

	await page.goto(`${server.url}/releases`);
	await page.getByRole('link', { name: 'Choose an indexer' }).click();
	await page.getByRole('heading', { name: 'Add an indexer' }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByLabel('Find an indexer').fill('arch');
	await expect.poll(() => page.getByRole('link', { name: 'Arch Linux' }).count()).toBe(1);
	await page.getByRole('link', { name: 'Torznab', exact: true }).click();
	await page.getByLabel('Name').fill('Harbour Index');
	await page.getByLabel('Address').fill(upstream.url);
	await page.getByLabel('API key').fill('wrong');
	await page.getByRole('button', { name: 'Test' }).click();
	await page.getByText('refuses the API key').first().waitFor();
	await page.getByLabel('API key').fill('key');
	await page.getByRole('button', { name: 'Test' }).click();
	await page.getByText('The indexer answers with releases.').waitFor();
	await page.getByText('What happened').click();
	await page.getByText('t=search', { exact: false }).first().waitFor();
	expect(await page.content()).not.toContain('apikey=key');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.waitForURL('**/settings/indexers');
	await page.getByRole('link', { name: 'Harbour Index' }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.goto(`${server.url}/releases`);
	await page.getByText('Film', { exact: true }).click();
	await page.getByLabel('Words').fill('harbour fog');
	await page.keyboard.press('Enter');
	await page.getByText('2 found at 1 indexer').waitFor();
	const table = page.getByRole('table', { name: 'Releases' });
	await table.getByText('Harbour.Fog.1999.1080p.BluRay.x264-GRP').waitFor();
	expect(page.url()).toContain('q=harbour+fog');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByLabel('Only titles with').fill('-1080p');
	await expect.poll(() => table.getByText('1080p.BluRay').count()).toBe(0);
	await table.getByRole('button', { name: 'More about it' }).click();
	await page.getByRole('dialog').getByText('Where it is listed').waitFor();
	await page.keyboard.press('Escape');
	await page.getByLabel('Only titles with').fill('1080p');
	const saved = page.waitForEvent('download');
	await table.getByRole('link', { name: 'Save the file' }).click();
	expect((await saved).suggestedFilename()).toBe('Harbour.Fog.1999.1080p.BluRay.x264-GRP.torrent');
	expect(faults).toEqual([]);
});

test('a definition is written with its faults marked by line, tried on the site, and set up', async () => {
	await using site = await startFake(() => ({
		headers: { 'content-type': 'text/html' },
		body: '<table><tr><td><a href="/one.torrent">One 2001 720p</a></td><td></td><td>1 GB</td><td>4</td></tr></table>'
	}));
	await using server = await startServer();
	await using browser = await openBrowser();
	const { page, faults } = await comeIn(browser, server);
	await page.goto(`${server.url}/settings/indexers/definitions/edit`);
	const editor = page.getByLabel('Definition');
	const text = (await editor.inputValue()).replace('https://example.org/', `${site.url}/`);
	await editor.fill(text.replace('id: my-site\n', '').replace('modes:', 'moods:'));
	await page
		.getByRole('button', { name: /^Line \d+/ })
		.first()
		.waitFor();
	expect(await page.getByRole('button', { name: 'Save and set up' }).isDisabled()).toBe(true);
	expect(await accessibilityFaults(page)).toEqual([]);
	await editor.fill(text);
	await page.getByText('Nothing to object to.').waitFor();
	await page.getByRole('button', { name: 'Try it on the site' }).click();
	await page.getByText('Found 1 releases.').waitFor();
	expect(await editor.inputValue()).toBe(text);
	await page.getByRole('button', { name: 'Save and set up' }).click();
	await page.getByRole('heading', { name: 'My site' }).waitFor();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.waitForURL('**/settings/indexers');
	await page.getByRole('link', { name: 'My site' }).waitFor();
	expect(faults).toEqual([]);
});
