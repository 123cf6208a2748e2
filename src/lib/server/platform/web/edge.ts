import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RequestEvent } from '@sveltejs/kit';
import { createSenderReader } from '../client-ip.ts';

/** How server.js and the development server reach the running app, which lives in another bundle. */
export interface Edge {
	/** Puts what is known about the sender into headers; answers false when the request names no valid host. */
	prepare(request: IncomingMessage): boolean;
	/** Answers by the short way what needs no more; false, at once or later, leaves the request to Kit. */
	answer?(request: IncomingMessage, response: ServerResponse): Promise<boolean> | false;
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	stop(): Promise<void>;
}

const place = Symbol.for('bijou.edge');

interface EdgeDeps {
	trustedProxies: string[];
	upgrade: Edge['upgrade'];
	stop: Edge['stop'];
}

/** Only what `prepare` writes under these names is believed further in. */
export const clientHeader = 'x-bijou-client';
export const hostHeader = 'x-bijou-host';
const protocolHeader = 'x-bijou-proto';

/** The address of the house as this request knows it; `prepare` has checked the host. */
export const originOf = ({ headers }: IncomingMessage): string =>
	`${headers[protocolHeader] as string}://${headers[hostHeader] as string}`;

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
	(globalThis as Record<symbol, unknown>)[place] = edge;
	return edge;
}

/** The edge that stands, once the app is up. */
export const standingEdge = () => (globalThis as Record<symbol, unknown>)[place] as Edge | undefined;
