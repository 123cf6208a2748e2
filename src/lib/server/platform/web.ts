import { error, fail, isHttpError, isRedirect, redirect } from '@sveltejs/kit';
import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { refusal } from '#core/access/permissions.ts';
import type { Access } from '#core/access/permissions.ts';
import { AppError, forbidden, rateLimited, toAppError, unauthorized } from './errors.ts';
import { createRate } from './rate.ts';
import { clientAddress } from './web/edge.ts';
import { readBody, readForm } from './web/body.ts';
import { fromParams, fromQuery } from './web/coerce.ts';
import { RouteContext } from './web/context.ts';
import { errorAnswer, jsonAnswer, toResponse, unlessKnown } from './web/reply.ts';
import type { Asked, Reply } from './web/reply.ts';
import { steadily } from './web/steady.ts';
import type {
	ActionContext,
	ActionSpec,
	ApiContext,
	ApiEvent,
	ApiHandler,
	ApiResult,
	ApiSpec,
	Awaitable,
	PageContext,
	PageSpec,
	RateSpec
} from './web/spec.ts';

export { decodeCursor, listOf, listQuery, pageOf, parseSort } from './web/lists.ts';

const MiB = 1024 * 1024;

/** A route of the JSON API: parse, authorise, call, serialise, map errors. */
export function api<
	const A extends Access,
	P extends z.ZodObject | undefined = undefined,
	Q extends z.ZodObject | undefined = undefined,
	B extends z.ZodType | undefined = undefined,
	O extends z.ZodType | undefined = undefined
>(spec: ApiSpec<A, P, Q, B, O>, run: (context: ApiContext<A, P, Q, B>) => ApiResult<O>): ApiHandler {
	const limit = limiter(spec.rate);
	const work = async (event: ApiEvent, asked: Asked): Promise<Reply | Response> => {
		const { params, query } = addressed(spec, event);
		const body = spec.body
			? spec.body.parse(await readBody(event.request, spec.body, bodyOptions(spec)))
			: undefined;
		const context: unknown = new RouteContext(event, { params, query, body });
		const result = await run(context as ApiContext<A, P, Q, B>);
		if (result instanceof Response) return result;
		return jsonAnswer(asked, output(spec.output, result), spec.status ?? 200);
	};
	const answer = async (event: ApiEvent, asked: Asked): Promise<Reply | Response> => {
		try {
			authorise(spec.access, event);
			limit(event);
			const made = () => work(event, asked);
			const reply = spec.steady ? await steadily(event, made) : await made();
			return reply instanceof Response ? reply : unlessKnown(asked, reply);
		} catch (thrown) {
			if (isRedirect(thrown) || isHttpError(thrown)) throw thrown;
			return errorAnswer(logged(thrown, event), event.locals.requestId);
		}
	};
	const handler = async (event: RequestEvent): Promise<Response> => {
		const reply = await answer(event, event.request);
		return reply instanceof Response ? reply : toResponse(reply);
	};
	return Object.assign(handler, { spec: spec as unknown as ApiSpec, answer });
}

/** The load of a page: who is not signed in goes to the login and comes back. */
export function page<
	T,
	const A extends Access,
	Event extends ServerLoadEvent = ServerLoadEvent,
	P extends z.ZodObject | undefined = undefined,
	Q extends z.ZodObject | undefined = undefined
>(spec: PageSpec<A, P, Q>, load: (context: PageContext<A, P, Q, Event>) => Awaitable<T>) {
	return async (event: Event): Promise<T> => {
		for (const topic of spec.topics ?? []) event.depends(`bijou:${topic}`);
		try {
			authorise(spec.access, event);
			const { app, actor } = event.locals;
			const context = { app, actor, ...addressed(spec, event), url: event.url, event };
			return await load(context as PageContext<A, P, Q, Event>);
		} catch (thrown) {
			throw pageFault(thrown, event);
		}
	};
}

/** A form action; faults come back to the form together with what was typed. */
export function action<
	T,
	const A extends Access,
	F extends z.ZodType,
	P extends z.ZodObject | undefined = undefined
>(spec: ActionSpec<A, P, F>, run: (context: ActionContext<A, P, F>) => Awaitable<T>) {
	const limit = limiter(spec.rate);
	return async (event: RequestEvent) => {
		let typed: Record<string, unknown> = {};
		try {
			authorise(spec.access, event);
			limit(event);
			const { app, actor } = event.locals;
			const given = event.params as Record<string, string>;
			const schema = typeof spec.form === 'function' ? spec.form({ app, params: given }) : spec.form;
			typed = await readForm(event.request, schema, spec.maxBytes ?? 2 * MiB);
			const params = spec.params ? spec.params.parse(fromParams(event.params, spec.params)) : event.params;
			const context = { app, actor, params, form: schema.parse(typed), event };
			return await run(context as ActionContext<A, P, F>);
		} catch (thrown) {
			if (isRedirect(thrown) || isHttpError(thrown)) throw thrown;
			const fault = logged(thrown, event);
			if (fault.code === 'unauthorized' && !event.locals.actor && spec.access !== 'open')
				throw toLogin(event);
			const { code, message, details } = fault;
			return fail(fault.status, { error: { code, message, details }, values: repeatable(typed) });
		}
	};
}

function authorise(access: Access, { locals }: Pick<ApiEvent, 'locals'>): void {
	const refused = refusal(access, locals.actor);
	if (refused === 'unauthorized') throw unauthorized();
	if (refused === 'forbidden') throw forbidden();
}

function limiter(spec: RateSpec | undefined): (event: ApiEvent) => void {
	if (!spec) return () => undefined;
	const rate = createRate(spec);
	return (event) => {
		const actor = spec.by === 'address' ? undefined : event.locals.actor;
		const wait = rate.take(actor ? (actor.keyId ?? actor.userId) : clientAddress(event));
		if (wait > 0) throw rateLimited(wait);
	};
}

type Addressed = { params?: z.ZodObject | undefined; query?: z.ZodObject | undefined };

function addressed(spec: Addressed, event: Pick<ApiEvent, 'params' | 'url'>) {
	return {
		params: spec.params ? spec.params.parse(fromParams(event.params, spec.params)) : event.params,
		query: spec.query ? spec.query.parse(fromQuery(event.url.searchParams, spec.query)) : {}
	};
}

const bodyOptions = (spec: Pick<ApiSpec, 'bodyType' | 'maxBytes'>) => ({
	type: spec.bodyType ?? 'json',
	maxBytes: spec.maxBytes ?? MiB
});

/** Answers are parsed too: a field that the schema does not name never leaves the house. */
function output(schema: z.ZodType | undefined, result: unknown): unknown {
	const parsed = schema?.safeParse(result);
	if (!parsed) return result;
	if (parsed.success) return parsed.data;
	throw new AppError('internal', 'The answer could not be written as documented.', { cause: parsed.error });
}

/** Faults of ours are logged once, here, under the id that the answer shows. */
function logged(
	thrown: unknown,
	{ locals, route, request }: Pick<ApiEvent, 'locals' | 'route' | 'request'>
): AppError {
	const fault = toAppError(thrown);
	// Whoever leaves ends the work that was for them: that went wrong for nobody.
	if (fault.status >= 500 && request.signal.aborted)
		return new AppError('left', 'The client left before the answer was there.', { status: 499 });
	if (fault.status === 500)
		locals.log.error({ err: thrown, requestId: locals.requestId, route: route.id }, fault.message);
	else if (fault.status > 500) locals.log.warn({ err: thrown, requestId: locals.requestId }, fault.message);
	return fault;
}

function pageFault(thrown: unknown, event: RequestEvent): unknown {
	if (isRedirect(thrown) || isHttpError(thrown)) return thrown;
	const fault = toAppError(thrown);
	if (fault.code === 'unauthorized' && !event.locals.actor) return toLogin(event);
	// Unknown faults go on to Kit's handleError, which logs them.
	if (fault.code === 'internal') return thrown;
	logged(thrown, event);
	return httpError(fault, event.locals.requestId);
}

function httpError({ status, code, message }: AppError, id: string): unknown {
	try {
		error(status, { code, message, id });
	} catch (thrown) {
		return thrown;
	}
}

function toLogin({ url }: RequestEvent): unknown {
	try {
		redirect(303, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
	} catch (thrown) {
		return thrown;
	}
}

/** What a failed form shows again: never files, never what was typed into a secret field. */
function repeatable(typed: Record<string, unknown>): Record<string, unknown> {
	const secret = /password|secret|token|apikey|api_key|code$/i;
	return Object.fromEntries(
		Object.entries(typed).filter(([key, value]) => !secret.test(key) && !(value instanceof File))
	);
}
