import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rollingFile } from './rolling-file.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'bijou-rolling-'));
const linesOf = (dir: string, name: string) => readFileSync(join(dir, name), 'utf8').trim().split('\n');
const numeric = new Intl.Collator('en', { numeric: true }).compare;
const step = () => new Promise((later) => setTimeout(later, 5));

test('no line is lost where one file ends and the next begins', async () => {
	const dir = folder();
	const file = rollingFile(dir, { maxBytes: 2_000, keep: 100, now: () => Date.UTC(2026, 4, 6, 12) });
	for (let i = 0; i < 1_000; i++) {
		file.write(`line ${i}\n`);
		if (i % 50 === 0) await step();
	}
	await file.end();
	const names = readdirSync(dir).sort(numeric);
	expect(names.length).toBeGreaterThan(3);
	expect(names[1]).toBe('bijou.2026-05-06.2.log');
	expect(names.flatMap((name) => linesOf(dir, name))).toEqual(
		Array.from({ length: 1_000 }, (_, i) => `line ${i}`)
	);
});

test('a new day has a file of its own, and the oldest files go', async () => {
	const dir = folder();
	let time = new Date(2026, 4, 6, 23, 59).getTime();
	const file = rollingFile(dir, { keep: 3, now: () => time });
	for (let day = 0; day < 5; day++) {
		file.write(`${day}\n`);
		await step();
		time += 24 * 3_600_000;
	}
	await file.end();
	expect(readdirSync(dir).sort()).toEqual(['08', '09', '10'].map((day) => `bijou.2026-05-${day}.1.log`));
	expect(linesOf(dir, 'bijou.2026-05-10.1.log')).toEqual(['4']);
});

test('a second start goes on in the newest file of the day, and leaves other files alone', async () => {
	const dir = folder();
	for (const name of ['bijou.2026-05-06.2.log', 'bijou.2026-05-06.10.log', 'notes.log'])
		writeFileSync(join(dir, name), 'before\n');
	const file = rollingFile(dir, { keep: 1, now: () => new Date(2026, 4, 6, 8).getTime() });
	file.write('after\n');
	await file.end();
	expect(linesOf(dir, 'bijou.2026-05-06.10.log')).toEqual(['before', 'after']);
	expect(linesOf(dir, 'notes.log')).toEqual(['before']);
});

test('a start on another day lets the oldest go as well', async () => {
	const dir = folder();
	for (let day = 10; day < 30; day++) writeFileSync(join(dir, `bijou.2026-04-${day}.1.log`), 'before\n');
	const file = rollingFile(dir, { keep: 14, now: () => new Date(2026, 4, 6, 8).getTime() });
	await file.end();
	expect(readdirSync(dir)).toHaveLength(14);
	expect(readdirSync(dir).sort().at(-1)).toBe('bijou.2026-05-06.1.log');
});

test('who logs hears nothing of a folder that went away; there is one again with the next file', async () => {
	const dir = folder();
	const file = rollingFile(dir, { maxBytes: 10, now: () => new Date(2026, 4, 6, 8).getTime() });
	rmSync(dir, { recursive: true });
	writeFileSync(dir, 'a file in the way');
	file.write('the first line\n');
	file.write('the second line\n');
	rmSync(dir);
	file.write('the third line\n');
	await file.end();
	expect(readdirSync(dir).flatMap((name) => linesOf(dir, name))).toEqual(['the third line']);
});
