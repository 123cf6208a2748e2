import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openWorkshop } from '../../../../tests/harness/workshop.ts';
import { upstream, invalid } from './errors.ts';
import { createJobs, defineJob } from './jobs.ts';
import type { JobDefinition, JobsDeps } from './jobs.ts';

const workerMax = {
	searches: 1,
	imports: 2,
	scans: 1,
	streams: 1,
	transcodes: 1,
	rips: 1,
	fetches: 1,
	subtitles: 1,
	portals: 1
};

async function openJobs(definitions: JobDefinition[], more: Partial<JobsDeps> = {}) {
	const workshop = await openWorkshop();
	const jobs = createJobs({ ...workshop, config: { workerMax }, ...more });
	jobs.register(definitions);
	return {
		...workshop,
		jobs,
		async [Symbol.asyncDispose]() {
			await jobs.stop(100);
			workshop[Symbol.dispose]();
		}
	};
}

const number = z.object({ n: z.number() });

const untilAborted = (signal: AbortSignal) =>
	new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

test('a job runs, tells its progress, logs, and keeps its result', async () => {
	const double = defineJob({
		kind: 'double',
		title: ({ n }) => `Double ${n}`,
		lane: 'imports',
		payload: number,
		async run({ n }, { progress, log }) {
			log('halfway');
			progress(0.5, 'multiplying');
			return n * 2;
		}
	});
	await using house = await openJobs([double]);
	const told: unknown[] = [];
	house.bus.on('job.changed', ({ state }) => told.push(state));
	house.bus.on('job.progress', (fact) => told.push(fact));
	house.jobs.start();
	const id = house.jobs.add(double, { n: 21 });
	const job = await house.jobs.settled(id);
	expect(job).toMatchObject({ title: 'Double 21', state: 'done', result: 42, progress: 1, attempts: 1 });
	expect(house.jobs.logs(id).map(({ line }) => line)).toEqual(['halfway']);
	expect(told).toEqual(['queued', 'running', { id, fraction: 0.5, note: 'multiplying' }, 'done']);
});

test('a payload that does not fit is refused before anything is stored', async () => {
	const job = defineJob({ kind: 'a', title: 'A', lane: 'default', payload: number, run: async () => {} });
	await using house = await openJobs([job]);
	expect(() => house.jobs.add(job, { n: 'x' } as never)).toThrow(/expected number/);
	expect(house.jobs.list().total).toBe(0);
});

test('a lane runs no more than its limit, in order of priority and age', async () => {
	let atOnce = 0;
	let most = 0;
	const order: number[] = [];
	const job = defineJob({
		kind: 'a',
		title: 'A',
		lane: 'imports',
		payload: number,
		async run({ n }) {
			order.push(n);
			most = Math.max(most, (atOnce += 1));
			await sleep(2);
			atOnce -= 1;
		}
	});
	await using house = await openJobs([job]);
	const ids = [1, 2, 3, 4, 5, 6].map((n) => house.jobs.add(job, { n }, { priority: n > 4 ? 1 : 0 }));
	house.jobs.start();
	await Promise.all(ids.map(house.jobs.settled));
	expect(most).toBe(2);
	expect(order).toEqual([5, 6, 1, 2, 3, 4]);
});

test('a job for later waits for its time', async () => {
	const job = defineJob({
		kind: 'a',
		title: 'A',
		lane: 'default',
		payload: number,
		run: async () => Date.now()
	});
	await using house = await openJobs([job]);
	house.jobs.start();
	const runAt = Date.now() + 120;
	const { result } = await house.jobs.settled(house.jobs.add(job, { n: 1 }, { runAt }));
	expect(result).toBeGreaterThanOrEqual(runAt);
});

test('unfinished jobs with the same key are one job', async () => {
	const job = defineJob({
		kind: 'a',
		title: 'A',
		lane: 'default',
		payload: number,
		dedupe: ({ n }) => String(n),
		run: async () => undefined
	});
	await using house = await openJobs([job]);
	const first = house.jobs.add(job, { n: 1 });
	expect(house.jobs.add(job, { n: 1 })).toBe(first);
	expect(house.jobs.add(job, { n: 2 })).not.toBe(first);
	house.jobs.start();
	await house.jobs.settled(first);
	expect(house.jobs.add(job, { n: 1 })).not.toBe(first);
});

test('a fault outside is tried again later, a fault of the input is not', async () => {
	let now = 1_000_000;
	const flaky = defineJob({
		kind: 'flaky',
		title: 'Flaky',
		lane: 'default',
		payload: number,
		attempts: 3,
		async run(_, { attempt }) {
			if (attempt < 3) throw upstream(`No answer ${attempt}`);
			return attempt;
		}
	});
	const wrong = defineJob({
		kind: 'wrong',
		title: 'Wrong',
		lane: 'default',
		payload: number,
		attempts: 3,
		run: () => Promise.reject(invalid('This cannot be'))
	});
	await using house = await openJobs([flaky, wrong], { now: () => now, random: () => 0.5 });
	house.jobs.start();
	const bad = await house.jobs.settled(house.jobs.add(wrong, { n: 1 }));
	expect(bad).toMatchObject({ state: 'failed', attempts: 1, error: 'This cannot be' });

	const id = house.jobs.add(flaky, { n: 1 });
	await expect
		.poll(() => house.jobs.get(id))
		.toMatchObject({ state: 'queued', attempts: 1, runAt: 1_010_000 });
	now = 1_010_000;
	house.jobs.register([flaky]);
	await expect.poll(() => house.jobs.get(id)).toMatchObject({ attempts: 2, runAt: 1_030_000 });
	now = 1_030_000;
	house.jobs.register([flaky]);
	expect(await house.jobs.settled(id)).toMatchObject({ state: 'done', result: 3, attempts: 3, error: null });
	expect(house.jobs.logs(id).map(({ line }) => line)).toEqual([
		'Try 1 of 3 failed: No answer 1',
		'Try 2 of 3 failed: No answer 2'
	]);
});

test('cancel is final, even for work that does not listen, and its place is kept until it has stopped', async () => {
	const releases: (() => void)[] = [];
	const deaf = defineJob({
		kind: 'deaf',
		title: 'Deaf',
		lane: 'scans',
		payload: number,
		dedupe: () => 'one',
		run: () => new Promise<string>((resolve) => releases.push(() => resolve('too late')))
	});
	await using house = await openJobs([deaf]);
	house.jobs.start();
	const id = house.jobs.add(deaf, { n: 1 });
	await expect.poll(() => releases.length).toBe(1);
	expect(house.jobs.cancel(id).state).toBe('cancelled');
	expect(() => house.jobs.retry(id)).toThrow(/still stopping/);
	const second = house.jobs.add(deaf, { n: 2 });
	expect(second).not.toBe(id);
	await sleep(30);
	expect(releases.length).toBe(1);
	releases[0]!();
	await expect.poll(() => releases.length).toBe(2);
	expect(house.jobs.get(id)).toMatchObject({ state: 'cancelled', result: null });
	releases[1]!();
	expect((await house.jobs.settled(second)).state).toBe('done');
	expect(() => house.jobs.cancel(second)).toThrow(/done already/);
});

test('cancel stops work that listens; retry queues it again', async () => {
	let runs = 0;
	const job = defineJob({
		kind: 'a',
		title: 'A',
		lane: 'default',
		payload: number,
		run: (_, { signal }) => ((runs += 1) === 1 ? untilAborted(signal) : Promise.resolve('second time'))
	});
	await using house = await openJobs([job]);
	house.jobs.start();
	const id = house.jobs.add(job, { n: 1 });
	await expect.poll(() => runs).toBe(1);
	house.jobs.cancel(id);
	await sleep(5);
	house.jobs.retry(id);
	expect(await house.jobs.settled(id)).toMatchObject({ state: 'done', result: 'second time' });
});

test('an orderly stop lets short work finish and gives long work back without using up a try', async () => {
	const job = defineJob({
		kind: 'a',
		title: 'A',
		lane: 'imports',
		payload: number,
		run: ({ n }, { signal }) => (n === 1 ? sleep(150) : untilAborted(signal))
	});
	await using house = await openJobs([job]);
	house.jobs.start();
	const [short, long] = house.jobs.addMany(job, [{ n: 1 }, { n: 2 }]);
	await expect.poll(() => house.jobs.counts().running).toBe(2);
	await house.jobs.stop(900);
	expect(house.jobs.get(short!)).toMatchObject({ state: 'done' });
	expect(house.jobs.get(long!)).toMatchObject({ state: 'queued', attempts: 0 });
});

test('jobs of a kind nobody knows wait for someone who does', async () => {
	const job = defineJob({
		kind: 'later',
		title: 'L',
		lane: 'default',
		payload: number,
		run: async () => 'here'
	});
	await using house = await openJobs([]);
	house.jobs.start();
	const id = house.jobs.add(job, { n: 1 });
	await sleep(20);
	expect(house.jobs.get(id).state).toBe('queued');
	house.jobs.register([job]);
	expect((await house.jobs.settled(id)).result).toBe('here');
});

test('lists go page by page and the log keeps the last lines', async () => {
	const job = defineJob({
		kind: 'a',
		title: 'A',
		lane: 'default',
		payload: number,
		async run({ n }, { log }) {
			for (let i = 1; i <= n; i++) log(`line ${i}`);
		}
	});
	await using house = await openJobs([job]);
	const ids = house.jobs.addMany(job, [{ n: 2500 }, { n: 0 }, { n: 0 }]);
	house.jobs.start();
	await Promise.all(ids.map(house.jobs.settled));
	const first = house.jobs.list({ states: ['done'], limit: 2 });
	expect(first).toMatchObject({ total: 3, items: [{ id: ids[2] }, { id: ids[1] }] });
	expect(house.jobs.list({ states: ['done'], limit: 2, cursor: first.next! }).items).toMatchObject([
		{ id: ids[0] }
	]);
	expect(house.jobs.list({ states: ['failed'] })).toEqual({ items: [], total: 0 });
	const lines = house.jobs.logs(ids[0]!);
	expect(lines.length).toBe(1000);
	expect(lines.at(-1)!.line).toBe('line 2500');
});

test('the history task forgets what is past its time', async () => {
	let now = 1_000;
	const job = defineJob({
		kind: 'a',
		title: 'A',
		lane: 'default',
		payload: number,
		run: ({ n }) => (n > 0 ? Promise.resolve() : Promise.reject(invalid('no')))
	});
	await using house = await openJobs([job], { now: () => now });
	house.jobs.start();
	const ids = house.jobs.addMany(job, [{ n: 0 }, { n: 1 }]);
	await Promise.all(ids.map(house.jobs.settled));
	const tidy = () =>
		house.jobs.tasks[0]!.run({ signal: new AbortController().signal, progress() {}, log: house.log });
	now += 15 * 86_400_000;
	expect(await tidy()).toMatchObject({ values: { count: 1 } });
	expect(house.jobs.list().items.map(({ state }) => state)).toEqual(['failed']);
	now += 50 * 86_400_000;
	expect(await tidy()).toMatchObject({ values: { count: 1 } });
});
