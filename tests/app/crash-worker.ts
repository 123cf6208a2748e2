// Run by crash.test.ts in a process of its own: works through a queue on disk, and is killed while doing so.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Config } from '#server/platform/config.ts';
import { createJobs, defineJob } from '#server/platform/jobs.ts';
import { openWorkshop } from '../harness/workshop.ts';

const [folder = '', total = '0'] = process.argv.slice(2);
const note = (word: string, n: number) => appendFileSync(join(folder, 'ledger'), `${word} ${n}\n`);

const step = defineJob({
	kind: 'step',
	title: ({ n }) => `Step ${n}`,
	lane: 'default',
	payload: z.object({ n: z.number() }),
	async run({ n }, { progress }) {
		note('begun', n);
		progress(0.5);
		await sleep(3);
		note('ended', n);
		return n;
	}
});

const workshop = await openWorkshop({ dir: folder });
const workerMax = {} as Config['workerMax'];
const jobs = createJobs({ ...workshop, config: { workerMax } });
// Told after the row says so: from here on the job must never run again.
workshop.bus.on('job.changed', ({ id, state }) => {
	if (state === 'done') note('recorded', jobs.get(id).result as number);
});
jobs.register([step]);
if (jobs.list().total === 0)
	jobs.addMany(
		step,
		Array.from({ length: Number(total) }, (_, n) => ({ n }))
	);
jobs.start();

while (jobs.counts().done < Number(total)) await sleep(10);
await jobs.stop();
workshop[Symbol.dispose]();
