import { AppError } from '../errors.ts';
import { hostHeader } from './edge.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True when the Origin names the host that the browser reached, or the configured address of this house. */
export function sameOrigin(origin: string, headers: Headers, own: string | undefined): boolean {
	if (origin === own) return true;
	const host = headers.get(hostHeader) ?? headers.get('host');
	return URL.canParse(origin) && host !== null && new URL(origin).host === new URL(`http://${host}`).host;
}

/**
 * A page of another site must not act with the cookies of ours. Browsers name the origin of every request that changes
 * something; programs send neither header and bring no one else's cookies.
 */
export function crossOriginFault(request: Request, own: string | undefined): AppError | undefined {
	const { headers } = request;
	if (safe.has(request.method) || !headers.has('cookie')) return undefined;
	const site = headers.get('sec-fetch-site');
	if (site === 'same-origin' || site === 'none') return undefined;
	const origin = headers.get('origin');
	if (!site && !origin) return undefined;
	if (origin && sameOrigin(origin, headers, own)) return undefined;
	return new AppError('cross_origin', 'This request came from another site and was refused.', {
		status: 403
	});
}
