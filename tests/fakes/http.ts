import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** The body as JSON. */
	json(): unknown;
}

export interface FakeReply {
	status?: number;
	headers?: Record<string, string | string[]>;
	/** Objects are sent as JSON. */
	body?: string | Buffer | object;
	/** Takes over the raw response, for servers that misbehave. */
	raw?: (response: ServerResponse, request: IncomingMessage) => void;
}

export type FakeHandler = (request: FakeRequest) => FakeReply | string | Promise<FakeReply | string>;

export interface FakeServer extends AsyncDisposable {
	url: string;
	port: number;
	/** Everything that was asked, in order. */
	requests: FakeRequest[];
	/** Answers differently from now on. */
	reply(handler: FakeHandler): void;
	server: Server;
	close(): Promise<void>;
}

/** A real HTTP server on a free port: `await using server = await startFake(() => 'hello')`. */
export async function startFake(first: FakeHandler, options: { host?: string } = {}): Promise<FakeServer> {
	const host = options.host ?? '127.0.0.1';
	const requests: FakeRequest[] = [];
	let handler = first;
	const server = createServer(async (incoming, response) => {
		const request = await read(incoming);
		requests.push(request);
		try {
			const reply = await handler(request);
			send(incoming, response, typeof reply === 'string' ? { body: reply } : reply);
		} catch (error) {
			response.writeHead(500).end(String(error));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, host, resolve));
	const { port } = server.address() as AddressInfo;
	const close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	return {
		url,
		port,
		requests,
		server,
		reply: (next) => void (handler = next),
		close,
		[Symbol.asyncDispose]: close
	};
}

async function read(incoming: IncomingMessage): Promise<FakeRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks);
	const url = new URL(incoming.url ?? '/', 'http://fake');
	return {
		method: incoming.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		headers: incoming.headers,
		body,
		json: () => JSON.parse(body.toString())
	};
}

function send(incoming: IncomingMessage, response: ServerResponse, reply: FakeReply): void {
	if (reply.raw) return reply.raw(response, incoming);
	const plain = reply.body === undefined || typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
	const headers = plain ? reply.headers : { 'content-type': 'application/json', ...reply.headers };
	response.writeHead(reply.status ?? 200, headers);
	response.end(plain ? reply.body : JSON.stringify(reply.body));
}
