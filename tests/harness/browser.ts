import axe from 'axe-core';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'].concat(
	'--disable-background-networking',
	'--disable-component-update'
);

export interface Visitor {
	page: Page;
	/** Faults of scripts and what the console called an error. */
	faults: string[];
}

export interface TestBrowser extends AsyncDisposable {
	/** Somebody with cookies and storage of their own. */
	visitor(options?: BrowserContextOptions): Promise<Visitor>;
}

/** Debian's Chromium, without a window. */
export async function openBrowser(): Promise<TestBrowser> {
	const browser = await chromium.launch({
		executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
		headless: true,
		args: flags
	});
	return {
		async visitor(options = {}) {
			const context = await browser.newContext({
				locale: 'en-GB',
				viewport: { width: 1280, height: 900 },
				...options
			});
			context.setDefaultTimeout(10_000);
			const page = await context.newPage();
			const faults: string[] = [];
			page.on('pageerror', (fault) => faults.push(fault.message));
			page.on('console', (said) => {
				if (said.type() === 'error') faults.push(said.text());
			});
			return { page, faults };
		},
		[Symbol.asyncDispose]: () => browser.close()
	};
}

/** What axe objects to on the page as it stands, one line each; what fades in has come. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.evaluate(axe.source);
	const violations = await page.evaluate(async () => {
		const inPage = (globalThis as unknown as { axe: typeof axe }).axe;
		const ending = document
			.getAnimations()
			.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
			.map(({ finished }) => finished.catch(() => undefined));
		// Some wait for a scroll or a pointer and would never end.
		await Promise.race([Promise.all(ending), new Promise((later) => setTimeout(later, 500))]);
		return (await inPage.run(document, { resultTypes: ['violations'] })).violations;
	});
	return violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`
	);
}
