import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RequestEvent } from '@sveltejs/kit';
import { createSenderReader } from '../client-ip.ts';

/** How server.js and the development server reach the running app, which lives in another bundle. */
export interface Edge {
	/** Puts what is known about the sender into headers; answers false when the request names no valid host. */
	prepare(request: IncomingMessage): boolean;
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	stop(): Promise<void>;
}

interface EdgeDeps {
	trustedProxies: string[];
	upgrade: Edge['upgrade'];
	stop: Edge['stop'];
}

/** Only what `prepare` writes under these names is believed further in. */
export const clientHeader = 'x-bijou-client';
export const hostHeader = 'x-bijou-host';
const protocolHeader = 'x-bijou-proto';

const claims =
	/^(?:x-bijou-.*|x-forwarded(?:-.*)?|forwarded|via|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip)$/;

/** Who really asks. Without an edge in front (development before the app is up) the peer counts. */
export const clientAddress = (event: Pick<RequestEvent, 'request' | 'getClientAddress'>): string =>
	event.request.headers.get(clientHeader) ?? event.getClientAddress();

export function openEdge({ trustedProxies, upgrade, stop }: EdgeDeps): Edge {
	const senderOf = createSenderReader(trustedProxies);
	const edge: Edge = {
		prepare(request) {
			const { address, protocol, host } = senderOf(request);
			for (const name of Object.keys(request.headers)) if (claims.test(name)) delete request.headers[name];
			if (!host) return false;
			Object.assign(request.headers, {
				[clientHeader]: address,
				[hostHeader]: host,
				[protocolHeader]: protocol
			});
			return true;
		},
		upgrade(request, socket, head) {
			if (edge.prepare(request)) upgrade(request, socket, head);
			else socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
		},
		stop
	};
	(globalThis as Record<symbol, unknown>)[Symbol.for('bijou.edge')] = edge;
	return edge;
}
