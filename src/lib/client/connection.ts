import { reconnectDelay } from './reconnect.ts';

export interface LiveMessage {
	topic: string;
	id?: string | number;
	data?: unknown;
	seq?: number;
}

/** A tab that nobody looks at gives its socket back after this long. */
const hiddenLimitMs = 5 * 60_000;
/** The server closes with this when the session has ended; coming back would not help. */
const signedOut = 4401;

const watchers = new Set<(connected: boolean) => void>();
const listeners = new Map<string, Set<(message: LiveMessage) => void>>();
let socket: WebSocket | undefined;
let attempt = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let hidden: ReturnType<typeof setTimeout> | undefined;
/** The run of the server, and how far it was heard. */
let epoch = '';
let last: { epoch: string; seq: number } | undefined;
let watching = false;

/** What the page shows is as of then: the first connection catches up from there. */
export function hearSince(drawnAt: { epoch: string; seq: number }): void {
	last ??= drawnAt;
}

/** Listens to a topic over the tab's one socket; returns the way to stop. */
export function listen(topic: string, listener: (message: LiveMessage) => void): () => void {
	watchVisibility();
	const set = listeners.get(topic) ?? new Set();
	listeners.set(topic, set.add(listener));
	if (set.size === 1) send({ subscribe: [topic] });
	connect();
	return () => {
		set.delete(listener);
		if (set.size > 0) return;
		listeners.delete(topic);
		send({ unsubscribe: [topic] });
	};
}

/** Tells when the live connection opens and when it is lost; says nothing before the first attempt. */
export function watchConnection(listener: (connected: boolean) => void): () => void {
	watchers.add(listener);
	return () => watchers.delete(listener);
}

function announce(connected: boolean): void {
	for (const listener of watchers) listener(connected);
}

function send(request: object): void {
	if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request));
}

function connect(): void {
	if (socket || listeners.size === 0 || document.visibilityState === 'hidden') return;
	clearTimeout(retry);
	const opened = new WebSocket(new URL('/ws', location.href.replace(/^http/, 'ws')));
	socket = opened;
	opened.onopen = () => {
		attempt = 0;
		announce(true);
		send({ subscribe: [...listeners.keys()], ...(last && { since: last }) });
	};
	opened.onmessage = ({ data }) => receive(JSON.parse(String(data)) as LiveMessage);
	opened.onclose = ({ code }) => {
		if (socket !== opened) return;
		socket = undefined;
		announce(false);
		if (code !== signedOut) retry = setTimeout(connect, reconnectDelay(attempt++, Math.random()));
	};
}

function receive(message: LiveMessage): void {
	if (message.topic === 'hello') {
		// While something is to be caught up, the place reached before is what counts.
		({ epoch } = message.data as { epoch: string });
		last ??= { epoch, seq: message.seq ?? 0 };
		return;
	}
	if (last && message.seq !== undefined) last = { ...last, seq: message.seq };
	if (message.topic !== '*') return tell(listeners.get(message.topic), message);
	last = { epoch, seq: message.seq ?? 0 };
	for (const set of listeners.values()) tell(set, message);
}

function tell(set: Iterable<(message: LiveMessage) => void> | undefined, message: LiveMessage): void {
	for (const listener of [...(set ?? [])]) listener(message);
}

function disconnect(): void {
	const closing = socket;
	socket = undefined;
	clearTimeout(retry);
	closing?.close(1000);
}

function watchVisibility(): void {
	if (watching) return;
	watching = true;
	document.addEventListener('visibilitychange', () => {
		clearTimeout(hidden);
		if (document.visibilityState === 'hidden') hidden = setTimeout(disconnect, hiddenLimitMs);
		else {
			attempt = 0;
			connect();
		}
	});
	addEventListener('online', connect);
}
