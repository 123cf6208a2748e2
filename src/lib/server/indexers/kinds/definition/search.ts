import type { SearchRequest } from '#core/definition/plan-search.ts';
import type { Draft } from '#core/definition/fields.ts';
import type { Definition } from '#core/definition/definition.ts';
import type { Answer } from '#core/definition/request.ts';
import type { SearchReading } from '#core/definition/read-answer.ts';
import type { SearchQuery } from '#core/torznab/query.ts';
import { AppError, upstream } from '#server/platform/errors.ts';
import type { Fetched, SendOptions, Session } from './session.ts';
import { loginFailed, type SignIn } from './sign-in.ts';
import type { DefinitionThread } from './thread.ts';

export interface SearchOutcome {
	drafts: Draft[];
	rows: number;
	dropped: SearchReading['dropped'];
	sample?: Record<string, string | null>;
}
export type RunSearch = (query: SearchQuery, options: SendOptions) => Promise<SearchOutcome>;

interface SearchDeps {
	definition: Definition;
	thread: DefinitionThread;
	session: Session;
	signIn: SignIn;
}

const empty: SearchReading = { releases: [], rows: 0, dropped: [], loginNeeded: false };

export function createSearch({ definition, thread, session, signIn }: SearchDeps): RunSearch {
	return async (query, options) => {
		const requests = await thread.run('planSearch', { query }, options.signal);
		if (requests.length) await signIn.prepare(options);
		const outcome: SearchOutcome = { drafts: [], rows: 0, dropped: [] };
		for (const request of requests) {
			const reading = await answerOf(request, query, options);
			outcome.drafts.push(...reading.releases);
			outcome.rows += reading.rows;
			outcome.dropped.push(...reading.dropped);
			if (reading.sample) outcome.sample ??= reading.sample;
		}
		return outcome;
	};

	/** Sends a request; if nobody is signed in, signs in and sends it once more. */
	async function answerOf(
		request: SearchRequest,
		query: SearchQuery,
		options: SendOptions
	): Promise<SearchReading> {
		const first = await session.send(request, options);
		if (!definition.login) return read(first, request, query, options);
		if (!refused(first)) {
			const reading = await read(first, request, query, options);
			if (!reading.loginNeeded) return reading;
		}
		if (isBrowserCheck(first.answer)) throw browserCheck();
		await signIn.again(options);
		const second = await session.send(request, options);
		if (refused(second)) throw stillRefused(second);
		const reading = await read(second, request, query, options);
		// The test may fit other pages only; results prove that the login holds.
		if (reading.loginNeeded && !reading.rows)
			throw loginFailed(`${definition.name} shows no results: the login does not hold.`);
		return reading;
	}

	async function read(
		{ answer, redirect }: Fetched,
		request: SearchRequest,
		query: SearchQuery,
		options: SendOptions
	) {
		if (redirect) return readRedirect(redirect, request);
		if (isBrowserCheck(answer)) throw browserCheck();
		if (answer.status !== 200) throw statusFault(answer.status);
		return thread.run('readAnswer', { query, request, answer }, options.signal);
	}

	/** Sites redirect within themselves when a search has no list of results; elsewhere when they have moved. */
	function readRedirect(redirect: string, request: SearchRequest): SearchReading {
		if (URL.canParse(redirect) && new URL(redirect).host === new URL(request.url).host) return empty;
		throw upstream(`${definition.name} redirects to ${redirect}. If the site has moved, change its address.`);
	}

	function stillRefused({ answer, redirect }: Fetched): AppError {
		if (answer.status === 429) return statusFault(429);
		return redirect
			? loginFailed(`${definition.name} redirects to ${redirect} although the login went through.`)
			: loginFailed(
					`${definition.name} answers with status ${answer.status} although the login went through.`
				);
	}

	function browserCheck(): AppError {
		return new AppError('challenge', `${definition.name} asks for a browser check before it answers.`, {
			status: 502
		});
	}

	function statusFault(status: number): AppError {
		const code = status === 429 ? 'rate_limited' : 'status';
		return new AppError(code, `${definition.name} answered with status ${status}.`, {
			status: 502,
			details: { status }
		});
	}
}

/** Pages of services that let browsers pass only, known by their scripts. */
function isBrowserCheck({ status, bytes }: Answer): boolean {
	if (status !== 403) return false;
	const start = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1');
	return /<title>Just a moment|cdn-cgi\/challenge-platform|ddos-guard/i.test(start);
}

const refused = ({ answer, redirect }: Fetched): boolean =>
	redirect !== undefined || (answer.status >= 400 && answer.status !== 429);
