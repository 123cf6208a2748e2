import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Config } from '#server/platform/config.ts';
import { createJobs, defineJob } from '#server/platform/jobs.ts';
import { openWorkshop } from '../harness/workshop.ts';
import type { Figure } from './run.ts';

const total = 10_000;

const small = defineJob({
	kind: 'small',
	title: ({ n }) => `Small ${n}`,
	lane: 'default',
	payload: z.object({ n: z.number() }),
	run: async ({ n }) => n
});

/** The queue on a real database in a folder of its own: how fast small jobs go in and are done. */
export async function run(): Promise<Figure[]> {
	using workshop = await openWorkshop();
	const jobs = createJobs({ ...workshop, config: { workerMax: {} as Config['workerMax'] } });
	jobs.register([small]);
	const begun = performance.now();
	jobs.addMany(
		small,
		Array.from({ length: total }, (_, n) => ({ n }))
	);
	const added = performance.now();
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const drained = new Promise<void>((resolve) => {
		let done = 0;
		workshop.bus.on('job.changed', ({ state }) => {
			if (state === 'done' && ++done === total) resolve();
		});
	});
	jobs.start();
	await drained;
	const ended = performance.now();
	delay.disable();
	await jobs.stop();
	const perSecond = (from: number, to: number) => Math.round((total / (to - from)) * 1000);
	return [
		{
			bench: 'jobs/add',
			value: perSecond(begun, added),
			unit: 'jobs/s',
			detail: `${total} in one transaction`
		},
		{
			bench: 'jobs/drain',
			value: perSecond(added, ended),
			unit: 'jobs/s',
			detail: `${total} small jobs, 4 at a time`
		},
		{
			bench: 'jobs/loop-delay-p99',
			value: Math.round(delay.percentile(99) / 1e4) / 100,
			unit: 'ms',
			detail: 'event loop while draining'
		}
	];
}
