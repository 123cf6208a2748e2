import { expect, test } from 'vitest';
import { z } from 'zod';
import { startFake } from '../../../../tests/fakes/http.ts';
import { openWorkshop } from '../../../../tests/harness/workshop.ts';
import { invalid } from '../platform/errors.ts';
import { createHttp } from '../platform/http.ts';
import { createJobs, defineJob } from '../platform/jobs.ts';
import { createProviders } from '../platform/providers.ts';
import { generalSettings } from '../platform/settings/general.ts';
import { createNotifications } from './module.ts';

const breaks = defineJob({
	kind: 'breaks',
	title: ({ n }) => `Carry box ${n}`,
	lane: 'default',
	payload: z.object({ n: z.number() }),
	run: () => Promise.reject(invalid('It fell'))
});

async function openHouse() {
	const workshop = await openWorkshop();
	const service = await startFake(() => ({ body: {} }));
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: '0', backoffMs: 1 });
	const providers = createProviders({ ...workshop, http });
	workshop.settings.register([generalSettings]);
	const jobs = createJobs({ ...workshop, config: { workerMax: {} as never } });
	const notifications = createNotifications({ ...workshop, jobs, providers, gatherMs: 50 });
	jobs.register([breaks, ...notifications.jobs!]);
	jobs.start();
	return {
		...workshop,
		service,
		providers,
		jobs,
		notifications,
		hook: (occasions?: string[]) =>
			providers.create('notification', {
				kind: 'webhook',
				name: `Hook ${occasions ?? ''}`,
				settings: { url: service.url, ...(occasions && { occasions }) }
			}),
		notes: () => service.requests.map((request) => request.json() as { title: string; body: string }),
		async [Symbol.asyncDispose]() {
			await notifications.stop?.();
			await jobs.stop(500);
			await http.close();
			await service.close();
			workshop[Symbol.dispose]();
		}
	};
}

test('a failed job is told to whoever wants to know, with a link when our address is known', async () => {
	await using house = await openHouse();
	house.hook();
	house.hook(['health.worse']);
	house.settings.update('general', { address: 'https://bijou.example', instanceName: 'Lichtspiel' });
	house.jobs.add(breaks, { n: 1 });
	await expect.poll(house.notes).toEqual([
		expect.objectContaining({
			occasion: 'job.failed',
			house: 'Lichtspiel',
			title: 'Carry box 1 failed',
			body: 'It fell',
			link: 'https://bijou.example/system/jobs?show=failed'
		})
	]);
});

test('many failures at once make one note', async () => {
	await using house = await openHouse();
	house.hook();
	house.jobs.addMany(
		breaks,
		Array.from({ length: 8 }, (_, n) => ({ n }))
	);
	await expect.poll(house.notes).toHaveLength(1);
	const [note] = house.notes();
	expect(note!.title).toBe('8 jobs failed');
	expect(note!.body).toMatch(/Carry box 0: It fell[^]*and 3 more$/);
});

test('health that gets worse and better is told', async () => {
	await using house = await openHouse();
	house.hook();
	house.bus.emit('health.changed', {
		name: 'indexers',
		state: 'degraded',
		title: 'Indexers',
		message: 'Two rest.'
	});
	house.bus.emit('health.changed', {
		name: 'indexers',
		state: 'ready',
		title: 'Indexers',
		message: 'All answer.'
	});
	await expect
		.poll(() =>
			house
				.notes()
				.map(({ title }) => title)
				.toSorted()
		)
		.toEqual(['Indexers is well again', 'Indexers needs attention']);
});

test('a delivery that fails makes the target rest and is tried again; it makes no further note', async () => {
	await using house = await openHouse();
	const { id } = house.hook();
	house.service.reply(() => ({ status: 503 }));
	house.jobs.add(breaks, { n: 1 });
	await expect.poll(() => house.providers.get(id).failures).toBe(1);
	const [delivery] = house.jobs.list({ kind: 'notifications.deliver' }).items;
	await expect.poll(() => house.jobs.get(delivery!.id)).toMatchObject({ state: 'queued', attempts: 1 });
	expect(house.jobs.list({ kind: 'notifications.deliver' }).total).toBe(1);
	house.service.reply(() => ({ body: {} }));
	house.notifications.send({ occasion: 'health.better', level: 'good', title: 'x', body: 'y', at: 0 });
	await expect.poll(() => house.providers.get(id).failures).toBe(0);
});
