import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Actor } from '#core/access/permissions.ts';
import type { Events } from '../events.ts';
import type { Bus } from './bus.ts';
import type { Log } from './log.ts';
import { createRate } from './rate.ts';
import { createHub } from './sockets/hub.ts';
import type { Client } from './sockets/hub.ts';
import { readRequest } from './sockets/request.ts';
import { translation } from './sockets/topics.ts';
import type { Message } from './sockets/topics.ts';
import { clientHeader } from './web/edge.ts';
import { sameOrigin } from './web/origin.ts';

export interface Sockets {
	/** For the HTTP server's `upgrade` event; everything but /ws is refused. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** To everybody who subscribed to the topic. */
	push(message: Message): void;
	/** Whether anybody listens to the topic. */
	heard(topic: string): boolean;
	/** Open sockets. */
	/** How far the news have come, for a page that is drawn now and listens later. */
	position(): { epoch: string; seq: number };
	count(): number;
	close(): Promise<void>;
}

export type Authenticate = (headers: Headers, address: string) => Promise<Actor | undefined>;

interface SocketTimes {
	heartbeatMs: number;
	/** Progress is gathered for so long. */
	progressMs: number;
	/** Sessions end without a word; so often is looked whether they have. */
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

interface Visitor {
	headers: Headers;
	address: string;
	alive: boolean;
	checkedAt: number;
}

const maxSockets = 5000;
const usualTimes: SocketTimes = { heartbeatMs: 30_000, progressMs: 100, recheckMs: 300_000 };

export function createSockets({ log, bus, authenticate, origin, times }: SocketsDeps): Sockets {
	const { heartbeatMs, progressMs, recheckMs } = { ...usualTimes, ...times };
	const server = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024, perMessageDeflate: false });
	const hub = createHub({ progressMs });
	const visitors = new Map<Client, Visitor>();
	let closing = false;

	async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
		const headers = toHeaders(request.headers);
		const address = headers.get(clientHeader) ?? request.socket.remoteAddress ?? '';
		if (!/^\/ws(?:\?|$)/.test(request.url ?? '')) return refuse(socket, '404 Not Found');
		const from = headers.get('origin');
		if (from && !sameOrigin(from, headers, origin)) return refuse(socket, '403 Forbidden');
		if (closing || visitors.size >= maxSockets) return refuse(socket, '503 Service Unavailable');
		const actor = await authenticate(headers, address);
		if (!actor) return refuse(socket, '401 Unauthorized');
		if (closing || socket.destroyed) return void socket.destroy();
		server.handleUpgrade(request, socket, head, (ws) => welcome(ws, actor, { headers, address }));
	}

	function welcome(ws: WebSocket, actor: Actor, from: Pick<Visitor, 'headers' | 'address'>): void {
		const client = hub.join(ws, actor);
		const visitor: Visitor = { ...from, alive: true, checkedAt: Date.now() };
		visitors.set(client, visitor);
		const rate = createRate({ max: 60, perSeconds: 10 });
		ws.on('pong', () => void (visitor.alive = true));
		ws.on('error', () => ws.terminate());
		ws.on('close', () => {
			visitors.delete(client);
			hub.leave(client);
		});
		ws.on('message', (bytes, isBinary) => {
			if (rate.take('') > 0) return ws.close(1008, 'too many messages');
			const request = isBinary ? undefined : readRequest(String(bytes));
			if (!request) return ws.close(1007, 'send JSON such as {"subscribe":["jobs"]}');
			hub.obey(client, request);
		});
	}

	async function recheck(client: Client, visitor: Visitor): Promise<void> {
		visitor.checkedAt = Date.now();
		const actor = await authenticate(visitor.headers, visitor.address).catch(() => client.actor);
		if (!actor) signOut(client.ws);
		else if (!sameRights(actor, client.actor)) client.ws.close(1012, 'rights have changed');
	}

	const beat = setInterval(() => {
		for (const [client, visitor] of visitors) {
			if (!visitor.alive) {
				client.ws.terminate();
				continue;
			}
			visitor.alive = false;
			client.ws.ping();
			if (Date.now() - visitor.checkedAt >= recheckMs) void recheck(client, visitor);
		}
	}, heartbeatMs).unref();

	const stopListening = bus.onAny((name, fact) => {
		if (name === 'rights.changed') for (const [client, visitor] of visitors) void recheck(client, visitor);
		const message = (translation[name] as ((fact: unknown) => Message) | undefined)?.(fact);
		if (message) hub.push(message);
	});

	return {
		upgrade(request, socket, head) {
			socket.on('error', () => socket.destroy());
			admit(request, socket, head).catch((error: unknown) => {
				log.error({ err: error }, 'a socket could not be opened');
				refuse(socket, '500 Internal Server Error');
			});
		},
		push: (message) => hub.push(message),
		heard: (topic) => hub.heard(topic),
		position: () => hub.position(),
		count: () => visitors.size,
		async close() {
			closing = true;
			stopListening();
			clearInterval(beat);
			hub.close();
			await Promise.all([...visitors.keys()].map(({ ws }) => farewell(ws)));
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

const sameRights = (a: Actor, b: Actor) => a.permissions.symmetricDifference(b.permissions).size === 0;

/** The browser side does not come back after this code. */
const signOut = (ws: WebSocket) => ws.close(4401, 'signed out');

const farewell = (ws: WebSocket) =>
	new Promise<void>((resolve) => {
		const late = setTimeout(() => ws.terminate(), 1000);
		ws.once('close', () => {
			clearTimeout(late);
			resolve();
		});
		ws.close(1012, 'the server restarts');
	});
