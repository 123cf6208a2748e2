import type { Definition } from '#core/definition/definition.ts';
import type { SearchQuery } from '#core/torznab/query.ts';
import type { Trace, TracedRequest } from '../../indexer.ts';
import type { SearchOutcome } from './search.ts';
import type { SendOptions } from './session.ts';
import { loginFailed, type SignIn } from './sign-in.ts';

interface TestDeps {
	definition: Definition;
	signIn: SignIn;
	mask(text: string): string;
	search(query: SearchQuery, options: SendOptions): Promise<SearchOutcome & { releases: number }>;
}

/** Signs in if the site asks for it, searches for the newest, and tells what happened on the way. */
export function createTest({ definition, signIn, mask, search }: TestDeps) {
	return async function test(signal?: AbortSignal): Promise<Trace> {
		const trace: Trace = { ok: false, message: '', requests: [], rows: 0, releases: 0, dropped: [] };
		const options: SendOptions = { signal, record: (request) => trace.requests.push(masked(request)) };
		try {
			await ensureSignedIn(options);
			const found = await search({ mode: 'search', interactive: true }, options);
			trace.rows = found.rows;
			trace.releases = found.releases;
			trace.dropped = found.dropped.map(({ reason }) => mask(reason));
			if (found.sample) trace.fields = maskedTexts(found.sample);
			trace.ok = found.releases > 0 || found.rows === 0;
			trace.message = message(found);
		} catch (error) {
			if (signal?.aborted) throw error;
			trace.message = mask(error instanceof Error ? error.message : String(error));
		}
		return trace;
	};

	async function ensureSignedIn(options: SendOptions) {
		if (!definition.login) return;
		await signIn.prepare(options);
		if (await signIn.holds(options)) return;
		await signIn.again(options);
		if (!(await signIn.holds(options))) throw loginFailed(`The login at ${definition.name} does not hold.`);
	}

	function masked(request: TracedRequest): TracedRequest {
		const { redirectedTo, error } = request;
		return {
			...request,
			url: mask(request.url),
			...(redirectedTo && { redirectedTo: mask(redirectedTo) }),
			...(error && { error: mask(error) })
		};
	}

	function maskedTexts(texts: Record<string, string | null>) {
		const masked = Object.entries(texts).map(([name, text]) => [name, text === null ? null : mask(text)]);
		return Object.fromEntries(masked) as Record<string, string | null>;
	}
}

function message({ rows, releases }: { rows: number; releases: number }): string {
	if (releases) return `Found ${releases} releases.`;
	return rows
		? `Found ${rows} rows, but no release could be read from them.`
		: 'The site answered, but listed nothing.';
}
