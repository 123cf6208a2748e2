import { createHash } from 'node:crypto';
import type { AppError } from '../errors.ts';

const jsonType = 'application/json; charset=utf-8';

export function errorReply(fault: AppError, requestId: string): Response {
	const error: Record<string, unknown> = { code: fault.code, message: fault.message };
	if (fault.details !== undefined) error['details'] = fault.details;
	if (fault.status >= 500) error['id'] = requestId;
	const headers = new Headers({ 'content-type': jsonType, 'cache-control': 'no-store' });
	if (fault.status === 401) headers.set('www-authenticate', 'Bijou realm="Bijou"');
	const wait = (fault.details as { retryAfter?: unknown } | undefined)?.retryAfter;
	if (typeof wait === 'number') headers.set('retry-after', String(Math.ceil(wait)));
	return new Response(JSON.stringify({ error }), { status: fault.status, headers });
}

/** Weak comparison of RFC 9110 §13.1.2. */
export function matchesEtag(header: string | null, etag: string): boolean {
	if (!header) return false;
	const bare = (tag: string) => tag.trim().replace(/^W\//, '');
	return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag));
}

/** JSON; reads carry an entity tag so that polling clients get 304 and no body. */
export function jsonReply(request: Request, body: unknown, status: number): Response {
	if (body === undefined) return new Response(null, { status: status === 200 ? 204 : status });
	const text = JSON.stringify(body);
	const headers = new Headers({ 'content-type': jsonType, 'cache-control': 'private, no-cache' });
	if (status === 200 && (request.method === 'GET' || request.method === 'HEAD')) {
		const etag = `W/"${createHash('sha1').update(text).digest('base64url')}"`;
		headers.set('etag', etag);
		if (matchesEtag(request.headers.get('if-none-match'), etag))
			return new Response(null, { status: 304, headers });
	}
	return new Response(text, { status, headers });
}
