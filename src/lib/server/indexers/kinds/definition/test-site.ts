import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createHttp } from '#server/platform/http.ts';
import { createWorkers } from '#server/platform/workers.ts';
import { createDefinitionIndexer, type DefinitionIndexerOptions } from './definition-indexer.ts';

export interface SiteRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	cookie: string;
	headers: IncomingMessage['headers'];
	body: string;
	at: number;
}
export interface SiteAnswer {
	status?: number;
	type?: string;
	headers?: Record<string, string | string[]>;
	body?: string | Buffer;
}

/** A site on this machine, for tests: what it answers is decided request by request. */
export async function startSite(answer: (request: SiteRequest) => SiteAnswer | undefined) {
	const requests: SiteRequest[] = [];
	const server = createServer(async (incoming, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of incoming) chunks.push(chunk as Buffer);
		const url = new URL(incoming.url!, 'http://site');
		const request: SiteRequest = {
			method: incoming.method!,
			path: url.pathname,
			query: url.searchParams,
			cookie: incoming.headers.cookie ?? '',
			headers: incoming.headers,
			body: Buffer.concat(chunks).toString('latin1'),
			at: Date.now()
		};
		requests.push(request);
		const {
			status = 200,
			type = 'text/html',
			headers = {},
			body = ''
		} = answer(request) ?? { status: 404, body: 'not here' };
		response.writeHead(status, { 'content-type': type, ...headers });
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		requests,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

/** The real engine on the real HTTP client and real threads. */
export function createBench() {
	const log = pino({ level: 'silent' });
	const workers = createWorkers({ log });
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: 'test', backoffMs: 5 });
	return {
		indexer: (options: Pick<DefinitionIndexerOptions, 'definition'> & Partial<DefinitionIndexerOptions>) =>
			createDefinitionIndexer({ settings: {}, http, workers, log, ...options }),
		async close() {
			await workers.close();
			await http.close();
		}
	};
}
