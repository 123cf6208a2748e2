import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { linesBackwards } from './lines-backwards.ts';
import { createLogs } from './logs.ts';
import type { LogEntry } from './log-entry.ts';

const folder = mkdtempSync(join(tmpdir(), 'bijou-logs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = (n: number, level = 30) => JSON.stringify({ level, time: n, n, msg: `event ${n}` });
const write = (name: string, lines: string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

write(
	'bijou.2026-11-20.1.log',
	range(0, 100).map((n) => line(n))
);
write(
	'bijou.2026-11-20.2.log',
	range(100, 150).map((n) => line(n, n % 10 === 0 ? 50 : 30))
);
write(
	'bijou.2026-11-20.10.log',
	range(150, 160).map((n) => line(n, 20))
);
write(
	'bijou.2026-11-21.1.log',
	range(160, 5000).map((n) => line(n))
);
write('notes.txt', ['{"level":60,"time":1,"msg":"not a log file"}']);

const logs = createLogs(folder);
const numbers = (items: LogEntry[]) => items.map(({ time }) => time);

test('the newest lines come first', async () => {
	const { items, next } = await logs.read({ limit: 3 });
	expect(numbers(items)).toEqual([4999, 4998, 4997]);
	expect(items[0]).toMatchObject({ level: 'info', message: 'event 4999', fields: { n: 4999 } });
	expect(next).toBeDefined();
});

test('page by page every line of every file comes exactly once, in order', async () => {
	const seen: number[] = [];
	let cursor: string | undefined;
	do {
		const page = await logs.read({ limit: 333, cursor });
		seen.push(...numbers(page.items));
		cursor = page.next;
	} while (cursor);
	expect(seen).toEqual(range(0, 5000).reverse());
});

test('a level shows itself and what is graver', async () => {
	expect(numbers((await logs.read({ level: 'error', limit: 50 })).items)).toEqual([140, 130, 120, 110, 100]);
	const { items } = await logs.read({ level: 'info', limit: 5000 });
	expect(items.some(({ level }) => level === 'debug')).toBe(false);
});

test('all words must stand in the line, in any case', async () => {
	expect(numbers((await logs.read({ text: 'EVENT 4711', limit: 50 })).items)).toEqual([4711]);
	expect((await logs.read({ text: 'event nowhere', limit: 50 })).items).toEqual([]);
});

test('lines that come in meanwhile do not shift the pages', async () => {
	const first = await logs.read({ limit: 2 });
	appendFileSync(join(folder, 'bijou.2026-11-21.1.log'), `${line(5000)}\n`);
	const second = await logs.read({ limit: 2, cursor: first.next });
	expect(numbers(second.items)).toEqual([4997, 4996]);
	expect(numbers((await logs.read({ limit: 1 })).items)).toEqual([5000]);
});

test('a line cut by a crash is passed over, an error brings stack and causes', async () => {
	const err = { message: 'boom', stack: 'Error: boom\n  at x', cause: { stack: 'Error: deep' } };
	const name = 'bijou.2026-11-22.1.log';
	write(name, [JSON.stringify({ level: 50, time: 6000, err }), '{"level":30,"time":60']);
	const { items } = await logs.read({ limit: 1 });
	expect(items[0]).toMatchObject({
		time: 6000,
		level: 'error',
		message: 'Error: boom',
		error: 'Error: boom\n  at x\ncaused by: Error: deep'
	});
	rmSync(join(folder, name));
});

test.each(['x', '../../etc/passwd:10', 'notes.txt:0', 'bijou.2026-11-21.1.log:-4'])(
	'the cursor %j is refused',
	async (cursor) => {
		await expect(logs.read({ limit: 5, cursor })).rejects.toMatchObject({ code: 'invalid' });
	}
);

test('only log files are given out, newest first', async () => {
	expect((await logs.files()).map(({ name }) => name)).toEqual([
		'bijou.2026-11-21.1.log',
		'bijou.2026-11-20.10.log',
		'bijou.2026-11-20.2.log',
		'bijou.2026-11-20.1.log'
	]);
	expect(await logs.path('bijou.2026-11-20.2.log')).toBe(join(folder, 'bijou.2026-11-20.2.log'));
	await expect(logs.path('notes.txt')).rejects.toMatchObject({ code: 'not_found' });
	await expect(logs.path('../secret')).rejects.toMatchObject({ code: 'not_found' });
});

test('a house without logs has none', async () => {
	expect(await createLogs(join(folder, 'nowhere')).read({ limit: 5 })).toEqual({ items: [] });
});

test('whatever the lines are, backwards they are the same lines, each where it begins', async () => {
	const file = join(folder, 'any.txt');
	const someLine = fc.oneof(
		fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/\s/g, '_')),
		fc.integer({ min: 60_000, max: 140_000 }).map((length) => 'ä'.repeat(length))
	);
	await fc.assert(
		fc.asyncProperty(fc.array(someLine, { minLength: 1, maxLength: 8 }), async (lines) => {
			const content = Buffer.from(`${lines.join('\n')}\n`);
			writeFileSync(file, content);
			const found: string[] = [];
			for await (const { line: text, start } of linesBackwards(file)) {
				found.push(text);
				expect(content.subarray(start, start + Buffer.byteLength(text)).toString()).toBe(text);
			}
			expect(found).toEqual(lines.toReversed());
		}),
		{ numRuns: 40 }
	);
});
