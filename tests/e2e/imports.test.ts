import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { accessibilityFaults, openBrowser } from '../harness/browser.ts';
import { admin, startServer, temporaryFolder } from '../harness/server.ts';

/** A second of moving picture with sound, as small as it gets, made long ago. */
function film(path: string): void {
	mkdirSync(dirname(path), { recursive: true });
	execFileSync('ffmpeg', [
		...['-loglevel', 'error', '-f', 'lavfi', '-i', 'testsrc=size=128x72:rate=5:duration=1'],
		...['-f', 'lavfi', '-i', 'sine=duration=1', '-shortest', '-y', path]
	]);
	utimesSync(path, 1_600_000_000, 1_600_000_000);
}

/** Nobody outside is asked: names alone say what the files are. */
const nobody = { TVMAZE_URL: 'http://127.0.0.1:9', ALLOW_PRIVATE_TARGETS: '127.0.0.0/8' };

test('someone looks into a folder of badly named files, says what one is, imports, sees it and takes it back', async () => {
	const root = temporaryFolder('films');
	const incoming = temporaryFolder('incoming');
	film(join(incoming, 'Metropolis.1927.1080p.BluRay.x264-GRP.mkv'));
	film(join(incoming, 'holiday_clip_final.mkv'));
	writeFileSync(join(incoming, 'holiday_clip_final.en.srt'), '1\n00:00:00,000 --> 00:00:01,000\nHush.\n');
	film(join(incoming, 'holiday_clip_final-trailer.mkv'));
	writeFileSync(join(incoming, 'old.rar'), 'archive');
	try {
		await using server = await startServer({ env: nobody });
		await server.json('/api/root-folders', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ path: root, kind: 'movie' })
		});
		await using browser = await openBrowser();
		const { page, faults } = await browser.visitor({ baseURL: server.url });
		await page.goto('/login');
		await page.getByLabel('User name').fill(admin.user);
		await page.getByLabel('Password', { exact: true }).fill(admin.password);
		await page.getByRole('button', { name: 'Come in' }).click();
		await page.waitForURL((url) => !url.pathname.startsWith('/login'));

		await page.goto('/import');
		const path = page.getByRole('combobox', { name: /Folder or file/ });
		const offered = page.getByRole('option', { name: incoming });
		// What is typed counts once the page's script is there, which a busy machine may let wait.
		for (let tries = 0; tries < 10 && !(await offered.isVisible()); tries++) {
			await path.fill('');
			await path.fill(incoming.slice(0, -3));
			await offered.waitFor({ timeout: 2000 }).catch(() => undefined);
		}
		await path.press('ArrowDown');
		await path.press('Enter');
		expect(await path.inputValue()).toBe(`${incoming}/`);
		expect(await accessibilityFaults(page)).toEqual([]);
		await path.press('Enter');
		await page.waitForURL('**/import/*');

		const row = page.getByRole('listitem').filter({ hasText: 'holiday_clip_final.mkv' });
		await row.getByText('Nobody knows yet what it is.').waitFor({ timeout: 20_000 });
		await page.getByText('It is an archive. Unpack it, then look again.').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);

		await row.getByRole('button', { name: /What is it/ }).click();
		const dialog = page.getByRole('dialog', { name: 'What is it?' });
		await dialog.getByLabel(/^Title/).fill('Nosferatu');
		await dialog.getByLabel(/^Year/).fill('1922');
		expect(await accessibilityFaults(page)).toEqual([]);
		await dialog.getByRole('button', { name: /By this name alone/ }).click();
		await row.getByText('Nosferatu (1922)/Nosferatu (1922)', { exact: false }).waitFor();
		const along = row.getByText('Comes along: 1 subtitle and 1 trailer');
		await along.click();
		await row.getByText('→ trailers/Nosferatu (1922)', { exact: false }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await row.getByRole('checkbox', { name: 'Bring holiday_clip_final-trailer.mkv along' }).uncheck();
		await row.getByText('Comes along: 1 subtitle', { exact: true }).waitFor();
		await row.getByLabel('Quality').selectOption('DVD');
		await row.getByText('Nosferatu (1922) [DVD]', { exact: false }).first().waitFor();
		expect(await row.getByRole('checkbox').first().isChecked()).toBe(true);

		await page.getByRole('button', { name: 'Import 1 file' }).click();
		await page.getByText('1 file has come in').waitFor({ timeout: 20_000 });
		const folder = join(root, 'Nosferatu (1922)');
		const names = readdirSync(folder).toSorted();
		expect(names.map((name) => name.replace(/ \[.*\]/, ''))).toEqual([
			'Nosferatu (1922).en.srt',
			'Nosferatu (1922).mkv'
		]);
		expect(existsSync(join(incoming, 'holiday_clip_final.mkv'))).toBe(false);
		expect(await accessibilityFaults(page)).toEqual([]);

		await page.getByRole('link', { name: 'Nosferatu' }).first().click();
		await page.getByRole('heading', { level: 1, name: 'Nosferatu' }).waitFor();
		await page.getByText(names[1]!, { exact: false }).first().waitFor();
		await page.getByRole('button', { name: 'More for Nosferatu', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Import files…' }).click();
		await page.getByText('Files for Nosferatu (1922)').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.goBack();

		await page.goBack();
		await page.getByRole('button', { name: 'Undo' }).first().click();
		await page.getByText('The files are back where they were').waitFor();
		expect(existsSync(folder)).toBe(false);
		expect(existsSync(join(incoming, 'holiday_clip_final.mkv'))).toBe(true);
		await page.getByText('Choose what is to come in.').waitFor();
		expect(existsSync(join(incoming, 'holiday_clip_final.en.srt'))).toBe(true);
		expect(faults).toEqual([]);
	} finally {
		await rm(root, { recursive: true, force: true });
		await rm(incoming, { recursive: true, force: true });
	}
}, 120_000);
