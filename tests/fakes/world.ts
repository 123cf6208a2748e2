import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMetadataService, demoKeys } from '../../src/cli/demo/service/metadata-service.ts';
import type { Show } from '../../src/cli/demo/world/fact.ts';
import { createWorld, type World } from '../../src/cli/demo/world/world.ts';
import { startFake, type FakeReply, type FakeRequest, type FakeServer } from './http.ts';

/** What goes wrong with the requests that `when` fits, `times` times or for good. */
export interface Fault {
	when?: (request: FakeRequest) => boolean;
	times?: number;
	status?: number;
	/** Seconds for `Retry-After`. */
	retryAfter?: number;
	/** Sent in place of the answer. */
	garbage?: string | Buffer;
	/** The right answer, late. */
	delayMs?: number;
}

export interface FakeWorld extends AsyncDisposable {
	url: string;
	world: World;
	server: FakeServer;
	keys: typeof demoKeys;
	/** Environment that lets Bijou ask this world. */
	env: Record<string, string>;
	break(fault: Fault): void;
	mend(): void;
	/** Paths with their queries, as they were asked for. */
	asked(): string[];
}

/** The world of `npm run demo` for tests: real HTTP, and it can be broken. */
export async function startWorld({
	today = new Date().toISOString().slice(0, 10),
	born = today,
	shows = [],
	keys = []
}: {
	today?: string;
	born?: string;
	shows?: Show[];
	/** Others that it takes. */
	keys?: string[];
} = {}): Promise<FakeWorld> {
	const pictures = mkdtempSync(join(tmpdir(), 'bijou-world-'));
	const world = createWorld(today, { born, shows });
	const answer = createMetadataService(world, pictures, [...Object.values(demoKeys), ...keys]);
	const faults: Fault[] = [];

	const amiss = (request: FakeRequest): Fault | undefined => {
		const fault = faults.find(({ when, times = Infinity }) => times > 0 && (when?.(request) ?? true));
		if (fault?.times !== undefined) fault.times--;
		return fault;
	};
	const server = await startFake(async (request): Promise<FakeReply> => {
		const fault = amiss(request);
		if (fault?.delayMs) await sleep(fault.delayMs);
		if (fault?.garbage !== undefined)
			return { headers: { 'content-type': 'application/json' }, body: fault.garbage };
		if (fault?.status)
			return {
				status: fault.status,
				...(fault.retryAfter !== undefined && { headers: { 'retry-after': String(fault.retryAfter) } }),
				body: { success: false, status_code: 11, status_message: 'Something went wrong.' }
			};
		return answer(request);
	});

	return {
		url: server.url,
		world,
		server,
		keys: demoKeys,
		env: { TMDB_URL: server.url, TVMAZE_URL: server.url, TMDB_API_KEY: demoKeys.v3 },
		break: (fault) => void faults.push({ ...fault }),
		mend: () => void faults.splice(0),
		asked: () => server.requests.map(({ path, query }) => `${path}${query.size > 0 ? `?${query}` : ''}`),
		async [Symbol.asyncDispose]() {
			await server.close();
			rmSync(pictures, { recursive: true, force: true });
		}
	};
}
