// `npm test`: everything, from nothing. Stages run two at a time, as far as they do not need each other.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { build, install, root, runtime, systemPrograms } from './setup.mjs';

install();
const missing = systemPrograms({ ffmpeg: 'ffmpeg', chromium: 'chromium' });

const bin = (name) => join(root, 'node_modules', name);
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const env = {
	...process.env,
	NODE_ENV: 'test',
	PATH: `${join(root, 'node_modules/node/bin')}${delimiter}${process.env.PATH}`
};

const total = { passed: 0, failed: 0, skipped: 0 };

function run(args) {
	return new Promise((done) => {
		const child = spawn(runtime(), args, { cwd: root, env });
		let output = '';
		child.stdout.on('data', (text) => (output += text));
		child.stderr.on('data', (text) => (output += text));
		child.on('exit', (code) => done({ ok: code === 0, output }));
	});
}

function report(name, ok, seconds, output) {
	process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)\n`);
	if (!ok) process.stdout.write(`${output}\n`);
}

/** A check is one test: it holds or it does not. */
async function check(name, ...commands) {
	const started = Date.now();
	for (const args of commands) {
		const { ok, output } = await run(args);
		if (ok) continue;
		total.failed++;
		return report(name, false, (Date.now() - started) / 1000, output);
	}
	total.passed++;
	report(name, true, (Date.now() - started) / 1000);
}

async function suite(name, ...options) {
	const started = Date.now();
	const file = join(results, `${name}.json`);
	const { ok, output } = await run([
		bin('vitest/vitest.mjs'),
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`,
		...options
	]);
	const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
	total.passed += counts?.numPassedTests ?? 0;
	total.skipped += (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0);
	total.failed += counts?.numFailedTests || (ok ? 0 : 1);
	const count = counts ? `, ${counts.numPassedTests} of ${counts.numTotalTests}` : '';
	report(`${name}${count}`, ok, (Date.now() - started) / 1000, output);
}

await Promise.all([
	check(
		'types',
		[bin('@sveltejs/kit/svelte-kit.js'), 'sync'],
		[
			bin('svelte-check/bin/svelte-check'),
			'--tsconfig',
			'./tsconfig.json',
			'--fail-on-warnings',
			'--output',
			'human'
		]
	),
	(async () => {
		await check('lint', [bin('eslint/bin/eslint.js'), '.']);
		await check('format', [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']);
		await check('unused', [bin('knip/bin/knip.js'), '--no-progress']);
	})()
]);
await suite('unit', '--project', 'unit');
build();
await suite('app', '--project', 'app');
if (missing.includes('chromium')) {
	total.skipped++;
	process.stdout.write('skip browser journeys: chromium is not installed\n');
} else {
	await suite('browser', '--project', 'browser');
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exit(total.failed === 0 ? 0 : 1);
