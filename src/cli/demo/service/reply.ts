export interface Request {
	path: string;
	query: URLSearchParams;
	headers: Record<string, string | string[] | undefined>;
}

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	/** Objects are sent as JSON. */
	body?: object | string | Buffer;
}

/** The first pattern that fits answers. */
export type Route = [pattern: RegExp, answer: (parts: string[], request: Request) => Reply | Promise<Reply>];

export function route(routes: readonly Route[], request: Request): Reply | Promise<Reply> | undefined {
	for (const [pattern, answer] of routes) {
		const match = pattern.exec(request.path);
		if (match) return answer(match.slice(1), request);
	}
	return undefined;
}
