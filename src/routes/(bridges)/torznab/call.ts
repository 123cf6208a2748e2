import type { ApiEvent } from '#server/platform/web/spec.ts';

/** A Torznab request as the bridge takes it. */
export const callOf = ({ url, locals, request, getClientAddress }: ApiEvent) => ({
	parameters: url.searchParams,
	origin: locals.app.general().address || url.origin,
	actor: locals.actor,
	ip: getClientAddress(),
	signal: request.signal
});
