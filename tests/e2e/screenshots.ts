/**
 * Looks at pages as people see them: pictures in three widths, light and dark, with what axe and the console object to.
 *
 *   node tests/e2e/screenshots.ts http://127.0.0.1:3000 / /system/tasks
 *     --user NAME --password SECRET | --cookie 'name=value'    sign in
 *     --widths 390,1440,2560  --themes dark,light  --out /tmp/bijou-pictures  --full  --no-axe  --locale de
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	allowNegative: true,
	options: {
		user: { type: 'string' },
		password: { type: 'string' },
		cookie: { type: 'string' },
		widths: { type: 'string', default: '390,1440,2560' },
		themes: { type: 'string', default: 'dark,light' },
		locale: { type: 'string', default: 'en-GB' },
		out: { type: 'string', default: '/tmp/bijou-pictures' },
		full: { type: 'boolean', default: false },
		axe: { type: 'boolean', default: true }
	}
});
const [base = 'http://127.0.0.1:3000', ...paths] = positionals;
const heights: Record<number, number> = { 390: 844, 1440: 900, 2560: 1440 };
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'].concat(
	'--disable-background-networking',
	'--disable-component-update'
);
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function signIn(context: BrowserContext): Promise<void> {
	if (values.cookie) {
		const [name = '', ...rest] = values.cookie.split('=');
		await context.addCookies([{ name, value: rest.join('='), url: base }]);
	}
	if (!values.user) return;
	const page = await context.newPage();
	await page.goto(`${base}/login`);
	await page
		.getByLabel(/user ?name|name/i)
		.first()
		.fill(values.user);
	await page
		.locator('input[type=password]')
		.first()
		.fill(values.password ?? '');
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.startsWith('/login'), { timeout: 15_000 });
	await page.close();
}

/** Sideways scrolling, what axe finds, and what the console said. */
async function faultsOf(page: Page, said: string[]): Promise<string[]> {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	const found = values.axe ? await axe(page) : [];
	return [...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []), ...found, ...said];
}

async function axe(page: Page): Promise<string[]> {
	await page.evaluate(axeSource);
	return page.evaluate(async () => {
		const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
		const { violations } = await axe.run();
		return violations.map(({ id, help, nodes }) => {
			const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`);
			return `axe ${id}: ${help} (${nodes.length}x)\n      ${where.join('\n      ')}`;
		});
	});
}

const profile = await mkdtemp(join(tmpdir(), 'bijou-chromium-'));
const browser = await chromium.launchPersistentContext(profile, {
	executablePath: '/usr/bin/chromium',
	headless: true,
	args: flags,
	locale: values.locale
});
await mkdir(values.out, { recursive: true });
try {
	await signIn(browser);
	for (const theme of values.themes.split(',')) {
		for (const width of values.widths.split(',').map(Number)) {
			for (const path of paths.length > 0 ? paths : ['/']) {
				const page = await browser.newPage();
				const said: string[] = [];
				page.on('console', (message) => {
					if (['error', 'warning'].includes(message.type())) said.push(`console ${message.text()}`);
				});
				page.on('pageerror', (fault) => said.push(`page fault ${fault.message}`));
				await page.emulateMedia({ colorScheme: theme === 'light' ? 'light' : 'dark' });
				await page.setViewportSize({ width, height: heights[width] ?? 900 });
				await page.goto(base + path, { waitUntil: 'load' });
				await page.evaluate(() => document.fonts.ready);
				await page.waitForTimeout(1200);
				const name = `${path.replace(/\W+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'home'}-${width}-${theme}.png`;
				await page.screenshot({ path: join(values.out, name), fullPage: values.full });
				const faults = await faultsOf(page, said);
				process.stdout.write(
					`${join(values.out, name)}\n${faults.map((fault) => `    ${fault}\n`).join('')}`
				);
				await page.close();
			}
		}
	}
} finally {
	await browser.close();
	await rm(profile, { recursive: true, force: true });
}
