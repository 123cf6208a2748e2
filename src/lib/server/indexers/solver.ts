import { z } from 'zod';
import { AppError } from '#server/platform/errors.ts';
import type { Http, HttpOptions, HttpResponse } from '#server/platform/http.ts';

const solution = z.object({
	status: z.string(),
	message: z.string().default(''),
	solution: z
		.object({
			userAgent: z.string(),
			cookies: z.array(z.object({ name: z.string(), value: z.string() })).default([])
		})
		.optional()
});

interface Pass {
	userAgent: string;
	cookie: string;
}

const solveMs = 60_000;
const challenge =
	/<title>\s*(?:just a moment|attention required|ddos-guard|access denied)|cf[-_]challenge|challenge-platform|__ddg/i;

/**
 * Sites that check the browser are passed with the cookies and browser name that a FlareSolverr-compatible service
 * got there. The site itself is still asked from here, so what is posted never passes through the service.
 */
export function throughSolver(http: Http, address: string): Http {
	const passes = new Map<string, Pass>();
	const solving = new Map<string, Promise<Pass>>();

	async function solve(url: URL, signal?: AbortSignal): Promise<Pass> {
		const answer = await http.json(new URL('/v1', address), {
			json: { cmd: 'request.get', url: url.origin + '/', maxTimeout: solveMs },
			schema: solution,
			timeoutMs: solveMs + 10_000,
			retries: 0,
			okStatuses: 'any',
			signal
		});
		if (answer.status !== 'ok' || !answer.solution) {
			throw new AppError('challenge', `The browser check of ${url.host} was not solved: ${answer.message}`, {
				status: 502
			});
		}
		const { userAgent, cookies } = answer.solution;
		return { userAgent, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
	}
	function passFor(url: URL, signal?: AbortSignal): Promise<Pass> {
		const under = solving.get(url.host);
		if (under) return under;
		const started = solve(url, signal)
			.then((pass) => {
				passes.set(url.host, pass);
				return pass;
			})
			.finally(() => solving.delete(url.host));
		solving.set(url.host, started);
		return started;
	}

	const wrap = (inner: Http): Http => ({
		...inner,
		async request(target, options = {}) {
			const url = new URL(target);
			const known = passes.get(url.host);
			const first = await inner.request(url, known ? dressed(options, known) : options).catch(challenged);
			if (first && !isChallenge(first)) return first;
			const pass = await passFor(url, options.signal);
			return inner.request(url, dressed(options, pass));
		},
		async text(target, options) {
			return (await this.request(target, options)).text();
		},
		with: (defaults) => wrap(inner.with(defaults))
	});
	return wrap(http);
}

/** Where such a status is a fault, what stands in the answer is not known: it may be the check. */
function challenged(error: unknown): undefined {
	const status = error instanceof AppError && (error.details as { status?: number } | undefined)?.status;
	if (status === 403 || status === 503) return undefined;
	throw error;
}

function isChallenge({ status, headers, text }: HttpResponse): boolean {
	if (status !== 403 && status !== 503) return false;
	return headers.get('cf-mitigated') === 'challenge' || challenge.test(text().slice(0, 20_000));
}

function dressed(options: HttpOptions, { userAgent, cookie }: Pass): HttpOptions {
	const given = options.headers ?? {};
	const own = Object.entries(given).find(([name]) => name.toLowerCase() === 'cookie')?.[1];
	const rest = Object.fromEntries(
		Object.entries(given).filter(([name]) => !/^(?:cookie|user-agent)$/i.test(name))
	);
	return {
		...options,
		headers: { ...rest, 'user-agent': userAgent, cookie: [own, cookie].filter(Boolean).join('; ') }
	};
}
