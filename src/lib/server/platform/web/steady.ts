import type { Actor } from '#core/access/permissions.ts';
import type { App } from '#server/app.ts';
import { createAnswerMemory } from './answer-memory.ts';
import type { AnswerMemory } from './answer-memory.ts';
import type { Reply } from './reply.ts';
import type { ApiEvent } from './spec.ts';

const MiB = 1024 * 1024;
const memories = new WeakMap<App, AnswerMemory<Reply>>();

function memoryOf(app: App): AnswerMemory<Reply> {
	const known = memories.get(app) ?? createAnswerMemory<Reply>({ version: app.version, maxBytes: 3 * MiB });
	memories.set(app, known);
	return known;
}

const asker = (actor: Actor | undefined): string =>
	actor ? [actor.kind, actor.userId, actor.keyId ?? actor.sessionId].join(' ') : '';

/** The same answer to the same question of the same visitor, until anything has changed. Who may ask is settled before. */
export async function steadily(
	{ locals: { app, actor }, url }: ApiEvent,
	make: () => Promise<Reply | Response>
): Promise<Reply | Response> {
	const memory = memoryOf(app);
	const key = `${asker(actor)}\n${url.pathname}${url.search}`;
	const known = memory.find(key);
	if (known) return known;
	const since = app.version();
	const reply = await make();
	// Twice its length: the compressed forms are kept with it.
	if (!(reply instanceof Response) && reply.status === 200 && reply.body)
		memory.keep(key, reply, { since, bytes: 2 * reply.body.bytes.length });
	return reply;
}
