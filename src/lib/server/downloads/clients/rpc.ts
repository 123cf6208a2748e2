import { z } from 'zod';
import type { HttpOptions } from '#server/platform/http.ts';
import type { Talk } from './talk.ts';

const answer = z.object({
	result: z.unknown().optional(),
	error: z
		.union([z.object({ code: z.number().optional(), message: z.string().default('') }), z.string()])
		.nullish()
});

export interface RpcFault {
	code?: number | undefined;
	message: string;
}
export type RpcResult<T> = { result: T } | { fault: RpcFault };

/** JSON-RPC as most clients speak it: refusals may come with any status. */
export function createRpc(talk: Talk, path: string, defaults: HttpOptions = {}) {
	let id = 0;
	return async function call<T>(
		method: string,
		params: unknown[],
		schema: z.ZodType<T>,
		signal?: AbortSignal
	): Promise<RpcResult<T>> {
		const json = { jsonrpc: '2.0', id: String(++id), method, params };
		const response = await talk.ask(path, { ...defaults, method: 'POST', json, signal });
		const told = isJson(response.text()) ? answer.safeParse(response.json()) : undefined;
		const error = told?.data?.error;
		if (error) return { fault: typeof error === 'string' ? { message: error } : error };
		const { result } = talk.read(response, answer);
		const parsed = schema.safeParse(result);
		if (!parsed.success)
			throw talk.oddForm(`${method} ${parsed.error.issues[0]?.path.join('.') ?? ''}`.trim());
		return { result: parsed.data };
	};
}

const isJson = (text: string) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};
