import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import type { Edge } from './lib/server/platform/web/edge.ts';

const edge = () => (globalThis as Record<symbol, unknown>)[Symbol.for('bijou.edge')] as Edge | undefined;

/** What server.js does in production: true senders in the headers, /ws on the same port, an orderly stop. */
export function devSockets(): Plugin {
	return {
		name: 'bijou-dev-sockets',
		apply: 'serve',
		configureServer({ httpServer, middlewares }) {
			middlewares.use((request: IncomingMessage, response, next) => {
				if (edge()?.prepare(request) === false) response.writeHead(400).end('The Host header is not valid.');
				else next();
			});
			httpServer?.on('upgrade', (request, socket, head) => {
				if (request.url?.startsWith('/ws')) edge()?.upgrade(request, socket, head);
			});
			// Kit starts the app at the first request; tasks and sockets should not wait for a browser.
			httpServer?.once('listening', () => {
				const { port } = httpServer.address() as AddressInfo;
				void fetch(`http://localhost:${port}/api/health`).catch(() => undefined);
			});
			httpServer?.once('close', () => void edge()?.stop());
		}
	};
}
