import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';

const worker = join(import.meta.dirname, 'crash-worker.ts');
const total = 400;
const folders: string[] = [];

afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A process of its own that works through the queue in `folder`; resolves with how it ended. */
function start(folder: string) {
	const child = spawn(process.execPath, [worker, folder, String(total)], {
		stdio: ['ignore', 'inherit', 'inherit']
	});
	const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
		child.once('exit', (code, signal) => resolve({ code, signal }))
	);
	return { child, ended };
}

/** What the jobs wrote with one append each, outside the database: what really happened, in order. */
function ledger(folder: string) {
	const file = join(folder, 'ledger');
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
	return lines.map((line) => {
		const [word, n] = line.split(' ');
		return { word, n: Number(n) };
	});
}

const having = (entries: ReturnType<typeof ledger>, word: string) =>
	entries.filter((entry) => entry.word === word).map(({ n }) => n);

test('a process killed in the middle of jobs loses none and repeats none that had finished', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'bijou-crash-'));
	folders.push(folder);

	for (const share of [0.2, 0.5, 0.8]) {
		const { child, ended } = start(folder);
		while (having(ledger(folder), 'recorded').length < total * share) await sleep(5);
		child.kill('SIGKILL');
		expect(await ended).toEqual({ code: null, signal: 'SIGKILL' });
	}
	// The last process ends by itself when its database says that every job is done.
	expect(await start(folder).ended).toEqual({ code: 0, signal: null });

	const entries = ledger(folder);
	const all = Array.from({ length: total }, (_, n) => n);
	expect([...new Set(having(entries, 'ended'))].toSorted((a, b) => a - b)).toEqual(all);
	const recordedAt = new Map(
		entries.flatMap(({ word, n }, place) => (word === 'recorded' ? [[n, place]] : []))
	);
	const afterRecorded = entries.filter(
		({ word, n }, place) => word === 'begun' && place > (recordedAt.get(n) ?? Infinity)
	);
	expect(afterRecorded).toEqual([]);
	// Three kills with four jobs in flight at most: nothing else ran twice, and some did, or nothing was tested.
	const repeated = having(entries, 'begun').length - total;
	expect(repeated).toBeGreaterThan(0);
	expect(repeated).toBeLessThanOrEqual(3 * 4);
}, 60_000);
