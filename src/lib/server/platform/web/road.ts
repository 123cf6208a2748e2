import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setResponse } from '@sveltejs/kit/node';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import type { Actor } from '#core/access/permissions.ts';
import type { App } from '#server/app.ts';
import { toAppError } from '../errors.ts';
import type { AppError } from '../errors.ts';
import { compress, packed } from './compress.ts';
import { clientHeader, originOf } from './edge.ts';
import { finished, safeHeaders } from './handle.ts';
import type { DrawnPage, PageMemory } from './page-memory.ts';
import { errorAnswer, unlessKnown } from './reply.ts';
import type { Reply } from './reply.ts';
import { createRouteTree } from './route-tree.ts';
import type { FoundRoute, RouteModules } from './route-tree.ts';
import type { ApiEvent, ApiHandler } from './spec.ts';

/** What a house says to a request before its route is asked. */
export interface Admission {
	actor?: Actor | undefined;
	refused?: AppError;
	/** Where to go instead. */
	elsewhere?: string;
}

interface RoadDeps {
	app: App;
	routes: RouteModules;
	pages: Pick<PageMemory, 'find'>;
	admit(pathname: string, headers: Headers, ip: string): Promise<Admission>;
}

/** Answers a request, or leaves it to Kit: then at once with false, or later. */
type Road = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | false;

interface Visit {
	request: IncomingMessage;
	response: ServerResponse;
	url: URL;
	headers: Headers;
	ip: string;
	requestId: string;
	startedAt: number;
}

/**
 * The short way for reads: API routes, and pages that were drawn before. Kit does the same by way of web requests,
 * responses and streams, which cost several times what these answers cost. Who asks, what they may and what is answered
 * is settled by the same functions on both ways.
 */
export function createRoad({ app, routes, pages, admit }: RoadDeps): Road {
	const routeAt = createRouteTree(routes);

	async function toPage(visit: Visit, page: DrawnPage): Promise<boolean> {
		const drawn = await page.drawn;
		if (!drawn) return false;
		const { actor, refused, elsewhere } = await admit(visit.url.pathname, visit.headers, visit.ip);
		if (elsewhere || (!refused && !actor)) return false;
		const reply = refused ? errorAnswer(refused, visit.requestId) : unlessKnown(askedBy(visit), drawn);
		await send(app, visit, page.route, reply);
		return true;
	}

	async function toRoute(visit: Visit, route: FoundRoute): Promise<boolean> {
		const handler = readerOf((await route.load()) as RouteModule, visit.request.method);
		if (!handler) return false;
		const { requestId, ip } = visit;
		const { actor, refused, elsewhere } = await admit(visit.url.pathname, visit.headers, ip);
		if (elsewhere) return false;
		const log = app.log.child({ requestId });
		const event = new RoadEvent(visit, { app, requestId, log, ...(actor && { actor }) }, route);
		const answer = refused
			? errorAnswer(refused, requestId)
			: await app.accounts.acting({ actor, ip }, () => handler.answer(event, askedBy(visit)));
		if (answer instanceof Response) await pass(app, visit, route.id, event, answer);
		else await send(app, visit, route.id, answer);
		return true;
	}

	function setOut(request: IncomingMessage, response: ServerResponse): Promise<boolean> | false {
		const path = readPath(request);
		if (!path) return false;
		const route = routeAt(path);
		if (!route && (request.method !== 'GET' || path.startsWith('/api/'))) return false;
		const visit = visitOf(request, response, app.config.origin);
		const page = route ? undefined : pages.find(visit.url.href, visit.headers);
		const answering = route ? toRoute(visit, route) : page && toPage(visit, page);
		return answering?.catch((error) => fail(app, visit, error)) ?? false;
	}

	return (request, response) => {
		try {
			return setOut(request, response);
		} catch {
			// An address that is none, or a house that is closing: Kit says so.
			return false;
		}
	};
}

type RouteModule = Record<string, Partial<ApiHandler> | undefined>;

/** The handler that reads, where it answers with plain JSON. */
function readerOf(module: RouteModule, method: string | undefined): ApiHandler | undefined {
	if (method === 'HEAD' && module['HEAD']) return undefined;
	const { spec, answer } = module['GET'] ?? {};
	return spec && answer && !spec.body && !spec.outputType ? (module['GET'] as ApiHandler) : undefined;
}

/** Of a request that reads and sends nothing along. */
function readPath({ method, url = '', headers }: IncomingMessage): string | undefined {
	if (method !== 'GET' && method !== 'HEAD') return undefined;
	if (headers['transfer-encoding'] || Number(headers['content-length'] ?? 0) !== 0) return undefined;
	if (!url.startsWith('/') || url.includes('#')) return undefined;
	const end = url.indexOf('?');
	return end < 0 ? url : url.slice(0, end);
}

function visitOf(request: IncomingMessage, response: ServerResponse, origin: string | undefined): Visit {
	const headers = new Headers(request.headers as Record<string, string>);
	return {
		request,
		response,
		// Joined, not resolved: an address that begins with two slashes names no other host.
		url: new URL(`${origin ?? originOf(request)}${request.url}`),
		headers,
		ip: headers.get(clientHeader)!,
		requestId: randomUUID(),
		startedAt: performance.now()
	};
}

const askedBy = ({ request, headers }: Visit) => ({ method: request.method!, headers });

/** The event of Kit, as far as API routes know it; the request is made for those that ask for it. */
class RoadEvent implements ApiEvent {
	readonly locals: ApiEvent['locals'];
	readonly params: ApiEvent['params'];
	readonly route: ApiEvent['route'];
	readonly url: URL;
	readonly #visit: Visit;
	#request: Request | undefined;

	constructor(visit: Visit, locals: ApiEvent['locals'], { id, params }: FoundRoute) {
		this.locals = locals;
		this.params = params;
		this.route = { id: id as ApiEvent['route']['id'] };
		this.url = visit.url;
		this.#visit = visit;
	}

	/** No function of each event: V8 would keep it, and the visit with it, until the next full collection. */
	getClientAddress(): string {
		return this.#visit.ip;
	}

	get request(): Request {
		return (this.#request ??= requestOf(this.#visit));
	}
}

function requestOf({ request, response, url, headers }: Visit): Request {
	const gone = new AbortController();
	const left = () => response.writableFinished || gone.abort();
	if (response.closed) left();
	else response.once('close', left);
	return new Request(url, { method: request.method!, headers, signal: gone.signal });
}

function observe({ metrics }: App, { request, startedAt }: Visit, route: string, status: number): void {
	const seconds = (performance.now() - startedAt) / 1000;
	metrics.observeRequest({ route, method: request.method!, status, seconds });
}

async function send(app: App, visit: Visit, route: string, reply: Reply): Promise<void> {
	const { request, response, requestId } = visit;
	const headers: Reply['headers'] = { ...safeHeaders, ...reply.headers, 'x-request-id': requestId };
	const asked = {
		method: request.method!,
		accepts: request.headers['accept-encoding'] as string | undefined
	};
	const packing = reply.body && packed(reply.body, headers, asked);
	const bytes = packing instanceof Promise ? await packing : packing;
	observe(app, visit, route, reply.status);
	if (request.method === 'HEAD' || !bytes) return void response.writeHead(reply.status, headers).end();
	headers['content-length'] = String(bytes.length);
	response.writeHead(reply.status, headers).end(bytes);
}

/** What a route wrote as a Response of its own, such as lines that arrive one by one. */
async function pass(app: App, visit: Visit, route: string, event: ApiEvent, answer: Response): Promise<void> {
	const response = await compress(event.request, finished(answer, visit.requestId));
	observe(app, visit, route, response.status);
	await setResponse(visit.response, response);
}

/** Before anything was sent, Kit may try: it knows redirects, and how faults of ours are shown. */
function fail(app: App, { response, requestId, url }: Visit, error: unknown): boolean {
	if (!response.headersSent && (isRedirect(error) || isHttpError(error))) return false;
	app.log.error({ err: error, requestId, path: url.pathname }, 'a request failed');
	if (response.headersSent) response.destroy();
	else {
		const { status, headers, body } = errorAnswer(toAppError(error), requestId);
		response.writeHead(status, headers).end(body?.bytes);
	}
	return true;
}
