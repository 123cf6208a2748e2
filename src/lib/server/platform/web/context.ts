import type { ApiEvent } from './spec.ts';

type Given = Record<'params' | 'query' | 'body', unknown>;

/**
 * What a route is given. A class, not an object written down with a getter: V8 keeps such objects, and everything they
 * hold, until the next full collection.
 */
export class RouteContext {
	readonly app: ApiEvent['locals']['app'];
	readonly actor: ApiEvent['locals']['actor'];
	readonly params: unknown;
	readonly query: unknown;
	readonly body: unknown;
	readonly event: ApiEvent;

	constructor(event: ApiEvent, { params, query, body }: Given) {
		this.app = event.locals.app;
		this.actor = event.locals.actor;
		this.params = params;
		this.query = query;
		this.body = body;
		this.event = event;
	}

	get signal(): AbortSignal {
		return this.event.request.signal;
	}
}
