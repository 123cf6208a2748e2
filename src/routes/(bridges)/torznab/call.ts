import type { RequestEvent } from '@sveltejs/kit';

/** A Torznab request as the bridge takes it. */
export const callOf = ({ url, locals, request, getClientAddress }: RequestEvent) => ({
	parameters: url.searchParams,
	origin: locals.app.general().address || url.origin,
	actor: locals.actor,
	ip: getClientAddress(),
	signal: request.signal
});
