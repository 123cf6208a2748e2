import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../harness/browser.ts';
import { signIn } from '../harness/people.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let browser: TestBrowser;
let cookies: { name: string; value: string; url: string }[];

beforeAll(async () => {
	server = await startServer();
	browser = await openBrowser();
	cookies = (await signIn(server)).split('; ').map((pair) => {
		const [name = '', ...value] = pair.split('=');
		return { name, value: value.join('='), url: server.url };
	});
}, 60_000);
afterAll(async () => {
	await browser[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

async function visit(path: string, options: BrowserContextOptions = {}) {
	const visitor = await browser.visitor({ baseURL: server.url, reducedMotion: 'reduce', ...options });
	await visitor.page.context().addCookies(cookies);
	await visitor.page.goto(path);
	if (options.javaScriptEnabled !== false)
		await visitor.page.waitForFunction(() => navigator.serviceWorker.ready);
	return visitor;
}

const withoutScripts = { javaScriptEnabled: false };
const film = 'The.Lamplighter.2021.1080p.BluRay.x264.DTS-ORCHID';
const cam = 'The.Lamplighter.2021.HDCAM.x264-ROW9';
const places = (page: Page) =>
	page
		.getByRole('list', { name: 'Best first' })
		.locator('article .release-name')
		.allTextContents()
		.then((names) => names.map((name) => name.trim()));

test('Ada pastes names, sees why one stands before the other, and passes the address on', async () => {
	const { page, faults } = await visit('/lab');
	await page.getByLabel('Release names, one a line').fill(`${cam}\n${film}`);
	await page.getByRole('heading', { name: '1 of 2 would be taken, the best first' }).waitFor();
	expect(await places(page)).toEqual([film, cam]);
	await page.getByText('The next one would not be taken.').waitFor();
	await page.getByText('CAM is not among the qualities of the profile "Any".').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.getByLabel('Profile', { exact: true }).selectOption('hd');
	await page.getByText('CAM is not among the qualities of the profile "HD".').waitFor();

	await page.waitForURL(/profile=hd/);
	await page.goto(page.url());
	expect(await places(page)).toEqual([film, cam]);
	expect(await page.getByLabel('Profile', { exact: true }).inputValue()).toBe('hd');
	expect(faults).toEqual([]);
});

test('every field shows where it was read, by pointer and by keyboard', async () => {
	const { page } = await visit(`/lab?names=${film}`);
	await page.getByRole('term').filter({ hasText: 'Resolution' }).hover();
	expect(await page.locator('mark.active').allTextContents()).toEqual(['1080p']);
	await page.locator('mark').filter({ hasText: 'The.Lamplighter' }).focus();
	await page.keyboard.press('ArrowRight');
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('2021');
	// One stop of the Tab key for the whole name.
	expect(await page.locator('mark[tabindex="0"]').count()).toBe(1);
});

test('an empty lab offers examples', async () => {
	const { page } = await visit('/lab');
	await page.getByRole('link', { name: /One film in five versions/ }).click();
	await page.getByRole('heading', { name: '4 of 5 would be taken, the best first' }).waitFor();
	await page.getByRole('link', { name: 'Start over' }).click();
	await page.getByRole('heading', { name: 'Or begin with these' }).waitFor();
	expect(await page.getByLabel('Release names, one a line').inputValue()).toBe('');
});

test('the lab works before scripts, short lists by address, long ones by answer', async () => {
	const { page } = await visit('/lab', withoutScripts);
	await page.getByLabel('Release names, one a line').fill(`${cam}\n${film}`);
	await page.getByRole('button', { name: 'Read them' }).click();
	expect(new URL(page.url()).searchParams.get('names')).toBe(`${cam}\n${film}`);
	expect(await places(page)).toEqual([film, cam]);
	const many = Array.from({ length: 60 }, (_, at) => film.replace('Lamplighter', `Lamplighter ${at}`));
	await page.getByLabel('Release names, one a line').fill(many.join('\n'));
	await page.getByRole('button', { name: 'Read them' }).click();
	await page.getByRole('heading', { name: '60 of 60 would be taken, the best first' }).waitFor();
	expect(await page.getByLabel('Release names, one a line').inputValue()).toContain('Lamplighter 59');
});

test('hidden and look-alike characters are shown', async () => {
	const name = 'The.L\u0430mplighter.\u202e1202.1080p.WEB-DL-GRP';
	const { page } = await visit(`/lab?names=${encodeURIComponent(name)}`);
	await page.getByText('⟨U+202E⟩').first().waitFor();
	await page.getByText(/letters of several alphabets/).waitFor();
});

test('a format grows with its matches beside it, is saved, deleted, and taken back', async () => {
	const { page, faults } = await visit('/settings/formats/new');
	await page.getByLabel('Name', { exact: true }).fill('From the orchid');
	const pattern = page.getByLabel('Matches the pattern');
	await pattern.fill('orchid(');
	await page.getByText(/^Character 7:/).waitFor();
	await page.getByRole('button', { name: 'Save' }).last().click();
	await page.getByText('Not saved').waitFor();
	await pattern.fill('orchid');
	await page.getByRole('heading', { name: '3 of 12 match' }).waitFor();

	await page.getByRole('button', { name: 'Add a condition' }).click();
	const second = page.getByRole('group', { name: 'Condition 2' });
	await second.getByLabel('Kind').selectOption('resolution');
	await second.getByLabel('Is').selectOption('2160');
	await page.getByRole('heading', { name: '1 of 12 match' }).waitFor();
	await second.getByLabel('Turned around').check();
	await page.getByRole('heading', { name: '2 of 12 match' }).waitFor();
	await page.getByRole('button', { name: 'Add a score' }).click();
	await page.getByLabel('Score in default').fill('25');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Save' }).last().click();
	await page.waitForURL(/\/settings\/formats\/from-the-orchid/);
	expect(await server.json('/api/formats/from-the-orchid')).toMatchObject({
		name: 'From the orchid',
		scores: { default: 25 },
		conditions: [{ value: 'orchid' }, { type: 'resolution', value: 2160, negate: true }]
	});

	await page.getByRole('button', { name: 'Delete' }).click();
	await page.waitForURL('/settings/formats');
	expect((await server.fetch('/api/formats/from-the-orchid')).status).toBe(404);
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('link', { name: 'From the orchid' }).waitFor();
	expect(await server.json('/api/formats/from-the-orchid')).toMatchObject({ origin: 'own' });
	expect(faults).toEqual([]);
});

test('the format editor works before scripts', async () => {
	const { page } = await visit('/settings/formats/new', withoutScripts);
	await page.getByLabel('Name', { exact: true }).fill('Plain form');
	await page.getByLabel('Matches the pattern').fill('(');
	await page.getByRole('button', { name: 'Add a score' }).click();
	expect(await page.getByLabel('Matches the pattern').inputValue()).toBe('(');
	await page.getByLabel('Score in default').fill('5');
	await page.getByRole('button', { name: 'Save' }).last().click();
	await page.getByText(/^Character 1:/).waitFor();
	await page.getByLabel('Matches the pattern').fill('plain');
	await page.getByRole('button', { name: 'Save' }).last().click();
	expect(await server.json('/api/formats/plain-form')).toMatchObject({ scores: { default: 5 } });
	await page.getByRole('button', { name: 'Delete' }).click();
	await page.getByText('“Plain form” is deleted').waitFor();
	await page.getByRole('button', { name: 'Undo' }).click();
	expect((await server.fetch('/api/formats/plain-form')).status).toBe(200);
});

test('a format of a guide is looked at before it is taken', async () => {
	const { page, faults } = await visit('/settings/formats/import');
	const sound = {
		name: 'Guide tier',
		trash_id: '0123456789abcdef0123456789abcdef',
		trash_scores: { default: 1700 },
		specifications: [
			{ name: 'orchid', implementation: 'ReleaseGroupSpecification', fields: { value: '^(ORCHID)$' } }
		]
	};
	const broken = { ...sound, name: 'Broken tier', trash_id: sound.trash_id.replace('0', '1') };
	const text = JSON.stringify([
		sound,
		{ ...broken, specifications: [{ ...sound.specifications[0], fields: { value: '(' } }] }
	]);
	await page.getByLabel('Or paste it').fill(text);
	await page.getByRole('button', { name: 'See what is in it' }).last().click();
	await page.getByRole('heading', { name: '1 entry cannot be taken' }).waitFor();
	await page.getByText(/Broken tier.*character 1/).waitFor();
	expect((await server.fetch(`/api/formats/trash-${sound.trash_id}`)).status).toBe(404);
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Take what is ticked' }).click();
	await page.getByText('1 format and 0 profiles are here now').waitFor();
	await page.getByRole('link', { name: 'Look at them' }).click();
	await page.getByRole('link', { name: 'Guide tier' }).waitFor();
	expect(faults).toEqual([]);
});

const order = async (page: Page) =>
	(
		await page
			.locator('.qualities > ol > li')
			.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-name')))
	).slice(0, 5);

test('qualities move by arrow keys and by drag, and the preview shows who moves', async () => {
	const { page, faults } = await visit('/settings/profiles/hd');
	expect(await order(page)).toEqual(['Remux-1080p', 'Full HD', 'HDTV-1080p', 'HD', 'HDTV-720p']);
	await page.getByText('These releases rank as before.').waitFor();

	const grip = (name: string) => page.getByRole('button', { name: `Move ${name}: arrow keys, or drag` });
	await grip('HD').focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	expect(await order(page)).toEqual(['Remux-1080p', 'HD', 'Full HD', 'HDTV-1080p', 'HDTV-720p']);
	await page.getByText('HD is number 2 of', { exact: false }).waitFor();
	await page.getByText(/releases move\./).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);

	const from = (await grip('HDTV-720p').boundingBox())!;
	const to = (await grip('Remux-1080p').boundingBox())!;
	await page.mouse.move(from.x + 5, from.y + 10);
	await page.mouse.down();
	await page.mouse.move(from.x + 5, to.y + 40, { steps: 6 });
	await page.mouse.move(from.x + 5, to.y + 2, { steps: 6 });
	await page.mouse.up();
	expect((await order(page))[0]).toBe('HDTV-720p');

	await page.getByRole('switch', { name: 'Allow Remux-1080p' }).check();
	await page.getByText('now taken').waitFor();
	await page.getByRole('button', { name: 'Save' }).last().click();
	await page.getByText('Saved', { exact: true }).waitFor();
	const saved = await server.json<{ qualities: { name: string; allowed: boolean }[] }>('/api/profiles/hd');
	expect(saved.qualities.map(({ name }) => name)).toEqual(await order(page));
	expect(saved.qualities.find(({ name }) => name === 'Remux-1080p')).toMatchObject({ allowed: true });

	await page.getByRole('button', { name: 'As it came' }).click();
	await page.waitForURL('/settings/profiles');
	expect(await server.json('/api/profiles/hd')).toMatchObject({ origin: 'shipped' });
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(async () => (await server.json('/api/profiles/hd'))['origin']).toBe('changed');
	await server.fetch('/api/profiles/hd', { method: 'DELETE' });
	expect(faults).toEqual([]);
});

test('the profile editor works before scripts', async () => {
	const { page } = await visit('/settings/profiles/new?from=hd', withoutScripts);
	await page.getByLabel('Name', { exact: true }).fill('By form');
	await page.getByRole('button', { name: 'HDTV-1080p up' }).click();
	expect((await order(page)).slice(0, 3)).toEqual(['Remux-1080p', 'HDTV-1080p', 'Full HD']);
	await page.getByRole('button', { name: 'Group HDTV-1080p with the one below' }).click();
	await page.getByRole('button', { name: 'Take HDTV-1080p out of the group' }).waitFor();
	await page.getByLabel('Language 1').selectOption('de');
	await page.getByLabel('Lowest score').fill('-7');
	await page.getByRole('button', { name: 'Save' }).last().click();
	expect(await server.json('/api/profiles/by-form')).toMatchObject({
		origin: 'own',
		minimumScore: -7,
		languages: { wanted: ['de'] },
		sizes: { 'Bluray-1080p': { max: 280 } }
	});
});

test('on a phone nothing scrolls sideways, and axe has nothing to say', async () => {
	const { page, faults } = await visit('/lab', { viewport: { width: 390, height: 844 }, hasTouch: true });
	const paths = ['/lab', `/lab?names=${film}%0A${cam}`, '/settings/profiles', '/settings/profiles/any'];
	for (const path of [
		...paths,
		'/settings/formats',
		'/settings/formats/x265-hd',
		'/settings/formats/import'
	]) {
		await page.goto(path);
		expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
		expect(await accessibilityFaults(page), path).toEqual([]);
	}
	expect(faults).toEqual([]);
});
