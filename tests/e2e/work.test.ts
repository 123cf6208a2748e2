import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFake } from '../fakes/http.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../harness/browser.ts';
import { admin, startServer, temporaryFolder, type TestServer } from '../harness/server.ts';

async function comeIn(browser: TestBrowser, server: TestServer) {
	const visitor = await browser.visitor({ baseURL: server.url });
	const { page } = visitor;
	await page.goto('/login');
	await page.getByLabel('User name').fill(admin.user);
	await page.getByLabel('Password', { exact: true }).fill(admin.password);
	await page.getByRole('button', { name: 'Come in' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/login'));
	return visitor;
}

/** Leaves work in the queue as an earlier run of the program would have; it is found within a heartbeat. */
function leaveJob(server: TestServer, title: string, target: number) {
	const note = { occasion: 'job.failed', level: 'problem', house: 'Bijou', title, body: 'x', at: 0 };
	const db = new Database(join(server.dataDir, 'bijou.db'));
	db.prepare(
		`INSERT INTO jobs (kind, title, lane, state, payload, priority, maxAttempts, runAt, createdAt)
		 VALUES ('notifications.deliver', ?, 'default', 'queued', ?, 0, 5, 0, ?)`
	).run(title, JSON.stringify({ target, name: 'Desk', note }), Date.now());
	db.close();
}

test('a task is run by hand and given another schedule', async () => {
	await using server = await startServer();
	await using browser = await openBrowser();
	const { page, faults } = await comeIn(browser, server);
	await page.goto('/system/tasks');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Run Tidy the job history now' }).click();
	await page
		.getByRole('row', { name: /Tidy the job history/ })
		.getByText('Done')
		.waitFor();
	await page.getByRole('link', { name: 'Tidy the job history' }).click();
	await page.getByText('By hand').first().waitFor();

	await page.getByText('Change the schedule').click();
	await page.getByText('At set times').click();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByLabel('Minute, hour, day, month, weekday').fill('99 4 * * *');
	await page.getByRole('button', { name: 'Save the schedule' }).click();
	await page.getByText('"99" is no minute.').first().waitFor();
	await page.getByLabel('Minute, hour, day, month, weekday').fill('15 4 * * *');
	await page.getByRole('button', { name: 'Save the schedule' }).click();
	await page.getByText('Daily at 04:15').first().waitFor();
	expect(faults.filter((fault) => !fault.includes('status of 400'))).toEqual([]);
});

test('a page left open outlives a crash of the house and shows what it missed', async () => {
	const dataDir = temporaryFolder();
	await using browser = await openBrowser();
	const first = await startServer({ dataDir });
	const { page } = await comeIn(browser, first);
	await page.goto('/system/tasks');
	const row = page.getByRole('row', { name: /Tidy the job history/ });
	await row.getByText('Not run yet').waitFor();
	await first.stop('SIGKILL');
	await using second = await startServer({ dataDir, port: Number(new URL(first.url).port) });
	await second.fetch('/api/tasks/jobs.history/run', { method: 'POST' });
	await row.getByText('Done').waitFor();
	await second.stop();
	rmSync(dataDir, { recursive: true });
});

// A job left behind is found with the next heartbeat, up to five seconds later.
test('work under way is watched and cancelled; what failed says why and is tried again', async () => {
	let release = () => {};
	await using hook = await startFake(() => new Promise((resolve) => (release = () => resolve({ body: {} }))));
	await using server = await startServer();
	await using browser = await openBrowser();
	const { page, faults } = await comeIn(browser, server);
	const made = await server.json<{ id: number }>('/api/providers/notification', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ kind: 'webhook', name: 'Desk', settings: { url: hook.url } })
	});

	await page.goto('/system/jobs');
	await page.getByText('Nothing is under way').waitFor();
	leaveJob(server, 'Tell the desk', made.id);
	leaveJob(server, 'Tell nobody', 999);
	await page
		.getByRole('row', { name: /Tell the desk/ })
		.getByText('Started')
		.waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Cancel Tell the desk' }).click();
	await page.getByText('Nothing is under way').waitFor();
	release();

	await page.getByRole('link', { name: /Failed/ }).click();
	await page.getByText('There is no provider 999.').first().waitFor();
	await page.getByRole('link', { name: 'Tell nobody' }).click();
	await page.getByText('Failed: There is no provider 999.').waitFor();
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect.poll(() => page.getByText('Failed: There is no provider 999.').count()).toBe(2);

	await page.goto('/system/jobs?show=finished');
	await page
		.getByRole('row', { name: /Tell the desk/ })
		.getByText('Cancelled')
		.waitFor();
	expect(faults).toEqual([]);
}, 60_000);
