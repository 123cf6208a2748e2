import { setTimeout as sleep } from 'node:timers/promises';

interface House {
	url: string;
	key: string;
	roots: { name: string; path: string; kind: 'movie' | 'series'; seriesType?: string }[];
	say(line: string): void;
}

/** Moves in through the public API: a library a root, its folder, and the first scan. */
export async function settle({ url, key, roots, say }: House): Promise<void> {
	await untilReady(url);
	const call = async <T>(path: string, body?: object): Promise<T> => {
		const answer = await fetch(`${url}/api/${path}`, {
			...(body && { method: 'POST', body: JSON.stringify(body) }),
			headers: { 'x-api-key': key, 'content-type': 'application/json' }
		});
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	const { items: known } = await call<{ items: { path: string }[] }>('root-folders');
	const missing = roots.filter(({ path }) => !known.some((root) => root.path === path));
	for (const { name, path, kind, seriesType = 'standard' } of missing) {
		const library = await call<{ id: number }>('library/libraries', { name, kind, seriesType });
		await call('root-folders', { path, libraryId: library.id });
	}
	if (missing.length > 0) say('The films are being read and looked up; pages fill while you watch.');
}

async function untilReady(url: string): Promise<void> {
	for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
		const answer = await fetch(`${url}/api/health`).catch(() => undefined);
		if (answer?.ok) return;
	}
	throw new Error(`Bijou does not answer at ${url}.`);
}
