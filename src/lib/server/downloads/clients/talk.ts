import type { z } from 'zod';
import { AppError, upstream } from '#server/platform/errors.ts';
import type { Http, HttpOptions, HttpResponse } from '#server/platform/http.ts';

export interface Place {
	/** The product's name. */
	title: string;
	address: string;
	verifyTls: boolean;
	http: Http;
}

export interface Talk {
	/** Any status is an answer; only what cannot be reached is a fault. */
	ask(path: string, options?: HttpOptions): Promise<HttpResponse>;
	/** The answer as JSON of this form. */
	read<T>(response: HttpResponse, schema: z.ZodType<T>): T;
	/** Throws, in words, unless the answer is a success. */
	expectOk(response: HttpResponse): HttpResponse;
	/** It speaks, but not as documented; `where` the surprise was. */
	oddForm(where?: string): AppError;
	badLogin(what?: string): AppError;
	fault(message: string): AppError;
}

const timeoutMs = 15_000;

/** One way to speak to every client, so that its troubles are told in the same words. */
export function createTalk({ title, address, verifyTls, http }: Place): Talk {
	const base = new URL(address.endsWith('/') ? address : `${address}/`);
	const shown = `${base.origin}${base.pathname.replace(/\/$/, '')}`;
	const fault = (message: string) => upstream(message);

	const talk: Talk = {
		async ask(path, options = {}) {
			try {
				// What a person put into the address (`user:password@`) is no part of a request.
				const url = new URL(path.replace(/^\//, ''), `${base.origin}${base.pathname}`);
				return await http.request(url, {
					okStatuses: 'any',
					retries: 0,
					timeoutMs,
					redirect: 'follow',
					maxRedirects: 3,
					verifyTls,
					...options,
					// NZBGet and others close kept connections without a word, and a POST is not sent twice.
					headers: { ...options.headers, connection: 'close' }
				});
			} catch (error) {
				throw reached(error, title, shown);
			}
		},
		read(response, schema) {
			talk.expectOk(response);
			let answer: unknown;
			try {
				answer = JSON.parse(response.text());
			} catch {
				throw notTheApi(title, shown, response);
			}
			const parsed = schema.safeParse(answer);
			if (parsed.success) return parsed.data;
			throw talk.oddForm(parsed.error.issues[0]?.path.join('.'));
		},
		expectOk(response) {
			const { status } = response;
			if (status >= 200 && status < 300) return response;
			if (status === 401 || status === 403) throw talk.badLogin();
			if (status === 404 || status === 405 || status === 501) throw notTheApi(title, shown, response);
			throw fault(`${title} at ${shown} answered with status ${status}${said(response)}`);
		},
		oddForm: (where) =>
			new AppError(
				'unexpected',
				`${title} answered in a form that Bijou does not know${where ? ` (${where})` : ''}.`,
				{
					status: 502
				}
			),
		badLogin: (what = 'the user name or the password') =>
			new AppError('login', `${title} did not accept ${what}.`, { status: 502 }),
		fault
	};
	return talk;
}

/** Faults of the way there: the next client may be asked instead, because nothing was taken. */
export const isUnreachable = (error: unknown): boolean =>
	error instanceof AppError && ['connection', 'dns', 'tls', 'refused_address', 'login'].includes(error.code);

function reached(error: unknown, title: string, shown: string): unknown {
	if (!(error instanceof AppError)) return error;
	const words: Record<string, string> = {
		connection: `Nobody answers at ${shown}. Is ${title} running, and are address and port right?`,
		timeout: `${title} at ${shown} did not answer in time.`,
		tls: `No secure connection to ${shown}: ${tlsReason(error.message)}`
	};
	const message = words[error.code];
	return message ? new AppError(error.code, message, { status: error.status, cause: error }) : error;
}

const tlsReason = (message: string) =>
	/self.signed|unable to verify|unable to get/i.test(message)
		? 'its certificate is not signed by anybody known. If it is your own, switch off the check under Advanced.'
		: /wrong version number|packet length/i.test(message)
			? 'it does not speak https. Try http.'
			: message.replace(/^[^:]*: /, '');

function notTheApi(title: string, shown: string, response: HttpResponse): AppError {
	const isPage = /^\s*</.test(response.text()) || /html/.test(response.headers.get('content-type') ?? '');
	const what = isPage ? 'A web page answers' : 'Something else answers';
	return new AppError(
		'unexpected',
		`${what} at ${shown}, not ${title}. Check the address, its port and its URL base.`,
		{ status: 502 }
	);
}

/** The first words of a plain answer. */
function said(response: HttpResponse): string {
	const text = response.text().trim();
	return !text || text.startsWith('<') ? '.' : `: ${text.slice(0, 200)}`;
}
