import { z } from 'zod';

const topics = z.array(z.string().max(64)).max(100);

const request = z.object({
	subscribe: topics.optional(),
	unsubscribe: topics.optional(),
	since: z.object({ epoch: z.string().max(64), seq: z.number().int().nonnegative() }).optional()
});

export type SocketRequest = z.output<typeof request>;

export function readRequest(text: string): SocketRequest | undefined {
	try {
		return request.parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}
