import { AppError } from '#server/platform/errors.ts';

const always =
	/^\/(?:setup(?:\/|$)|api\/(?:health|ready)$|_app\/|favicon|icons?\/|manifest|robots\.txt|sw\.js|service-worker\.js)/;
const forPrograms = /^\/(?:api|torznab|strm|stream|media|livetv|ws)(?:\/|$)/;

export const setupRequired = () =>
	new AppError(
		'setup_required',
		'Bijou is not set up yet. Open it in a browser to create the first account.',
		{
			status: 503
		}
	);

/** What becomes of a request while nobody has an account. */
export function setupGate(pathname: string): 'pass' | 'redirect' | 'refuse' {
	if (always.test(pathname)) return 'pass';
	return forPrograms.test(pathname) ? 'refuse' : 'redirect';
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser was made to send this by another site. Programs send neither header and carry a key, not a cookie.
 * Host and Origin are compared without their scheme, because TLS may end at a proxy in front of us.
 */
export function isForeign(request: { method: string; headers: Headers }, origin?: string): boolean {
	if (safe.has(request.method)) return false;
	const { headers } = request;
	if (headers.has('x-api-key')) return false;
	const site = headers.get('sec-fetch-site');
	if (site === 'same-origin' || site === 'none') return false;
	const from = headers.get('origin');
	if (from === null) return site !== null;
	const own = origin ? new URL(origin).host : headers.get('host');
	return !URL.canParse(from) || new URL(from).host !== own;
}
