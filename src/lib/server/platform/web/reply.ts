import { hash } from 'node:crypto';
import type { AppError } from '../errors.ts';
import { createBody } from './compress.ts';
import type { Body } from './compress.ts';

const jsonType = 'application/json; charset=utf-8';

/** An answer before it is put into the shape of Kit or of Node; names of headers in lower case. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body?: Body | undefined;
}

/** What of a request decides whether its answer needs a body. */
export type Asked = Pick<Request, 'method' | 'headers'>;

export const toResponse = ({ status, headers, body }: Reply): Response =>
	new Response(body ? new Uint8Array(body.bytes) : null, { status, headers });

export function errorAnswer(fault: AppError, requestId: string): Reply {
	const error: Record<string, unknown> = { code: fault.code, message: fault.message };
	if (fault.details !== undefined) error['details'] = fault.details;
	if (fault.status >= 500) error['id'] = requestId;
	const headers: Reply['headers'] = { 'content-type': jsonType, 'cache-control': 'no-store' };
	if (fault.status === 401) headers['www-authenticate'] = 'Bijou realm="Bijou"';
	const wait = (fault.details as { retryAfter?: unknown } | undefined)?.retryAfter;
	if (typeof wait === 'number') headers['retry-after'] = String(Math.ceil(wait));
	return { status: fault.status, headers, body: createBody(JSON.stringify({ error })) };
}

export const errorReply = (fault: AppError, requestId: string): Response =>
	toResponse(errorAnswer(fault, requestId));

/** Weak comparison of RFC 9110 §13.1.2. */
export function matchesEtag(header: string | null, etag: string): boolean {
	if (!header) return false;
	const bare = (tag: string) => tag.trim().replace(/^W\//, '');
	return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag));
}

const isRead = ({ method }: Asked) => method === 'GET' || method === 'HEAD';

/** JSON; reads carry an entity tag. */
export function jsonAnswer(asked: Asked, value: unknown, status: number): Reply {
	if (value === undefined) return { status: status === 200 ? 204 : status, headers: {} };
	const text = JSON.stringify(value);
	const headers: Reply['headers'] = { 'content-type': jsonType, 'cache-control': 'private, no-cache' };
	if (status === 200 && isRead(asked)) headers['etag'] = `W/"${hash('sha1', text, 'base64url')}"`;
	return { status, headers, body: createBody(text) };
}

/** Who polls and has the latest already gets 304 and no body. */
export function unlessKnown(asked: Asked, reply: Reply): Reply {
	const etag = reply.headers['etag'];
	const known = reply.status === 200 && etag && matchesEtag(asked.headers.get('if-none-match'), etag);
	return known ? { status: 304, headers: reply.headers } : reply;
}
