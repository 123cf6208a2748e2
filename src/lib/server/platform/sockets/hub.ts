import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { refusal } from '#core/access/permissions.ts';
import type { Actor } from '#core/access/permissions.ts';
import type { SocketRequest } from './request.ts';
import { createRing } from './ring.ts';
import { progressTopics, topicAccess } from './topics.ts';
import type { Message } from './topics.ts';

export interface Client {
	ws: WebSocket;
	actor: Actor;
	topics: Set<string>;
	/** It reads too slowly and missed something. */
	behind: boolean;
}

export interface Hub {
	clients: ReadonlySet<Client>;
	join(ws: WebSocket, actor: Actor): Client;
	leave(client: Client): void;
	obey(client: Client, request: SocketRequest): void;
	push(message: Message): void;
	/** Whether anybody listens to the topic. */
	heard(topic: string): boolean;
	/** How far the news of this run have come; whoever names it later hears what came after it. */
	position(): { epoch: string; seq: number };
	close(): void;
}

/** A client that has this much unread gets no more progress, and is told to reload once it has caught up. */
const slowBytes = 256 * 1024;
/** A client that has this much unread is cut off. */
const stuckBytes = 4 * 1024 * 1024;
const ringSize = 1000;
const reload: Message = { topic: '*' };

/** Who listens to what; every message is written out once, however many hear it. */
export function createHub({ progressMs }: { progressMs: number }): Hub {
	const clients = new Set<Client>();
	const subscribers = new Map<string, Set<Client>>();
	const ring = createRing(randomUUID(), ringSize);
	const progress = new Map<string, Message>();

	const frame = (message: Message, seq = ring.seq) => Buffer.from(JSON.stringify({ ...message, seq }));

	function broadcast(message: Message, seq?: number): void {
		const listening = subscribers.get(message.topic);
		if (!listening?.size) return;
		const bytes = frame(message, seq);
		for (const client of listening) deliver(client, bytes, message);
	}

	function subscribe(client: Client, topic: string): void {
		const fault = topicFault(topic, client.actor);
		if (fault) {
			const message: Message = { topic: 'error', data: { code: fault, topic } };
			return deliver(client, frame(message), message);
		}
		client.topics.add(topic);
		subscribers.set(topic, (subscribers.get(topic) ?? new Set()).add(client));
	}

	function unsubscribe(client: Client, topic: string): void {
		client.topics.delete(topic);
		subscribers.get(topic)?.delete(client);
	}

	const flush = setInterval(() => {
		for (const message of progress.values()) broadcast(message);
		progress.clear();
		for (const client of clients) {
			if (!client.behind || client.ws.bufferedAmount > 0) continue;
			client.behind = false;
			deliver(client, frame(reload), reload);
		}
	}, progressMs).unref();

	return {
		clients,
		join(ws, actor) {
			const client: Client = { ws, actor, topics: new Set(), behind: false };
			clients.add(client);
			const hello: Message = { topic: 'hello', data: { epoch: ring.epoch } };
			deliver(client, frame(hello), hello);
			return client;
		},
		leave(client) {
			clients.delete(client);
			for (const topic of client.topics) subscribers.get(topic)?.delete(client);
		},
		obey(client, { subscribe: more = [], unsubscribe: less = [], since }) {
			for (const topic of less) unsubscribe(client, topic);
			for (const topic of more) subscribe(client, topic);
			if (!since) return;
			for (const message of ring.after(since) ?? [reload]) {
				if (message === reload || client.topics.has(message.topic)) deliver(client, frame(message), message);
			}
		},
		push(message) {
			if (progressTopics.has(message.topic)) progress.set(`${message.topic} ${message.id}`, message);
			else broadcast(message, ring.add(message));
		},
		heard: (topic) => Boolean(subscribers.get(topic)?.size),
		position: () => ({ epoch: ring.epoch, seq: ring.seq }),
		close: () => clearInterval(flush)
	};
}

function topicFault(topic: string, actor: Actor): string | undefined {
	if (!Object.hasOwn(topicAccess, topic)) return 'not_found';
	return refusal(topicAccess[topic]!, actor);
}

function deliver(client: Client, bytes: Buffer, message: Message): void {
	const { ws } = client;
	if (ws.bufferedAmount > stuckBytes) return ws.terminate();
	if (ws.bufferedAmount > slowBytes) client.behind ||= !progressTopics.has(message.topic);
	else ws.send(bytes, { binary: false });
}
