import { CookieJar } from 'tough-cookie';
import type { Answer, PlannedRequest } from '#core/definition/request.ts';
import { AppError, upstream } from '#server/platform/errors.ts';
import type { Http, HttpOptions, HttpResponse } from '#server/platform/http.ts';
import type { TracedRequest } from '../../indexer.ts';

export interface Fetched {
	answer: Answer;
	/** Where the site wanted to send us, when that was not followed. */
	redirect?: string;
	/** Address the answer came from. */
	finalUrl: string;
}

export interface Session {
	send(request: PlannedRequest, options?: SendOptions): Promise<Fetched>;
	/** Takes over `name=value` texts as if the site had set them. */
	addCookies(texts: readonly string[]): Promise<void>;
	forget(): Promise<void>;
	cookies(): string;
}

export interface SendOptions {
	purpose?: TracedRequest['purpose'];
	signal?: AbortSignal | undefined;
	record?: ((request: TracedRequest) => void) | undefined;
	maxBytes?: number;
}

interface SessionOptions {
	http: Http;
	baseUrl: string;
	requestDelaySeconds: number;
	/** Cookies of an earlier session, as `cookies()` gave them. */
	stored?: string | undefined;
}

const maxHops = 10;
const maxBytes = 50 * 1024 * 1024;
/** 408, 429 and 5xx are left to the retries of the HTTP client; all others are read. */
const readable = Array.from({ length: 300 }, (_, index) => 200 + index).filter(
	(status) => status !== 408 && status !== 429
);

export function createSession({ http, baseUrl, requestDelaySeconds, stored }: SessionOptions): Session {
	const jar = openJar(stored);
	const pause = pauseBetween(requestDelaySeconds);

	async function fetchOnce(
		url: string,
		request: PlannedRequest,
		options: SendOptions
	): Promise<HttpResponse> {
		const headers = await headersFor(url, request);
		const transport = {
			...pause,
			maxBytes: options.maxBytes ?? maxBytes,
			redirect: 'manual' as const,
			okStatuses: readable
		};
		const response = await http.request(url, {
			...transport,
			...body(request),
			headers,
			...(options.signal && { signal: options.signal })
		});
		for (const cookie of response.headers.getSetCookie())
			await jar.setCookie(cookie, url, { ignoreError: true });
		return response;
	}

	async function headersFor(url: string, request: PlannedRequest): Promise<Record<string, string>> {
		const headers = Object.fromEntries(request.headers.filter(([name]) => name.toLowerCase() !== 'cookie'));
		const own = request.headers.find(([name]) => name.toLowerCase() === 'cookie')?.[1];
		const cookie = [await jar.getCookieString(url), own].filter(Boolean).join('; ');
		const type = request.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
		return { ...type, ...headers, ...(cookie && { cookie }) };
	}

	return {
		async send(request, options = {}) {
			let current = request;
			for (let hop = 0; hop <= maxHops; hop++) {
				const response = await traced(current, options, () => fetchOnce(current.url, current, options));
				const redirect = redirectOf(response, current.url);
				if (!redirect || !request.followRedirects || !/^https?:/i.test(redirect)) {
					return {
						answer: toAnswer(request.url, response),
						finalUrl: current.url,
						...(redirect && { redirect })
					};
				}
				current = redirected(current, response.status, redirect);
			}
			throw upstream(`${new URL(request.url).host} redirects in circles.`);
		},
		async addCookies(texts) {
			const site = new URL(baseUrl);
			for (const text of texts.flatMap((all) => all.split(';'))) {
				const pair = text.trim();
				if (pair.includes('=')) await jar.setCookie(`${pair}; Path=/`, site.href, { ignoreError: true });
			}
		},
		async forget() {
			await jar.removeAllCookies();
		},
		cookies: () => JSON.stringify(jar.toJSON())
	};

	function openJar(text: string | undefined): CookieJar {
		try {
			if (text) return CookieJar.deserializeSync(text);
		} catch {
			// Stored by another version: signing in again costs little.
		}
		// Cookies that people copy come without the attributes their prefixes ask for.
		return new CookieJar(undefined, {
			looseMode: true,
			rejectPublicSuffixes: false,
			prefixSecurity: 'unsafe-disabled'
		});
	}
}

/** Waiting for one's turn counts as waiting for the answer, so a pause needs more patience. */
function pauseBetween(seconds: number): HttpOptions {
	if (seconds <= 0) return {};
	const minGapMs = seconds * 1000;
	return { perHost: { concurrency: 1, minGapMs }, timeoutMs: 30_000 + 5 * minGapMs };
}

function body({ method, body: text, parts }: PlannedRequest): HttpOptions {
	if (parts) {
		const form = new FormData();
		for (const [name, value] of parts) form.append(name, value);
		return { method, body: form };
	}
	return text === undefined ? { method } : { method, body: text };
}

async function traced(
	request: PlannedRequest,
	{ record, purpose = 'search' }: SendOptions,
	run: () => Promise<HttpResponse>
) {
	const started = performance.now();
	const base = () => ({
		purpose,
		method: request.method,
		url: request.url,
		ms: Math.round(performance.now() - started)
	});
	try {
		const response = await run();
		const redirectedTo = redirectOf(response, request.url);
		record?.({
			...base(),
			status: response.status,
			bytes: response.bytes().length,
			...(redirectedTo && { redirectedTo })
		});
		return response;
	} catch (error) {
		const status =
			error instanceof AppError ? (error.details as { status?: number } | undefined)?.status : undefined;
		record?.({
			...base(),
			...(status && { status }),
			error: error instanceof Error ? error.message : String(error)
		});
		throw error;
	}
}

const toAnswer = (url: string, response: HttpResponse): Answer => ({
	url,
	status: response.status,
	contentType: response.headers.get('content-type') ?? '',
	bytes: response.bytes()
});

/** By `Location`, or by the `Refresh` header some sites use instead. */
function redirectOf({ status, headers }: HttpResponse, base: string): string | undefined {
	const location = status >= 300 && status < 400 ? headers.get('location') : null;
	const target =
		location ?? /^\s*\d*\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(headers.get('refresh') ?? '')?.[1];
	if (!target) return undefined;
	return URL.canParse(target, base) ? new URL(target, base).href : undefined;
}

/** Headers meant for the site are not shown to the host it redirects to. */
function redirected(
	{ body: text, parts, ...request }: PlannedRequest,
	status: number,
	url: string
): PlannedRequest {
	const sameHost = new URL(url).host === new URL(request.url).host;
	const headers = sameHost ? request.headers : [];
	const keeps = status === 307 || status === 308;
	if (!keeps || !sameHost) return { ...request, url, method: 'GET', headers };
	return { ...request, url, headers, ...(text !== undefined && { body: text }), ...(parts && { parts }) };
}
