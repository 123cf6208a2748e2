import type { Handle, RequestEvent } from '@sveltejs/kit';
import { createAnswerMemory } from './answer-memory.ts';
import { createBody } from './compress.ts';
import { toResponse } from './reply.ts';
import type { Reply } from './reply.ts';

/** A page that was drawn, or is being drawn: then nobody knows yet whether it may be kept. */
export interface DrawnPage {
	route: string;
	drawn: Promise<Reply | undefined>;
}

export interface PageMemory {
	/** Draws a signed-in page once while nothing has changed; those who ask meanwhile wait for it. */
	handle: Handle;
	/** For those who know who asks: whoever has the cookie of the visitor gets what the visitor saw. */
	find(href: string, headers: Headers): DrawnPage | undefined;
}

interface PageMemoryDeps {
	/** Changes whenever anything that a page could show has changed. */
	version(): string;
	now?: () => number;
}

/** Relative times and free space go on without an event; so long a page may lag behind them. */
const freshMs = 2_000;
const maxBytes = 4 * 1024 * 1024;

/** What makes two requests for a page the same: the address, and everything of the visitor that pages look at. */
function keyOf(href: string, headers: Headers): string {
	const seen = ['cookie', 'x-api-key', 'accept-language'].map((name) => headers.get(name) ?? '');
	return [href, ...seen].join('\n');
}

/** A page that sets cookies or is no plain page is drawn for this one visit only. */
async function keepable(response: Response): Promise<Reply | undefined> {
	if (response.status !== 200 || response.headers.has('set-cookie')) return undefined;
	const copy = response.clone();
	return {
		status: 200,
		headers: Object.fromEntries(response.headers),
		body: createBody(await copy.arrayBuffer())
	};
}

export function createPageMemory({ version, now = Date.now }: PageMemoryDeps): PageMemory {
	const memory = createAnswerMemory<DrawnPage>({ version, maxBytes, now });
	const isPage = ({ request, route, locals }: RequestEvent) =>
		request.method === 'GET' && route.id?.startsWith('/(app)') && locals.actor !== undefined;

	return {
		find: (href, headers) => memory.find(keyOf(href, headers)),
		async handle({ event, resolve }) {
			if (!isPage(event)) return resolve(event);
			const key = keyOf(event.request.url, event.request.headers);
			const known = memory.find(key);
			const earlier = known && (await known.drawn);
			if (earlier) return toResponse(earlier);
			const { promise: drawn, resolve: done } = Promise.withResolvers<Reply | undefined>();
			const page = { route: event.route.id ?? 'none', drawn };
			const [since, until] = [version(), now() + freshMs];
			const settle = (reply: Reply | undefined) => {
				if (reply?.body) memory.keep(key, page, { since, until, bytes: 2 * reply.body.bytes.length });
				else memory.forget(key);
				done(reply);
			};
			const nothing = () => settle(undefined);
			memory.keep(key, page, { since, until, bytes: 0 });
			try {
				const response = await resolve(event);
				// Pages may stream: the visitor does not wait until all of it can be kept.
				keepable(response).then(settle, nothing);
				return response;
			} catch (error) {
				nothing();
				throw error;
			}
		}
	};
}
