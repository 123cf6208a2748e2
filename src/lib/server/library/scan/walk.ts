import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { isInside } from '#server/platform/files.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { ItemKind } from '../schema/folders.ts';
import type { ReadFolder, ReadRequest, Skipped } from './found.ts';

export interface KnownFolder {
	mtimeMs: number;
	subfolders: string[];
}

export interface WalkOptions {
	root: string;
	/** Where the root really is, and its device and inode. */
	realRoot: string;
	rootId: string;
	kind: ItemKind;
	skipPatterns: readonly string[];
	known: ReadonlyMap<string, KnownFolder>;
	/** Where to begin, below the root. */
	from: readonly string[];
	/** Read every folder, whatever its time. */
	full: boolean;
	workers: Workers;
	signal: AbortSignal;
	skip(what: Skipped): void;
}

const sliceSize = 120;
/** Each further thread has to warm up on its own, which two cores cannot afford beside the writing. */
const inFlight = availableParallelism() > 2 ? 2 : 1;
const maxDepth = 60;
/** A disk that does not answer for so long is not there. */
const sliceTimeoutMs = 120_000;

interface Waiting {
	path: string;
	depth: number;
	/** The folder was reached through a link. */
	linked: boolean;
}

/** Reads folder after folder in worker threads, a slice of them at a time, the next ones while the last are put away. */
export async function* walk(options: WalkOptions): AsyncGenerator<ReadFolder[]> {
	const { root, kind, skipPatterns, known, full, workers, signal } = options;
	const queue: Waiting[] = options.from.map((path) => ({ path, depth: 0, linked: false }));
	const targets = new Set<string>();
	const linkedAt = new Map<string, Waiting>();

	const request = () => {
		const slice = queue.splice(0, sliceSize);
		const folders = slice.map(({ path }) => {
			const mtimeMs = full ? undefined : known.get(path)?.mtimeMs;
			return { path, ...(mtimeMs !== undefined && mtimeMs >= 0 && { mtimeMs }) };
		});
		const input: ReadRequest = { root, kind, skipPatterns, folders };
		const answer = workers.run<ReadRequest, string>('read-folders', input, {
			signal,
			timeoutMs: sliceTimeoutMs
		});
		answer.catch(() => undefined);
		return { slice, answer };
	};
	const asked: ReturnType<typeof request>[] = [];
	/** The question is on its way before this thread goes on to write: until then the other one would stand still. */
	const askOn = async () => {
		while (asked.length < inFlight && queue.length > 0) asked.push(request());
		await turn();
	};

	await askOn();
	for (let next = asked.shift(); next; next = asked.shift()) {
		const { slice, answer } = next;
		const text = await answer;
		await askOn();
		const folders = JSON.parse(text) as ReadFolder[];
		const taken: ReadFolder[] = [];
		folders.forEach((folder, index) => {
			const waiting = slice[index]!;
			if (waiting.linked && isTwice(folder, waiting)) return;
			taken.push(folder);
			if (folder.unchanged) folder.subfolders = known.get(folder.path)?.subfolders ?? [];
			follow(folder, waiting);
		});
		await askOn();
		yield taken;
		signal.throwIfAborted();
	}

	function follow(folder: ReadFolder, { depth, linked }: Waiting) {
		const below = (name: string) => (folder.path === '' ? name : `${folder.path}/${name}`);
		if (depth >= maxDepth) {
			if (folder.subfolders.length > 0)
				options.skip({ path: folder.path, reason: `It lies more than ${maxDepth} folders deep.` });
			return;
		}
		for (const name of folder.subfolders)
			queue.push({ path: below(name), depth: depth + 1, linked: linked || linkedAt.has(below(name)) });
		for (const { name, id, real } of folder.links) {
			const path = below(name);
			const reason = loopReason(id, real);
			if (reason) {
				options.skip({ path, reason });
				folder.mtimeMs = -1;
			} else {
				targets.add(id);
				const waiting = { path, depth: depth + 1, linked: true };
				linkedAt.set(path, waiting);
				queue.push(waiting);
				folder.subfolders.push(name);
			}
		}
	}

	function loopReason(id: string, real: string): string | undefined {
		if (id === options.rootId || isInside(options.realRoot, real))
			return 'It is a link to a folder that is scanned anyway.';
		if (isInside(real, options.realRoot)) return 'It is a link to a folder around this one.';
		return targets.has(id) ? 'It is a second link to the same folder.' : undefined;
	}

	/** Below a link one may come upon what is scanned from another side. */
	function isTwice(folder: ReadFolder, { path }: Waiting): boolean {
		const isTarget = linkedAt.has(path);
		if (folder.id !== options.rootId && (isTarget || !targets.has(folder.id))) return false;
		options.skip({ path, reason: 'It is scanned from another side already.' });
		return true;
	}
}
