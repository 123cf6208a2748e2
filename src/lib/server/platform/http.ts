import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { createAddressGuard } from './addresses.ts';
import type { Resolve } from './addresses.ts';
import { AppError } from './errors.ts';
import { collect } from './http/body.ts';
import { decodeText } from './http/charset.ts';
import { httpFault } from './http/faults.ts';
import { createGate } from './http/gate.ts';
import type { HostLimit } from './http/gate.ts';
import { retryAfterSeconds, waitBeforeRetry } from './http/retry.ts';
import { createSender } from './http/send.ts';
import type { Answer } from './http/send.ts';
import type { Transport } from './http/transport.ts';
import type { Log } from './log.ts';

type QueryValue = string | number | boolean | null | undefined;

/** Of tough-cookie's jar what a request needs. */
export interface Cookies {
	getCookieString(url: string): Promise<string>;
	setCookie(cookie: string, url: string, options: { ignoreError: boolean }): Promise<unknown>;
}

export interface HttpOptions {
	method?: string | undefined;
	headers?: Record<string, string> | undefined;
	query?: Record<string, QueryValue | QueryValue[]> | undefined;
	body?: string | Buffer | URLSearchParams | FormData | undefined;
	json?: unknown;
	/** Of one attempt, redirects and body included; of `stream` up to the headers and between two chunks. */
	timeoutMs?: number | undefined;
	/** Further attempts of idempotent requests. */
	retries?: number | undefined;
	/** Bound of the body, as sent and as unpacked. */
	maxBytes?: number | undefined;
	redirect?: 'follow' | 'manual' | undefined;
	maxRedirects?: number | undefined;
	signal?: AbortSignal | undefined;
	cookies?: Cookies | undefined;
	/** http, https or socks5. */
	proxy?: string | undefined;
	/** False for services at home with a certificate of their own. */
	verifyTls?: boolean | undefined;
	/** Statuses that are no fault; 2xx unless said. */
	okStatuses?: number[] | 'any' | undefined;
	perHost?: HostLimit | undefined;
}

export interface HttpHead {
	status: number;
	headers: Headers;
	/** After redirects. */
	url: string;
}

export interface HttpResponse extends HttpHead {
	bytes(): Buffer;
	text(): string;
	json(): unknown;
}

export interface HttpStream extends HttpHead {
	/** Unpacked; destroy it when it is not read to its end. */
	body: Readable;
}

export interface Http {
	request(url: string | URL, options?: HttpOptions): Promise<HttpResponse>;
	json<T>(url: string | URL, options: HttpOptions & { schema: z.ZodType<T> }): Promise<T>;
	text(url: string | URL, options?: HttpOptions): Promise<string>;
	/** For big bodies; unbounded unless `maxBytes` is given. */
	stream(url: string | URL, options?: HttpOptions): Promise<HttpStream>;
	with(defaults: HttpOptions): Http;
}

interface HttpDeps {
	allowPrivateTargets: string[];
	version: string;
	log?: Log;
	/** First pause before another attempt; it doubles and is jittered. */
	backoffMs?: number;
	resolve?: Resolve;
}

const MiB = 1024 * 1024;

export function createHttp(deps: HttpDeps): Http & { close(): Promise<void> } {
	const guard = createAddressGuard(deps.allowPrivateTargets, deps.resolve);
	let opened: Promise<Transport> | undefined;
	const transport = () =>
		(opened ??= import('./http/transport.ts').then(({ openTransport }) => openTransport(guard)));
	const send = createSender({ transport, guard, enter: createGate(), userAgent: `Bijou/${deps.version}` });
	const backoffMs = deps.backoffMs ?? 400;

	const attempts = async <T>(url: URL, options: HttpOptions, once: () => Promise<T>): Promise<T> => {
		const method = (options.method ?? ((options.json ?? options.body) ? 'POST' : 'GET')).toUpperCase();
		for (let attempt = 0; ; attempt++) {
			try {
				return await once();
			} catch (error) {
				if (!(error instanceof AppError)) throw error;
				const wait = waitBeforeRetry(error, { method, attempt, backoffMs });
				deps.log?.debug({ host: url.host, method, code: error.code, attempt }, 'outgoing request failed');
				if (wait === undefined || attempt >= (options.retries ?? 2)) throw error;
				await sleep(wait, undefined, options.signal && { signal: options.signal }).catch(() => {
					throw options.signal!.reason;
				});
			}
		}
	};

	const request = (url: URL, options: HttpOptions) =>
		attempts(url, options, () =>
			send(url, { ...options, maxBytes: options.maxBytes ?? 32 * MiB }, async (answer) => {
				checkStatus(answer, options);
				return toResponse(answer, await collect(answer.body, answer.host));
			})
		);

	const build = (defaults: HttpOptions): Http => ({
		request: (url, options = {}) => {
			const merged = merge(defaults, options);
			return request(withQuery(url, merged.query), merged);
		},
		async json(url, { schema, ...options }) {
			const accept = { headers: { accept: 'application/json', ...options.headers } };
			const response = await this.request(url, { ...options, ...accept });
			return parsed(response, schema);
		},
		text: async (url, options = {}) => {
			const merged = merge(defaults, options);
			return (await request(withQuery(url, merged.query), merged)).text();
		},
		stream: (address, options = {}) => {
			const merged = merge(defaults, options);
			const url = withQuery(address, merged.query);
			return attempts(url, merged, () =>
				send(url, { ...merged, maxBytes: merged.maxBytes ?? Infinity, streaming: true }, async (answer) => {
					checkStatus(answer, merged);
					const { status, headers, body } = answer;
					return { status, headers, url: answer.url, body };
				})
			);
		},
		with: (more) => build(merge(defaults, more))
	});

	return { ...build({}), close: async () => (await opened)?.close() };
}

const merge = (base: HttpOptions, more: HttpOptions): HttpOptions => ({
	...base,
	...(Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) as HttpOptions),
	headers: { ...base.headers, ...more.headers },
	query: { ...base.query, ...more.query }
});

function withQuery(address: string | URL, query: HttpOptions['query'] = {}): URL {
	if (!URL.canParse(String(address))) throw httpFault('connection', 'This is not a valid address.');
	const url = new URL(address);
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined || value === null) continue;
		url.searchParams.delete(name);
		for (const one of [value].flat()) if (one != null) url.searchParams.append(name, String(one));
	}
	return url;
}

function checkStatus({ status, host, headers, body, redirected }: Answer, { okStatuses }: HttpOptions): void {
	const ok = okStatuses
		? okStatuses === 'any' || okStatuses.includes(status)
		: (status >= 200 && status < 300) || redirected;
	if (ok) return;
	body.on('error', () => undefined).destroy();
	const retryAfter = retryAfterSeconds(headers.get('retry-after'), Date.now());
	const details = retryAfter === undefined ? { status } : { status, retryAfter };
	throw httpFault('status', `${host} answered with status ${status}.`, { details });
}

function toResponse({ status, headers, url, host }: Answer, bytes: Buffer): HttpResponse {
	const text = () => decodeText(bytes, headers.get('content-type'));
	return {
		status,
		headers,
		url,
		bytes: () => bytes,
		text,
		json() {
			try {
				return JSON.parse(text());
			} catch (cause) {
				throw httpFault('unexpected', `${host} did not answer with JSON.`, { cause });
			}
		}
	};
}

function parsed<T>(response: HttpResponse, schema: z.ZodType<T>): T {
	const result = schema.safeParse(response.json());
	if (result.success) return result.data;
	const first = result.error.issues[0];
	const where = first?.path.length ? ` at ${first.path.join('.')}` : '';
	throw httpFault('unexpected', `${new URL(response.url).host} answered in an unexpected form${where}.`, {
		cause: new Error(result.error.message)
	});
}
