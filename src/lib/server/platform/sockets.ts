import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { refusal } from '#core/access/permissions.ts';
import type { Actor } from '#core/access/permissions.ts';
import type { Events } from '../events.ts';
import type { Bus } from './bus.ts';
import type { Log } from './log.ts';
import { createRate } from './rate.ts';
import { readRequest } from './sockets/request.ts';
import type { SocketRequest } from './sockets/request.ts';
import { createRing } from './sockets/ring.ts';
import { progressTopics, topicAccess, translation } from './sockets/topics.ts';
import type { Message } from './sockets/topics.ts';
import { clientHeader } from './web/edge.ts';
import { sameOrigin } from './web/origin.ts';

export interface Sockets {
	/** For the HTTP server's `upgrade` event; everything but /ws is refused. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** To everybody who subscribed to the topic. */
	push(message: Message): void;
	/** When a session, a key or all rights of somebody end. */
	closeFor(userId: string, only?: { sessionId?: string; keyId?: string }): void;
	/** Open sockets. */
	count(): number;
	close(): Promise<void>;
}

export type Authenticate = (headers: Headers, address: string) => Promise<Actor | undefined>;

export interface SocketTimes {
	heartbeatMs: number;
	progressMs: number;
	recheckMs: number;
}

interface SocketsDeps {
	log: Log;
	bus: Bus<Events>;
	authenticate: Authenticate;
	/** The configured address of the house. */
	origin?: string;
	times?: Partial<SocketTimes>;
}

interface Client {
	ws: WebSocket;
	actor: Actor;
	headers: Headers;
	address: string;
	topics: Set<string>;
	alive: boolean;
	checkedAt: number;
	/** It reads too slowly and missed something. */
	behind: boolean;
}

const maxSockets = 5000;
const slowBytes = 256 * 1024;
const stuckBytes = 4 * 1024 * 1024;
const ringSize = 1000;
const reload: Message = { topic: '*' };
const usualTimes: SocketTimes = { heartbeatMs: 30_000, progressMs: 200, recheckMs: 300_000 };

export function createSockets({ log, bus, authenticate, origin, times }: SocketsDeps): Sockets {
	const { heartbeatMs, progressMs, recheckMs } = { ...usualTimes, ...times };
	const server = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024, perMessageDeflate: false });
	const clients = new Set<Client>();
	const subscribers = new Map<string, Set<Client>>();
	const ring = createRing(randomUUID(), ringSize);
	const progress = new Map<string, Message>();
	let closing = false;

	const frame = (message: Message, seq = ring.seq) => Buffer.from(JSON.stringify({ ...message, seq }));

	const deliver = (client: Client, bytes: Buffer, message: Message) => {
		if (client.ws.bufferedAmount > stuckBytes) return client.ws.terminate();
		if (client.ws.bufferedAmount > slowBytes) {
			client.behind ||= !progressTopics.has(message.topic);
			return;
		}
		client.ws.send(bytes, { binary: false });
	};

	/** Written out once, however many listen. */
	const broadcast = (message: Message, seq?: number) => {
		const listening = subscribers.get(message.topic);
		if (!listening?.size) return;
		const bytes = frame(message, seq);
		for (const client of listening) deliver(client, bytes, message);
	};

	const push = (message: Message) => {
		if (progressTopics.has(message.topic)) progress.set(`${message.topic} ${message.id}`, message);
		else broadcast(message, ring.add(message));
	};

	const subscribe = (client: Client, topic: string) => {
		const access = topicAccess[topic];
		if (!access || refusal(access, client.actor)) {
			client.ws.send(
				JSON.stringify({ topic: 'error', data: { code: access ? 'forbidden' : 'not_found', topic } })
			);
			return;
		}
		client.topics.add(topic);
		const listening = subscribers.get(topic) ?? new Set();
		subscribers.set(topic, listening.add(client));
	};

	const unsubscribe = (client: Client, topic: string) => {
		client.topics.delete(topic);
		subscribers.get(topic)?.delete(client);
	};

	const obey = (client: Client, { subscribe: more, unsubscribe: less, since }: SocketRequest) => {
		for (const topic of less ?? []) unsubscribe(client, topic);
		for (const topic of more ?? []) subscribe(client, topic);
		if (!since) return;
		const missed = ring.after(since) ?? [reload];
		for (const message of missed) {
			if (message === reload || client.topics.has(message.topic)) deliver(client, frame(message), message);
		}
	};

	const welcome = (ws: WebSocket, who: Pick<Client, 'actor' | 'headers' | 'address'>) => {
		const client: Client = {
			ws,
			...who,
			topics: new Set(),
			alive: true,
			checkedAt: Date.now(),
			behind: false
		};
		const rate = createRate({ max: 60, perSeconds: 10 });
		clients.add(client);
		ws.on('pong', () => void (client.alive = true));
		ws.on('error', () => ws.terminate());
		ws.on('close', () => {
			clients.delete(client);
			for (const topic of client.topics) subscribers.get(topic)?.delete(client);
		});
		ws.on('message', (bytes, isBinary) => {
			const request = isBinary ? undefined : readRequest(String(bytes));
			if (rate.take('') > 0) return ws.close(1008, 'too many messages');
			if (!request) return ws.close(1007, 'send JSON such as {"subscribe":["jobs"]}');
			obey(client, request);
		});
		ws.send(JSON.stringify({ topic: 'hello', data: { epoch: ring.epoch }, seq: ring.seq }));
	};

	const recheck = async (client: Client) => {
		client.checkedAt = Date.now();
		const actor = await authenticate(client.headers, client.address).catch(() => client.actor);
		if (actor) client.actor = actor;
		else client.ws.close(4401, 'signed out');
	};

	const beat = setInterval(() => {
		for (const client of clients) {
			if (!client.alive) {
				client.ws.terminate();
				continue;
			}
			client.alive = false;
			client.ws.ping();
			if (Date.now() - client.checkedAt > recheckMs) void recheck(client);
		}
	}, heartbeatMs).unref();

	const flush = setInterval(() => {
		for (const message of progress.values()) broadcast(message);
		progress.clear();
		for (const client of clients) {
			if (!client.behind || client.ws.bufferedAmount > 0) continue;
			client.behind = false;
			deliver(client, frame(reload), reload);
		}
	}, progressMs).unref();

	const admit = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		const headers = toHeaders(request.headers);
		const address = headers.get(clientHeader) ?? request.socket.remoteAddress ?? '';
		if (new URL(request.url ?? '/', 'http://x').pathname !== '/ws') return refuse(socket, '404 Not Found');
		const from = headers.get('origin');
		if (from && !sameOrigin(from, headers, origin)) return refuse(socket, '403 Forbidden');
		if (closing || clients.size >= maxSockets) return refuse(socket, '503 Service Unavailable');
		const actor = await authenticate(headers, address);
		if (!actor) return refuse(socket, '401 Unauthorized');
		if (closing || socket.destroyed) return socket.destroy();
		server.handleUpgrade(request, socket, head, (ws) => welcome(ws, { actor, headers, address }));
	};

	const stopListening = bus.onAny((name, fact) => {
		const message = (translation[name] as ((fact: unknown) => Message) | undefined)?.(fact);
		if (message) push(message);
	});

	return {
		upgrade(request, socket, head) {
			socket.on('error', () => socket.destroy());
			admit(request, socket, head).catch((error: unknown) => {
				log.error({ err: error }, 'a socket could not be opened');
				refuse(socket, '500 Internal Server Error');
			});
		},
		push,
		closeFor(userId, only = {}) {
			for (const { actor, ws } of clients) {
				const { sessionId, keyId } = actor;
				const meant =
					(!only.sessionId || only.sessionId === sessionId) && (!only.keyId || only.keyId === keyId);
				if (actor.userId === userId && meant) ws.close(4401, 'signed out');
			}
		},
		count: () => clients.size,
		async close() {
			closing = true;
			stopListening();
			clearInterval(beat);
			clearInterval(flush);
			await Promise.all([...clients].map(({ ws }) => farewell(ws)));
			server.close();
		}
	};
}

function toHeaders(raw: IncomingHttpHeaders): Headers {
	const headers = new Headers();
	for (const [name, values] of Object.entries(raw)) {
		for (const value of [values ?? []].flat()) headers.append(name, value);
	}
	return headers;
}

const refuse = (socket: Duplex, status: string) =>
	void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);

const farewell = (ws: WebSocket) =>
	new Promise<void>((resolve) => {
		const late = setTimeout(() => ws.terminate(), 1000);
		ws.once('close', () => {
			clearTimeout(late);
			resolve();
		});
		ws.close(1012, 'the server restarts');
	});
