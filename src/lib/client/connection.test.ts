import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { allPermissions } from '#core/access/permissions.ts';
import type { Actor } from '#core/access/permissions.ts';
import type { Events } from '#server/events.ts';
import { createBus } from '#server/platform/bus.ts';
import { createSockets } from '#server/platform/sockets.ts';
import type { LiveMessage } from './connection.ts';

const actor: Actor = {
	kind: 'user',
	userId: 'ada',
	name: 'Ada',
	role: 'admin',
	permissions: new Set(allPermissions)
};

async function startHouse(port = 0) {
	const log = pino({ level: 'silent' });
	const bus = createBus<Events>(log);
	let signedIn = true;
	const authenticate = async () => (signedIn ? actor : undefined);
	const sockets = createSockets({ log, bus, authenticate, times: { progressMs: 10 } });
	const signOut = () => {
		signedIn = false;
		bus.emit('rights.changed', {});
	};
	const server = createServer().on('upgrade', sockets.upgrade);
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const close = async () => {
		await sockets.close();
		await new Promise((resolve) => server.close(resolve));
	};
	return { bus, sockets, signOut, close, port: (server.address() as AddressInfo).port };
}

/** As much of a browser's tab as the connection looks at. */
const tab = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const show = (visibilityState: string) => {
	tab.visibilityState = visibilityState;
	tab.dispatchEvent(new Event('visibilitychange'));
};

let house: Awaited<ReturnType<typeof startHouse>>;
let listen: typeof import('./connection.ts').listen;
const stops: (() => void)[] = [];

beforeAll(async () => {
	house = await startHouse();
	vi.stubGlobal('document', tab);
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal('location', { href: `http://127.0.0.1:${house.port}/system/jobs` });
	({ listen } = await import('./connection.ts'));
	return () => house.close();
});
afterEach(() => stops.splice(0).forEach((stop) => stop()));

function hear(topic: string) {
	const heard: LiveMessage[] = [];
	stops.push(listen(topic, (message) => heard.push(message)));
	return heard;
}
const until = async (met: () => boolean) => {
	for (let waited = 0; !met(); waited += 10) {
		if (waited > 5000) throw new Error('waited in vain');
		await sleep(10);
	}
};
const change = (id: number) => house.bus.emit('job.changed', { id, kind: 'k', state: 'done' });

test('one socket serves every listener of the tab, until the last one of a topic leaves', async () => {
	const first = hear('jobs');
	const second = hear('jobs');
	const numbers = hear('job');
	await until(() => house.sockets.count() === 1);
	await sleep(50);
	change(1);
	house.bus.emit('job.progress', { id: 1, fraction: 0.5 });
	await until(() => first.length + second.length + numbers.length === 3);
	expect(numbers[0]).toMatchObject({ id: 1, data: { fraction: 0.5 } });
	stops.splice(0, 1)[0]!();
	change(2);
	await until(() => second.length === 2);
	expect(first.length).toBe(1);
	expect(house.sockets.count()).toBe(1);
});

test('after a broken connection it comes back and hears what it missed', async () => {
	const heard = hear('jobs');
	await until(() => house.sockets.count() === 1);
	await sleep(50);
	change(1);
	await until(() => heard.length === 1);
	const { port } = house;
	await house.close();
	house = await startHouse(port);
	await until(() => house.sockets.count() === 1);
	// Another run of the server cannot know what was missed, so everything is to be loaded again.
	await until(() => heard.length === 2);
	expect(heard[1]!.topic).toBe('*');
	change(2);
	await until(() => heard.length === 3);
	expect(heard[2]).toMatchObject({ topic: 'jobs', id: 2 });
});

test('a tab hidden for long gives its socket back and catches up when it is seen again', async () => {
	const heard = hear('jobs');
	await until(() => house.sockets.count() === 1);
	await sleep(50);
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	show('hidden');
	vi.advanceTimersByTime(5 * 60_000);
	vi.useRealTimers();
	await until(() => house.sockets.count() === 0);
	change(3);
	change(4);
	expect(heard).toEqual([]);
	show('visible');
	await until(() => heard.length === 2);
	expect(heard.map(({ id }) => id)).toEqual([3, 4]);
});

test('a signed-out tab does not knock again', async () => {
	hear('jobs');
	await until(() => house.sockets.count() === 1);
	house.signOut();
	await until(() => house.sockets.count() === 0);
	await sleep(1200);
	expect(house.sockets.count()).toBe(0);
});

test('what changed between the drawing of a page and its first connection is heard', async () => {
	const { port } = house;
	await house.close();
	house = await startHouse(port);
	vi.resetModules();
	const fresh = await import('./connection.ts');
	const drawnAt = house.sockets.position();
	change(7);
	fresh.hearSince(drawnAt);
	const heard: LiveMessage[] = [];
	stops.push(fresh.listen('jobs', (message) => heard.push(message)));
	await until(() => heard.length === 1);
	expect(heard[0]).toMatchObject({ topic: 'jobs', id: 7 });
});
