import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import pino from 'pino';
import { expect, test, vi } from 'vitest';
import type { Events } from '#server/events.ts';
import { createBus } from '#server/platform/bus.ts';
import { closeDb, openDb } from '#server/platform/db.ts';
import type { Check, CheckResult } from '#server/platform/module.ts';
import { projectRoot } from '#server/platform/root.ts';
import { createHealth } from './health.ts';

const log = pino({ level: 'silent' });

function house(checks: Check[]) {
	const folder = mkdtempSync(join(tmpdir(), 'bijou-health-'));
	const db = openDb({
		file: join(folder, 'bijou.db'),
		migrations: join(projectRoot, 'drizzle'),
		backups: folder,
		log
	});
	const bus = createBus<Events>(log);
	const facts: Events['health.changed'][] = [];
	bus.on('health.changed', (fact) => facts.push(fact));
	const clock = { now: 1_000_000 };
	const health = createHealth({ db, bus, log, version: '1.2.3', checks: () => checks, now: () => clock.now });
	return { db, health, clock, facts };
}

const ready: CheckResult = { state: 'ready', message: 'fine' };
const check = (name: string, run: Check['run'], essential = false): Check => ({
	name,
	title: name,
	run,
	essential
});

test('the house is alive while its database answers', () => {
	const { db, health, clock } = house([]);
	clock.now += 90_500;
	expect(health.alive()).toEqual({ status: 'ok', version: '1.2.3', uptimeSeconds: 90 });
	closeDb(db);
	expect(() => health.alive()).toThrow('does not answer');
});

test('what is not essential may be amiss, and the house is ready all the same', async () => {
	const amiss: CheckResult = {
		state: 'needs-configuration',
		message: 'no key',
		action: { label: 'Add', href: '/x' }
	};
	const { db, health } = house([check('a', () => ready, true), check('b', () => amiss)]);
	expect(await health.ready()).toEqual({
		ready: true,
		checks: [
			{ name: 'b', ok: false, message: 'no key' },
			{ name: 'a', ok: true, message: 'fine' }
		]
	});
	closeDb(db);
});

test('without an essential the house is not ready; a failing check is a finding with its reason', async () => {
	const broken = () => {
		throw new Error('disk on fire');
	};
	const { db, health } = house([check('a', () => ready), check('b', broken, true)]);
	const { ready: isReady, checks } = await health.ready();
	expect(isReady).toBe(false);
	expect(checks[0]).toEqual({ name: 'b', ok: false, message: 'The check failed: disk on fire' });
	closeDb(db);
});

test('a check that never ends does not hold up the others', async () => {
	vi.useFakeTimers();
	const { db, health } = house([
		check('a', () => new Promise<CheckResult>(() => undefined)),
		check('b', () => ready)
	]);
	const findings = health.findings();
	await vi.advanceTimersByTimeAsync(5_000);
	expect((await findings)[0]).toMatchObject({ name: 'a', state: 'degraded' });
	vi.useRealTimers();
	closeDb(db);
});

test('whoever asks often gets the last answer, and a change is announced once', async () => {
	let state: CheckResult['state'] = 'ready';
	const run = vi.fn(() => ({ state, message: state }));
	const { db, health, clock, facts } = house([check('a', run)]);
	await health.ready();
	await health.ready();
	expect(run).toHaveBeenCalledTimes(1);
	state = 'degraded';
	clock.now += 10_000;
	await health.ready();
	await health.findings({ fresh: true });
	expect(run).toHaveBeenCalledTimes(3);
	expect(facts).toMatchObject([{ name: 'a', state: 'degraded', title: 'a' }]);
	closeDb(db);
});
