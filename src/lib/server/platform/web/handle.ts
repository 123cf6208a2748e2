import { randomUUID } from 'node:crypto';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { AppError, notFound } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { compress } from './compress.ts';
import { crossOriginFault } from './origin.ts';
import { errorReply } from './reply.ts';

interface EdgeHandleDeps {
	log: Log;
	metrics: Metrics;
	/** The configured address of the house. */
	origin?: string;
}

export const safeHeaders = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'x-frame-options': 'SAMEORIGIN',
	'cross-origin-opener-policy': 'same-origin'
};

/** First of the hooks: request id and log, refusal of other sites, safe headers, compression, timing. */
export function createEdgeHandle({ log, metrics, origin }: EdgeHandleDeps): Handle {
	return async ({ event, resolve }) => {
		const startedAt = performance.now();
		const requestId = randomUUID();
		event.locals.requestId = requestId;
		event.locals.log = log.child({ requestId });
		const fault = crossOriginFault(event.request, origin) ?? noSuchAddress(event);
		const answer = fault ? errorReply(fault, requestId) : refusedMethod(event, await resolve(event));
		const response = await compress(event.request, finished(answer, requestId));
		metrics.observeRequest({
			route: event.route.id ?? 'none',
			method: event.request.method,
			status: response.status,
			seconds: (performance.now() - startedAt) / 1000
		});
		return response;
	};
}

/** Programs get an error they can read where people get a page. */
const noSuchAddress = ({ route, url }: RequestEvent) =>
	route.id === null && /^\/api(?:\/|$)/.test(url.pathname) ? notFound('address', url.pathname) : undefined;

/** Kit refuses a method that a route does not have in plain text. */
function refusedMethod({ request, locals }: RequestEvent, answer: Response): Response {
	const allowed = answer.headers.get('allow');
	if (answer.status !== 405 || !allowed) return answer;
	const message = `${request.method} does nothing here. Possible: ${allowed}.`;
	const reply = errorReply(new AppError('method_not_allowed', message, { status: 405 }), locals.requestId);
	reply.headers.set('allow', allowed);
	return reply;
}

export function finished(answer: Response, requestId: string): Response {
	// Answers of fetch, which some routes pass on, have headers that cannot be changed.
	const headers = new Headers(answer.headers);
	for (const [name, value] of Object.entries(safeHeaders)) if (!headers.has(name)) headers.set(name, value);
	headers.set('x-request-id', requestId);
	const { status, statusText } = answer;
	return new Response(answer.body, { status, statusText, headers });
}
