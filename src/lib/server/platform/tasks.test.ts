import { expect, test } from 'vitest';
import { openWorkshop } from '../../../../tests/harness/workshop.ts';
import type { Workshop } from '../../../../tests/harness/workshop.ts';
import { createTasks, defineTask } from './tasks.ts';
import type { TaskDefinition, TasksDeps } from './tasks.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 0, 1, 12);

/** Random enough to spread, the same every time. */
function seeded(seed = 7) {
	let state = seed;
	return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

function openTasks(workshop: Workshop, definitions: TaskDefinition[], more: Partial<TasksDeps> = {}) {
	const clock = { now: start };
	const tasks = createTasks({
		...workshop,
		config: { mode: 'full', timeZone: 'UTC' },
		keepRuns: () => 5,
		now: () => clock.now,
		random: seeded(),
		...more
	});
	tasks.register(definitions);
	return {
		clock,
		tasks,
		/** Lets the time pass, a look at the clock every second as in real life. */
		async pass(ms: number) {
			for (const until = clock.now + ms; clock.now < until; clock.now += 1_000) {
				tasks.tick();
				await Promise.resolve();
			}
		},
		/** The machine sleeps: time passes, nobody looks. */
		sleep(ms: number) {
			clock.now += ms;
		}
	};
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

function counted(id: string, more: Partial<TaskDefinition> = {}) {
	const starts: number[] = [];
	const task = defineTask({
		id,
		title: id,
		every: '1h',
		run: () => void starts.push(1),
		...more
	});
	return { starts, task };
}

test('a task runs at its span, keeps its results and only so many of them', async () => {
	using workshop = await openWorkshop();
	let n = 0;
	const task = defineTask({
		id: 'a',
		title: 'A',
		every: '10m',
		startsAfter: '1m',
		run: () => `Found ${(n += 1)}`
	});
	const { tasks, pass } = openTasks(workshop, [task]);
	expect(tasks.get('a')).toMatchObject({ nextRunAt: start + minute, lastRun: null, running: false });
	await pass(3 * hour);
	await settle();
	const runs = tasks.history('a');
	expect(n).toBeGreaterThanOrEqual(16);
	expect(n).toBeLessThanOrEqual(18);
	expect(runs.length).toBe(5);
	expect(runs[0]).toMatchObject({ state: 'done', message: `Found ${n}`, trigger: 'schedule' });
});

test('a machine that slept makes up each task once, one after the other', async () => {
	using workshop = await openWorkshop();
	const kinds = Array.from({ length: 12 }, (_, n) => counted(`t${n}`, { every: n % 2 ? '5m' : '1h' }));
	const skipped = counted('skipped', { every: '5m', missed: 'skip' });
	const cron = counted('nightly', { cron: '0 3 * * *' });
	delete cron.task.every;
	const all = [...kinds, skipped, cron];
	const begun: { id: string; at: number }[] = [];
	const { tasks, pass, sleep, clock } = openTasks(
		workshop,
		all.map(({ task }) => ({ ...task, run: () => void begun.push({ id: task.id, at: clock.now }) }))
	);
	await pass(2 * hour);
	begun.length = 0;
	sleep(3 * 24 * hour);
	const woke = clock.now;
	await pass(4 * minute + 50_000);

	const caughtUp = begun.filter(({ id }) => id !== 'skipped');
	expect(new Set(caughtUp.map(({ id }) => id)).size).toBe(13);
	expect(caughtUp.length).toBe(13);
	expect(begun.some(({ id }) => id === 'skipped')).toBe(false);
	expect(caughtUp[0]!.at - woke).toBeGreaterThanOrEqual(9_000);
	const gaps = caughtUp.slice(1).map(({ at }, n) => at - caughtUp[n]!.at);
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9_000);
	expect(tasks.history('nightly')[0]).toMatchObject({ trigger: 'catch-up' });
	expect(new Date(tasks.get('nightly').nextRunAt!).getUTCHours()).toBe(3);
});

test('a stopped container is no different: the plan outlives the process', async () => {
	using workshop = await openWorkshop();
	const first = openTasks(workshop, [counted('a').task, counted('b').task]);
	await first.pass(3 * minute);
	const planned = first.tasks.list().map(({ nextRunAt }) => nextRunAt);

	const soon = openTasks(workshop, [counted('a').task, counted('b').task], { now: () => start + 4 * minute });
	expect(soon.tasks.list().map(({ nextRunAt }) => nextRunAt)).toEqual(planned);

	const a = counted('a');
	const b = counted('b');
	let now = start + 9 * hour;
	const late = openTasks(workshop, [a.task, b.task], { now: () => now });
	for (let tick = 0; tick < 120; tick++, now += 1_000) late.tasks.tick();
	expect([a.starts.length, b.starts.length]).toEqual([1, 1]);
});

test('a run under way is not doubled; cancel aborts it', async () => {
	using workshop = await openWorkshop();
	let runs = 0;
	const task = defineTask({
		id: 'slow',
		title: 'Slow',
		every: '1m',
		startsAfter: '5s',
		run({ signal, progress }) {
			runs += 1;
			progress(0.25, 'reading');
			return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
		}
	});
	const { tasks, pass } = openTasks(workshop, [task]);
	await pass(10 * minute);
	expect(runs).toBe(1);
	expect(tasks.get('slow')).toMatchObject({ running: true, progress: 0.25, note: 'reading' });
	await expect(tasks.runNow('slow')).rejects.toThrow(/running already/);
	expect(tasks.cancel('slow')).toBe(true);
	await settle();
	expect(tasks.get('slow')).toMatchObject({ running: false, lastRun: { state: 'cancelled' } });
	expect(tasks.cancel('slow')).toBe(false);
});

test('a failing task says why and runs again next time', async () => {
	using workshop = await openWorkshop();
	const task = defineTask({
		id: 'bad',
		title: 'Bad',
		every: '1m',
		startsAfter: '5s',
		run: () => Promise.reject(new Error('The shelf fell down'))
	});
	const { tasks, pass } = openTasks(workshop, [task]);
	await pass(3 * minute);
	await settle();
	expect(tasks.history('bad').length).toBeGreaterThanOrEqual(2);
	expect(tasks.get('bad').lastRun).toMatchObject({ state: 'failed', error: 'The shelf fell down' });
});

test('run now works at once, also for a task that is switched off', async () => {
	using workshop = await openWorkshop();
	const { task } = counted('a', { run: () => 'Done by hand' });
	const { tasks, pass } = openTasks(workshop, [task]);
	expect(tasks.enable('a', false)).toMatchObject({ enabled: false, nextRunAt: null });
	await pass(2 * hour);
	expect(tasks.history('a')).toEqual([]);
	expect(await tasks.runNow('a')).toMatchObject({
		trigger: 'person',
		state: 'done',
		message: 'Done by hand'
	});
	expect(tasks.enable('a', true).nextRunAt).toBeGreaterThan(start + 2 * hour);
});

test('a person sets another schedule, which stays, and returns to the first', async () => {
	using workshop = await openWorkshop();
	const { task } = counted('a');
	const { tasks } = openTasks(workshop, [task]);
	const view = tasks.reschedule('a', { cron: '30 4 * * *', timeZone: 'America/New_York' });
	expect(view).toMatchObject({ overridden: true, defaultSchedule: { every: '1h' } });
	const next = new Date(view.nextRunAt!);
	expect([next.getUTCHours(), next.getUTCMinutes()]).toEqual([9, 30]);
	const again = openTasks(workshop, [task]);
	expect(again.tasks.get('a').schedule).toEqual({ cron: '30 4 * * *', timeZone: 'America/New_York' });
	expect(again.tasks.reschedule('a', null)).toMatchObject({ overridden: false, schedule: { every: '1h' } });
});

test.each([
	[{ every: '1s' }, /from 5s to a year/],
	[{ every: 'soon' }, /span/],
	[{ cron: '61 * * * *' }, /"61" is no minute/],
	[{ cron: 'now and then' }, /five fields/],
	[{ cron: '0 0 31 2 *' }, /"31" is no day of the month/],
	[{ cron: '0 0 L-29 2 *' }, /never comes/],
	[{ cron: '0 0 * * *', timeZone: 'Mars/Olympus' }, /no time zone/]
])('the schedule %j is refused', async (schedule, message) => {
	using workshop = await openWorkshop();
	const { tasks } = openTasks(workshop, [counted('a').task]);
	expect(() => tasks.reschedule('a', schedule)).toThrow(message);
	expect(tasks.get('a').overridden).toBe(false);
});

test('the mode decides which tasks run by themselves', async () => {
	using workshop = await openWorkshop();
	const usual = counted('usual');
	const watching = counted('watching', { modes: ['monitor'] });
	const { tasks, pass } = openTasks(workshop, [usual.task, watching.task], {
		config: { mode: 'monitor', timeZone: 'UTC' }
	});
	await pass(2 * hour);
	expect(usual.starts.length).toBe(0);
	expect(watching.starts.length).toBeGreaterThan(0);
	expect(tasks.get('usual')).toMatchObject({ inMode: false, nextRunAt: null });
});

test('a clock that goes back does not leave tasks waiting for the old future', async () => {
	using workshop = await openWorkshop();
	const { task, starts } = counted('a');
	const { pass, sleep } = openTasks(workshop, [task]);
	await pass(3 * minute);
	starts.length = 0;
	sleep(-30 * 24 * hour);
	await pass(2 * hour);
	expect(starts.length).toBeGreaterThanOrEqual(1);
});

test('the real driver ticks, and a stop interrupts what runs', async () => {
	using workshop = await openWorkshop();
	const task = defineTask({
		id: 'a',
		title: 'A',
		every: '5s',
		startsAfter: '1ms',
		run: ({ signal }) =>
			new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
	});
	const { tasks } = openTasks(workshop, [task], { now: Date.now });
	tasks.start();
	await expect.poll(() => tasks.get('a').running, { timeout: 5_000 }).toBe(true);
	await tasks.stop(1_000);
	expect(tasks.get('a').lastRun).toMatchObject({ state: 'interrupted' });
});
