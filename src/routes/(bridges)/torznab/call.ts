import type { ApiEvent } from '#server/platform/web/spec.ts';

/** A Torznab request as the bridge takes it. */
export const callOf = (event: ApiEvent) => ({
	parameters: event.url.searchParams,
	origin: event.locals.app.general().address || event.url.origin,
	actor: event.locals.actor,
	ip: event.getClientAddress(),
	signal: event.request.signal
});
