import type { Handle, RequestEvent } from '@sveltejs/kit';

interface Drawn {
	status: number;
	headers: [string, string][];
	body: ArrayBuffer;
}
interface Entry {
	version: string;
	until: number;
	drawn: Promise<Drawn | undefined>;
}

interface PageMemoryDeps {
	/** Changes whenever anything that a page could show has changed. */
	version(): string;
	now?: () => number;
}

/** Relative times and free space go on without an event; so long a page may lag behind them. */
const freshMs = 2_000;
const most = 60;

/** What makes two requests for a page the same: the address, and everything of the visitor that pages look at. */
function keyOf({ request, url, isDataRequest }: RequestEvent): string {
	const seen = ['cookie', 'x-api-key', 'accept-language'].map((name) => request.headers.get(name) ?? '');
	return [isDataRequest, url.pathname, url.search, ...seen].join('\n');
}

/** A page that sets cookies or is no plain page is drawn for this one visit only. */
async function keep(response: Response): Promise<Drawn | undefined> {
	if (response.status !== 200 || response.headers.has('set-cookie')) return undefined;
	const copy = response.clone();
	return { status: 200, headers: [...response.headers], body: await copy.arrayBuffer() };
}

/** A signed-in page asked for again while nothing has changed is not drawn again; those who ask meanwhile wait for it. */
export function createPageMemory({ version, now = Date.now }: PageMemoryDeps): Handle {
	const entries = new Map<string, Entry>();

	return async ({ event, resolve }) => {
		const isPage = event.request.method === 'GET' && event.route.id?.startsWith('/(app)');
		if (!isPage || !event.locals.actor) return resolve(event);
		const key = keyOf(event);
		const known = entries.get(key);
		if (known && known.version === version() && known.until > now()) {
			const drawn = await known.drawn;
			if (drawn) return new Response(drawn.body, drawn);
		}
		const { promise: drawn, resolve: done } = Promise.withResolvers<Drawn | undefined>();
		if (entries.size >= most) entries.clear();
		entries.set(key, { version: version(), until: now() + freshMs, drawn });
		const nothing = () => done(undefined);
		try {
			const response = await resolve(event);
			// Pages may stream: the visitor does not wait until all of it can be kept.
			keep(response).then(done, nothing);
			return response;
		} catch (error) {
			nothing();
			throw error;
		}
	};
}
