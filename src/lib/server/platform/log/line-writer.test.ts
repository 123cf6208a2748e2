import { spawnSync } from 'node:child_process';
import { constants, mkdtempSync, openSync, readFileSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lineWriter } from './line-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'bijou-lines-'));
const path = (name: string) => join(folder, name);
const lines = (count: number) => Array.from({ length: count }, (_, n) => `line ${n} ${'ä'.repeat(n % 50)}\n`);

/** A program that ends at once, after `code` was run with the writer `w` on `file`. */
const program = (file: string, code: string) =>
	spawnSync(
		process.execPath,
		[
			'--input-type=module',
			'--eval',
			`import { openSync } from 'node:fs';
			import { lineWriter } from ${JSON.stringify(join(import.meta.dirname, 'line-writer.ts'))};
			const w = lineWriter(openSync(${JSON.stringify(file)}, 'a'));
			${code}
			process.exit(3);`
		],
		{ timeout: 10_000 }
	);

test('all lines are there in order once it has ended', async () => {
	const writer = lineWriter(openSync(path('all'), 'a'));
	for (const [n, line] of lines(3_000).entries()) {
		writer.write(line);
		if (n % 500 === 0) await sleep(1);
	}
	await writer.end();
	expect(readFileSync(path('all'), 'utf8')).toBe(lines(3_000).join(''));
});

test('a program that ends at once loses nothing of what it said', () => {
	const { status } = program(path('exit'), `for (let n = 0; n < 1000; n++) w.write(n + '\\n');`);
	expect(status).toBe(3);
	expect(readFileSync(path('exit'), 'utf8').trim().split('\n')).toHaveLength(1_000);
});

test('a full disk keeps nobody from ending', async () => {
	expect(program('/dev/full', `w.write('x\\n'); w.write('y\\n');`).status).toBe(3);
	const writer = lineWriter(openSync('/dev/full', 'a'));
	writer.write('x\n');
	writer.write('y\n');
	await writer.end();
});

test('a slow reader gets everything, one that stands still fills no memory', async () => {
	spawnSync('mkfifo', [path('pipe')]);
	const fd = openSync(path('pipe'), constants.O_RDWR | constants.O_NONBLOCK);
	const writer = lineWriter(openSync(path('pipe'), constants.O_RDWR | constants.O_NONBLOCK), {
		maxWaiting: 300_000
	});
	const line = `${'x'.repeat(999)}\n`;
	writer.write(line.repeat(200));
	await sleep(20);
	writer.write(line.repeat(250));
	writer.write(line.repeat(100));
	let read = 0;
	const piece = Buffer.alloc(20_000);
	const ended = writer.end();
	for (let waited = 0; waited < 200 && read < 450_000; waited++) {
		try {
			read += readSync(fd, piece);
		} catch {
			await sleep(20);
		}
	}
	await ended;
	expect(read).toBe(450_000);
	expect(() => readSync(fd, piece)).toThrow('EAGAIN');
});
