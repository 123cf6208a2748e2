import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { rolePermissions } from '#core/access/permissions.ts';
import type { Actor, Role } from '#core/access/permissions.ts';
import type { Events } from '../events.ts';
import { createBus } from './bus.ts';
import { createSockets } from './sockets.ts';

interface Heard {
	topic: string;
	id?: unknown;
	data?: { epoch?: string; fraction?: number; code?: string };
	seq?: number;
}

const roles: Record<string, Role> = { boss: 'admin', child: 'guest' };

function actorOf(key: string | null): Actor | undefined {
	const role = roles[key ?? ''];
	return (
		role && {
			kind: 'key',
			userId: key!,
			name: key!,
			role,
			permissions: new Set(rolePermissions[role]),
			keyId: `key of ${key}`
		}
	);
}

async function startHouse(times = {}) {
	const log = pino({ level: 'silent' });
	const bus = createBus<Events>(log);
	const revoked = new Set<string>();
	const authenticate = async (headers: Headers) => {
		const key = headers.get('x-api-key');
		if (key === 'broken') throw new Error('the database is gone');
		return revoked.has(String(key)) ? undefined : actorOf(key);
	};
	const sockets = createSockets({ log, bus, authenticate, times: { progressMs: 20, ...times } });
	const server = createServer();
	server.on('upgrade', sockets.upgrade);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const open = async (key: string, headers = {}) =>
		join(`ws://127.0.0.1:${port}/ws`, { 'x-api-key': key, ...headers });
	return {
		bus,
		sockets,
		port,
		open,
		revoked,
		async [Symbol.asyncDispose]() {
			await sockets.close();
			server.closeAllConnections();
			server.close();
		}
	};
}

async function join(url: string, headers: Record<string, string>) {
	const ws = new WebSocket(url, { headers });
	const heard: Heard[] = [];
	ws.on('message', (bytes) => heard.push(JSON.parse(String(bytes)) as Heard));
	ws.on('error', () => undefined);
	const closed = once(ws, 'close').then(([code]) => code as number);
	await once(ws, 'open');
	const until = async (found: (message: Heard) => boolean) => {
		for (let waited = 0; !heard.some(found); waited += 5) {
			if (waited > 3000) throw new Error(`not heard; only ${JSON.stringify(heard)}`);
			await sleep(5);
		}
		return heard.find(found)!;
	};
	const hello = await until(({ topic }) => topic === 'hello');
	const say = (request: unknown) => ws.send(typeof request === 'string' ? request : JSON.stringify(request));
	return { ws, heard, until, say, closed, epoch: hello.data!.epoch!, seq: hello.seq! };
}

/** A subscription has arrived once an answer that was asked for behind it is back. */
async function subscribe(client: Awaited<ReturnType<typeof join>>, ...topics: string[]) {
	client.say({ subscribe: topics });
	client.say({ subscribe: ['no such topic'] });
	await client.until(({ data }) => data?.code === 'not_found');
}

async function refusedWith(port: number, path: string, headers: Record<string, string>): Promise<number> {
	const ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
	ws.on('error', () => undefined);
	const [, response] = (await once(ws, 'unexpected-response')) as [unknown, IncomingMessage];
	return response.statusCode!;
}

test('lets in who has a key, and only from the own origin', async () => {
	await using house = await startHouse();
	const key = { 'x-api-key': 'boss' };
	expect(await refusedWith(house.port, '/ws', {})).toBe(401);
	expect(await refusedWith(house.port, '/ws', { 'x-api-key': 'wrong' })).toBe(401);
	expect(await refusedWith(house.port, '/ws', { 'x-api-key': 'broken' })).toBe(500);
	expect(await refusedWith(house.port, '/other', key)).toBe(404);
	expect(await refusedWith(house.port, '/ws', { ...key, origin: 'https://evil.test' })).toBe(403);
	expect(await refusedWith(house.port, '/ws', { ...key, origin: 'null' })).toBe(403);
	await house.open('boss', { origin: `http://127.0.0.1:${house.port}` });
	expect(house.sockets.count()).toBe(1);
});

test('a fact reaches those who subscribed, and says what changed', async () => {
	await using house = await startHouse();
	const listening = await house.open('boss');
	const deaf = await house.open('boss');
	await subscribe(listening, 'jobs', 'settings');
	house.bus.emit('job.changed', { id: 7, kind: 'import', state: 'done' });
	house.bus.emit('settings.changed', { section: 'general' });
	expect(await listening.until(({ topic }) => topic === 'jobs')).toEqual({ topic: 'jobs', id: 7, seq: 1 });
	expect(await listening.until(({ topic }) => topic === 'settings')).toMatchObject({ id: 'general', seq: 2 });
	expect(deaf.heard.map(({ topic }) => topic)).toEqual(['hello']);
	listening.say({ unsubscribe: ['jobs'], subscribe: ['constructor'] });
	await listening.until(({ data }) => data?.code === 'not_found' && listening.heard.length > 4);
	house.bus.emit('job.changed', { id: 8, kind: 'import', state: 'done' });
	house.bus.emit('settings.changed', { section: 'later' });
	await listening.until(({ id }) => id === 'later');
	expect(listening.heard.some(({ id }) => id === 8)).toBe(false);
});

test('a guest hears nothing of topics that are not for guests', async () => {
	await using house = await startHouse();
	const guest = await house.open('child');
	guest.say({ subscribe: ['settings', 'tasks', 'backups'] });
	await guest.until(() => guest.heard.length === 4);
	expect(guest.heard.slice(1).map(({ data }) => data?.code)).toEqual(['forbidden', 'forbidden', 'forbidden']);
	house.bus.emit('settings.changed', { section: 'x' });
	await subscribe(guest, 'jobs');
	house.bus.emit('job.changed', { id: 1, kind: 'k', state: 'done' });
	await guest.until(({ topic }) => topic === 'jobs');
	expect(guest.heard.some(({ topic }) => topic === 'settings')).toBe(false);
});

test('of progress only the newest number of each id is sent', async () => {
	await using house = await startHouse();
	const client = await house.open('boss');
	await subscribe(client, 'job');
	for (let step = 1; step <= 100; step++) {
		house.bus.emit('job.progress', { id: 1, fraction: step / 100 });
		house.bus.emit('job.progress', { id: 2, fraction: step / 200 });
	}
	await client.until(({ id, data }) => id === 1 && data?.fraction === 1);
	await client.until(({ id, data }) => id === 2 && data?.fraction === 0.5);
	expect(client.heard.filter(({ topic }) => topic === 'job').length).toBeLessThan(5);
});

test('who was away hears what it missed, once each', async () => {
	await using house = await startHouse();
	const before = await house.open('boss');
	before.ws.close();
	for (const id of [1, 2, 1]) house.bus.emit('job.changed', { id, kind: 'k', state: 'done' });
	house.bus.emit('settings.changed', { section: 'not asked for' });
	const after = await house.open('boss');
	after.say({ subscribe: ['jobs'], since: { epoch: before.epoch, seq: before.seq } });
	await after.until(() => after.heard.length === 3);
	expect(after.heard.slice(1).map(({ topic, id }) => [topic, id])).toEqual([
		['jobs', 1],
		['jobs', 2]
	]);
});

test.each([
	['the server was restarted', () => ({ epoch: 'another', seq: 0 })],
	['too much has happened', (epoch: string) => ({ epoch, seq: 0 })],
	['the number is from the future', (epoch: string) => ({ epoch, seq: 999_999 })]
])('who was away is told to reload everything when %s', async (_, since) => {
	await using house = await startHouse();
	const first = await house.open('boss');
	for (let id = 0; id < 1100; id++) house.bus.emit('job.changed', { id, kind: 'k', state: 'done' });
	const client = await house.open('boss');
	client.say({ subscribe: ['jobs'], since: since(first.epoch) });
	expect(await client.until(({ topic }) => topic === '*')).toMatchObject({ seq: 1100 });
});

test.each([
	['no JSON', 'hello', 1007],
	['another shape', '{"subscribe":"jobs"}', 1007],
	['too big', `{"subscribe":["${'x'.repeat(20_000)}"]}`, 1009]
])('a client that sends %s is closed', async (_, text, code) => {
	await using house = await startHouse();
	const client = await house.open('boss');
	client.say(text);
	expect(await client.closed).toBe(code);
});

test('a client that talks without end is closed', async () => {
	await using house = await startHouse();
	const client = await house.open('boss');
	for (let i = 0; i < 200; i++) client.say({ subscribe: [] });
	expect(await client.closed).toBe(1008);
});

test('ending a session closes its sockets at once, and no others', async () => {
	await using house = await startHouse();
	const boss = await house.open('boss');
	const child = await house.open('child');
	house.revoked.add('boss');
	house.bus.emit('rights.changed', {});
	expect(await boss.closed).toBe(4401);
	expect(child.ws.readyState).toBe(WebSocket.OPEN);
});

test('a session that ended silently is found', async () => {
	await using house = await startHouse({ heartbeatMs: 20, recheckMs: 40 });
	const client = await house.open('boss');
	house.revoked.add('boss');
	expect(await client.closed).toBe(4401);
});

test('who may do less than before has to come again', async () => {
	await using house = await startHouse({ heartbeatMs: 20, recheckMs: 40 });
	const client = await house.open('boss');
	roles['boss'] = 'guest';
	expect(await client.closed).toBe(1012);
	roles['boss'] = 'admin';
});

test('a client that does not answer the heartbeat is dropped', async () => {
	await using house = await startHouse({ heartbeatMs: 30 });
	const alive = await house.open('boss');
	const dead = await house.open('boss');
	(dead.ws as unknown as { _socket: Socket })._socket.pause();
	while (house.sockets.count() > 1) await sleep(10);
	await sleep(100);
	expect(alive.ws.readyState).toBe(WebSocket.OPEN);
	dead.ws.terminate();
});

test('a client that reads too slowly is spared, then told to reload', async () => {
	await using house = await startHouse();
	const client = await house.open('boss');
	await subscribe(client, 'providers');
	const { _socket: socket } = client.ws as unknown as { _socket: Socket };
	socket.pause();
	const port = 'x'.repeat(1000);
	for (let id = 0; id < 40_000; id++) {
		house.sockets.push({ topic: 'providers', id, data: port });
		if (id % 1000 === 0) await sleep(1);
	}
	socket.resume();
	await client.until(({ topic }) => topic === '*');
	const got = client.heard.filter(({ topic }) => topic === 'providers').length;
	expect(got).toBeGreaterThan(100);
	expect(got).toBeLessThan(40_000);
});

test('at the end everybody is sent away politely', async () => {
	const house = await startHouse();
	const client = await house.open('boss');
	await house[Symbol.asyncDispose]();
	expect(await client.closed).toBe(1012);
	expect(house.sockets.count()).toBe(0);
});
