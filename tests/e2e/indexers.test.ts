import { readdirSync } from 'node:fs';
import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { startFake } from '../fakes/http.ts';
import { startTorznab } from '../fakes/torznab.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../harness/browser.ts';
import { signIn } from '../harness/people.ts';
import { startServer, temporaryFolder, type TestServer } from '../harness/server.ts';

/** Somebody who is already signed in. */
async function comeIn(browser: TestBrowser, server: TestServer, options: BrowserContextOptions = {}) {
	const visitor = await browser.visitor(options);
	const cookies = (await signIn(server)).split('; ').map((pair) => {
		const at = pair.indexOf('=');
		return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url };
	});
	await visitor.page.context().addCookies(cookies);
	return visitor;
}

test('from nothing to a download in the queue, in less than two minutes', { timeout: 120_000 }, async () => {
	const began = performance.now();
	const magnet = `magnet:?xt=urn:btih:${'c'.repeat(40)}`;
	await using upstream = await startTorznab({
		apiKey: 'key',
		releases: () => [
			{ title: 'Harbour.Fog.1999.1080p.BluRay.x264-GRP', sizeBytes: 8e9, category: 2040, seeders: 40 },
			{ title: 'Harbour.Fog.1999.720p.WEB-DL.x264-GRP', sizeBytes: 3e9, category: 2040, magnet }
		]
	});
	await using server = await startServer();
	const watched = temporaryFolder('watched');
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
	await page.getByLabel('Only titles with').fill('1080p');
	const more = table.getByRole('button', { name: 'More for Harbour.Fog.1999.1080p.BluRay.x264-GRP' });
	await more.click();
	await page.getByRole('menuitem', { name: 'More about it' }).click();
	await page.getByRole('dialog').getByText('Where it is listed').waitFor();
	await page.keyboard.press('Escape');
	const saved = page.waitForEvent('download');
	await more.click();
	await page.getByRole('menuitem', { name: 'Save the file' }).click();
	expect((await saved).suggestedFilename()).toBe('Harbour.Fog.1999.1080p.BluRay.x264-GRP.torrent');

	await table.getByRole('button', { name: 'Grab' }).click();
	await page.getByRole('dialog').getByText('Who should fetch it?').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	const found = page.url();
	await page.getByRole('link', { name: 'Add a download client' }).click();
	await page.getByRole('link', { name: 'Watched folder' }).click();
	await page.getByLabel('Folder', { exact: true }).fill(watched);
	await page.getByRole('button', { name: 'Save' }).click();
	await expect.poll(() => page.url()).not.toContain('/add/');

	await page.goto(found);
	const grab = table.getByRole('row', { name: /1080p/ }).getByRole('button', { name: 'Grab' });
	await grab.focus();
	await page.keyboard.press('Enter');
	await page.getByText('went to Watched folder').waitFor();
	await table.getByText('waits at the client').waitFor();
	expect(readdirSync(watched)).toEqual(['Harbour.Fog.1999.1080p.BluRay.x264-GRP.torrent']);
	await table.getByRole('button', { name: 'Grabbed: grab it once more' }).click();
	await page.getByRole('dialog').getByText('was grabbed before').waitFor();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await page.goto(`${server.url}/activity/queue`);
	await page.getByText('Harbour.Fog.1999.1080p.BluRay.x264-GRP').first().waitFor();
	expect(performance.now() - began).toBeLessThan(120_000);
	// The browser tells of refused grabs, too.
	expect(faults.filter((fault) => !/status of (?:409|503)/.test(fault))).toEqual([]);
});

test('without scripts a search waits for all and comes with its table, and a release can be grabbed', async () => {
	await using upstream = await startTorznab({
		releases: ({ query }) => [
			{ title: `Harbour.Fog.${query.get('season') ?? ''}.1999.1080p.BluRay.x264-GRP`, category: 2040 }
		]
	});
	await using server = await startServer();
	const watched = temporaryFolder('watched');
	const add = (path: string, draft: object) =>
		server.json(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(draft)
		});
	await add('/api/indexers', { kind: 'torznab', name: 'Harbour Index', settings: { url: upstream.url } });
	await add('/api/download-clients', {
		kind: 'watched-folder',
		name: 'Folder',
		settings: { folder: watched }
	});
	await using browser = await openBrowser();
	const { page } = await comeIn(browser, server, { javaScriptEnabled: false });
	await page.goto(`${server.url}/releases`);
	await page.getByText('Film', { exact: true }).click();
	await page.getByLabel('Words').fill('harbour fog');
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await page.getByText('1 found at 1 indexer').waitFor();
	expect(new URL(page.url()).search).toBe('?wait=true&q=harbour+fog&type=movie');
	const table = page.getByRole('table', { name: 'Releases' });
	await table.getByRole('button', { name: 'Grab' }).click();
	await page.getByText('went to Folder').waitFor();
	await table.getByText('waits at the client').waitFor();
	await page.goto(`${server.url}/releases?q=harbour&type=movie`);
	await table.getByText('Harbour.Fog..1999.1080p').waitFor();
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

test('a captcha is looked at and answered on the page of its indexer', { timeout: 60_000 }, async () => {
	const html = { 'content-type': 'text/html' };
	const picture =
		'<svg xmlns="http://www.w3.org/2000/svg" width="180" height="56"><text x="20" y="40" font-size="34">LAMP</text></svg>';
	await using site = await startFake(({ path, headers, body }) => {
		if (path === '/enter')
			return {
				headers: { ...html, 'set-cookie': 'try=7' },
				body: '<form action="/in"><input name="answer"><img id="c" src="/c.svg"></form>'
			};
		if (path === '/c.svg') return { headers: { 'content-type': 'image/svg+xml' }, body: picture };
		if (path === '/in')
			return String(body).includes('answer=LAMP')
				? { headers: { ...html, 'set-cookie': 'sid=in' }, body: 'welcome' }
				: { headers: html, body: '<p class="bad">Wrong letters.</p>' };
		const inside = headers.cookie?.includes('sid=in');
		return {
			headers: html,
			body: inside
				? '<a class="leave">out</a><table><tr class="row"><td><a href="/1">Film 2020</a></table>'
				: ''
		};
	});
	await using server = await startServer();
	const saved = await server.fetch('/api/indexers/definitions', {
		method: 'POST',
		headers: { 'content-type': 'text/yaml' },
		body: `---
id: lamps
name: Lamps
type: private
links: ["${site.url}/"]
caps:
  categorymappings: [{id: 1, cat: Movies/HD, desc: Films}]
  modes: {search: [q]}
settings:
  - {name: username, type: text, label: Username}
login:
  path: enter
  method: form
  inputs: {user: "{{ .Config.username }}"}
  captcha: {type: image, selector: "img#c", input: answer}
  error: [{selector: p.bad}]
  test: {path: home, selector: a.leave}
search:
  paths: [{path: list}]
  rows: {selector: tr.row}
  fields:
    title: {selector: a}
    download: {selector: a, attribute: href}
    category: {text: 1}
    size: {text: 1 GB}
    seeders: {text: 5}
`
	});
	expect(saved.status).toBe(201);
	const { id } = await server.json<{ id: number }>('/api/indexers', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ kind: 'definition:lamps', name: 'Lamps', settings: { username: 'ada' } })
	});
	await using browser = await openBrowser();
	const { page, faults } = await comeIn(browser, server);
	await page.goto(`${server.url}/settings/indexers/${id}`);
	await page.getByRole('button', { name: 'Show the captcha' }).click();
	const shown = page.getByAltText('The captcha of the site');
	await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(180);
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByLabel('What you read').fill('LIMP');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByText('Wrong letters.').first().waitFor();
	await page.getByRole('button', { name: 'Show the captcha' }).click();
	await page.getByLabel('What you read').fill('LAMP');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByText('Signed in.').waitFor();
	const found = await server.json<{ items: { title: string }[] }>('/api/search?q=film');
	expect(found.items.map(({ title }) => title)).toEqual(['Film 2020']);
	expect(faults.filter((fault) => !fault.includes('status of 502'))).toEqual([]);
});
