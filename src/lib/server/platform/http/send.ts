import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { AddressGuard } from '../addresses.ts';
import type { HttpOptions } from '../http.ts';
import type { Transport } from './transport.ts';
import { decodeBody } from './body.ts';
import { httpFault, toHttpFault } from './faults.ts';
import type { createGate } from './gate.ts';
import { nextHop } from './redirect.ts';
import type { Hop } from './redirect.ts';

export interface Answer {
	status: number;
	headers: Headers;
	url: string;
	host: string;
	body: Readable;
	/** The caller wanted redirects back, or this one leaves the web (`magnet:`). */
	redirected: boolean;
}

interface SendOptions extends HttpOptions {
	maxBytes: number;
	streaming?: boolean;
}

interface SendDeps {
	transport(): Promise<Transport>;
	guard: AddressGuard;
	enter: ReturnType<typeof createGate>;
	userAgent: string;
}

const defaultTimeoutMs = 30_000;

/** One attempt: connect, follow redirects, hand the bounded and unpacked body to `use`. */
export function createSender(deps: SendDeps) {
	return async function send<T>(
		url: URL,
		options: SendOptions,
		use: (answer: Answer) => Promise<T>
	): Promise<T> {
		const timer = startTimer(options.timeoutMs ?? defaultTimeoutMs, url.host);
		const signal = options.signal ? AbortSignal.any([options.signal, timer.signal]) : timer.signal;
		try {
			let hop = await firstHop(url, options, deps.userAgent);
			for (let redirects = 0; ; redirects++) {
				const step = await take(deps, hop, { ...options, signal }, use);
				if ('result' in step) return step.result;
				if (redirects >= (options.maxRedirects ?? 10)) {
					throw httpFault('connection', `${url.host} redirects too often.`);
				}
				hop = nextHop(hop, step.status, step.location);
			}
		} catch (error) {
			if (options.signal?.aborted) throw options.signal.reason;
			throw timer.signal.aborted ? timer.signal.reason : toHttpFault(error, url.host);
		} finally {
			timer.stop();
		}
	};
}

function startTimer(timeoutMs: number, host: string) {
	const controller = new AbortController();
	const late = () => controller.abort(httpFault('timeout', `${host} did not answer within ${timeoutMs} ms.`));
	const timer = setTimeout(late, timeoutMs);
	return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

async function firstHop(target: URL, options: SendOptions, userAgent: string): Promise<Hop> {
	const url = new URL(target);
	const { bytes, type } = await encodeBody(options);
	const headers = new Headers({
		'user-agent': userAgent,
		accept: '*/*',
		// A download keeps its length and can be resumed by range only as it is.
		'accept-encoding': options.streaming ? 'identity' : 'gzip, deflate, br, zstd'
	});
	if (type) headers.set('content-type', type);
	if (url.username || url.password) {
		const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
		headers.set('authorization', `Basic ${Buffer.from(login).toString('base64')}`);
	}
	for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
	return { url, method: (options.method ?? (bytes ? 'POST' : 'GET')).toUpperCase(), headers, body: bytes };
}

async function encodeBody({ json, body }: HttpOptions): Promise<{ bytes?: Buffer; type?: string | null }> {
	if (json !== undefined) return { bytes: Buffer.from(JSON.stringify(json)), type: 'application/json' };
	if (body === undefined) return {};
	if (Buffer.isBuffer(body)) return { bytes: body };
	const encoded = new Response(body);
	return { bytes: Buffer.from(await encoded.arrayBuffer()), type: encoded.headers.get('content-type') };
}

type Step<T> = { result: T } | { status: number; location: URL };
type TakeOptions = SendOptions & { signal: AbortSignal };

async function take<T>(
	{ transport, guard, enter }: SendDeps,
	hop: Hop,
	options: TakeOptions,
	use: (answer: Answer) => Promise<T>
): Promise<Step<T>> {
	const { url } = hop;
	if (!/^https?:$/.test(url.protocol))
		throw httpFault('connection', 'Only http and https addresses are fetched.');
	guard.checkHost(url.hostname);
	const leave = await enter(url.host, options.perHost ?? {}, options.signal);
	try {
		const { agent, request } = await transport();
		const dispatcher = agent({ proxy: options.proxy, verifyTls: options.verifyTls ?? true });
		const reply = await request(bare(url), await wire(hop, options, dispatcher));
		const headers = toHeaders(reply.headers);
		await keepCookies(options, headers, url);
		const location = redirectTarget(reply, url);
		if (location && options.redirect !== 'manual' && /^https?:$/.test(location.protocol)) {
			await reply.body.dump();
			return { status: reply.statusCode, location };
		}
		return { result: await use(toAnswer(hop, reply, { headers, redirected: Boolean(location) }, options)) };
	} finally {
		leave();
	}
}

async function wire({ url, method, headers, body }: Hop, options: TakeOptions, dispatcher: Dispatcher) {
	const all = Object.fromEntries(headers);
	const cookies = await options.cookies?.getCookieString(url.href);
	if (cookies) all['cookie'] = all['cookie'] ? `${all['cookie']}; ${cookies}` : cookies;
	return {
		dispatcher,
		method: method as Dispatcher.HttpMethod,
		headers: all,
		body: body ?? null,
		// A stream outlives the time limit of its headers, so only the caller's signal may end it later.
		signal: options.signal,
		headersTimeout: 0,
		bodyTimeout: options.streaming ? (options.timeoutMs ?? defaultTimeoutMs) : 0
	};
}

function bare(url: URL): URL {
	const copy = new URL(url);
	copy.username = '';
	copy.password = '';
	copy.hash = '';
	return copy;
}

function toHeaders(raw: Record<string, string | string[] | undefined>): Headers {
	const headers = new Headers();
	for (const [name, values] of Object.entries(raw)) {
		for (const value of [values ?? []].flat()) {
			// Headers holds bytes; names of files in UTF-8 are kept as such.
			headers.append(name, /[^\0-\xff]/.test(value) ? Buffer.from(value).toString('latin1') : value);
		}
	}
	return headers;
}

async function keepCookies({ cookies }: HttpOptions, headers: Headers, url: URL): Promise<void> {
	if (!cookies) return;
	for (const cookie of headers.getSetCookie()) {
		await cookies.setCookie(cookie, url.href, { ignoreError: true });
	}
}

function redirectTarget({ statusCode, headers }: Dispatcher.ResponseData, base: URL): URL | undefined {
	const location = [headers['location']].flat()[0];
	if (![301, 302, 303, 307, 308].includes(statusCode) || !location) return undefined;
	return URL.canParse(location, base.href) ? new URL(location, base) : undefined;
}

function toAnswer(
	{ url, method }: Hop,
	{ statusCode: status, body }: Dispatcher.ResponseData,
	{ headers, redirected }: { headers: Headers; redirected: boolean },
	{ maxBytes }: SendOptions
): Answer {
	const { host } = url;
	const empty = method === 'HEAD' || status === 204 || status === 304;
	const encoding = empty ? null : headers.get('content-encoding');
	return {
		status,
		headers,
		host,
		url: bare(url).href,
		redirected,
		body: decodeBody(body as unknown as Readable, { encoding, maxBytes, host })
	};
}
