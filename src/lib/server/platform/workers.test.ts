import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { createWorkers } from './workers.ts';
import type { Workers } from './workers.ts';

const folder = mkdtempSync(join(tmpdir(), 'bijou-workers-'));
let workers: Workers;

const files = {
	'sum.worker.ts': `
		import { threadId } from 'node:worker_threads';
		export default (numbers: number[]) => ({ sum: numbers.reduce((a, b) => a + b, 0), threadId });`,
	'fails.worker.ts': `export default () => { throw new Error('No such shelf'); };`,
	'exits.worker.ts': `export default () => process.exit(3);`,
	'greedy.worker.ts': `export default () => { const all: number[][] = []; for (;;) all.push(new Array(1e6).fill(1.5)); };`,
	'endless.worker.ts': `export default () => { for (;;); };`,
	'naps.worker.ts': `export default (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);`,
	'length.worker.ts': `export default (bytes: Uint8Array) => bytes.length;`
};

beforeAll(async () => {
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	const log = createLog({ level: 'silent', stdout: false });
	workers = createWorkers({ log, folder, maxThreads: 1, memoryMb: 64 });
});

afterAll(async () => {
	await workers.close();
	rmSync(folder, { recursive: true });
});

test('work runs in another thread', async () => {
	const { sum, threadId } = await workers.run<number[], { sum: number; threadId: number }>('sum', [1, 2, 3]);
	expect(sum).toBe(6);
	expect(threadId).toBeGreaterThan(0);
});

test('bytes are handed over instead of copied', async () => {
	const bytes = new Uint8Array(1000);
	expect(await workers.run('length', bytes, { transfer: [bytes.buffer] })).toBe(1000);
	expect(bytes.length).toBe(0);
});

test('what a worker throws arrives as it was', async () => {
	await expect(workers.run('fails', null)).rejects.toThrow('No such shelf');
});

test.each(['exits', 'greedy'])(
	'a worker that %s gives one clear error, and the next work goes on',
	async (worker) => {
		await expect(workers.run(worker, null)).rejects.toMatchObject({ code: 'unavailable', status: 503 });
		await expect(workers.run('sum', [1, 1])).resolves.toMatchObject({ sum: 2 });
	}
);

test('work that takes too long, or is not wanted any more, is ended', async () => {
	await expect(workers.run('endless', null, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'timeout' });
	const controller = new AbortController();
	const working = workers.run('endless', null, { signal: controller.signal });
	setTimeout(() => controller.abort(new Error('Not wanted')), 100);
	await expect(working).rejects.toThrow('Not wanted');
	await expect(workers.run('sum', [2, 2])).resolves.toMatchObject({ sum: 4 });
});

test('a worker that does not exist is named', async () => {
	await expect(workers.run('nobody', null)).rejects.toThrow(/no worker nobody/);
});

test('work given up just as it ends harms nobody', async () => {
	for (let round = 0; round < 200; round++) {
		const leaving = new AbortController();
		const work = workers.run('sum', [round], { signal: leaving.signal }).catch(() => undefined);
		setTimeout(() => leaving.abort(), round / 100);
		await work;
	}
	expect(await workers.run('sum', [3])).toMatchObject({ sum: 3 });
});

test('the time of work begins when a thread takes it up, however many wait before it', async () => {
	await workers.run('naps', 1);
	const naps = Array.from({ length: 8 }, () => workers.run('naps', 150, { timeoutMs: 600 }));
	expect(await Promise.all(naps)).toEqual(naps.map(() => 'timed-out'));
});

test('who leaves the line is not worked for, and the line goes on', async () => {
	const leaving = new AbortController();
	const first = workers.run('naps', 100);
	const second = workers.run('sum', [1], { signal: leaving.signal });
	const third = workers.run('sum', [4, 4]);
	leaving.abort(new Error('Gone'));
	await expect(second).rejects.toThrow('Gone');
	await expect(third).resolves.toMatchObject({ sum: 8 });
	await first;
});
