export interface Hop {
	url: URL;
	method: string;
	headers: Headers;
	body: Buffer | undefined;
}

const kept = /^(?:accept(?:-.*)?|user-agent|range|if-.*|content-type|cache-control|referer)$/;

/** The request that follows a redirect; keys and cookies stay behind when it leads to another origin. */
export function nextHop(hop: Hop, status: number, location: URL): Hop {
	const headers = new Headers(hop.headers);
	if (location.origin !== hop.url.origin) {
		for (const name of [...headers.keys()]) if (!kept.test(name)) headers.delete(name);
	}
	const asGet =
		(status === 303 && hop.method !== 'HEAD') ||
		((status === 301 || status === 302) && hop.method === 'POST');
	if (!asGet) return { ...hop, url: location, headers };
	headers.delete('content-type');
	return { url: location, method: 'GET', headers, body: undefined };
}
