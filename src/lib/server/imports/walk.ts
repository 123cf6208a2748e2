import { basename, resolve } from 'node:path';
import { discNumber } from '#core/library/parts.ts';
import { folderSeason, isPlainFolder } from '#core/release/path.ts';
import type { Workers } from '#server/platform/workers.ts';
import { baseOf } from './base-of.ts';
import type { LookRequest, SeenFolder } from './found.ts';

interface WalkOptions {
	path: string;
	kind?: 'movie' | 'series' | undefined;
	workers: Workers;
	signal: AbortSignal;
	now: number;
}

const sliceSize = 40;
const maxDepth = 30;
const sliceTimeoutMs = 120_000;

const shelf =
	/^(?:complete[d]?|incoming|finished|done|new|import(?:s|ed)?|torrents?|usenet|nzb|sabnzbd|seeding|tmp|temp|unsorted|to[ ._-]?sort|data|mnt|home|storage)$/i;
const tells = (name: string) => !isPlainFolder(name) && !shelf.test(name);

/** Names around the chosen folder that tell something: "Show/Season 1" does, "downloads/complete" does not. */
export function tellingNames(folder: string): string[] {
	const names = folder.split('/').filter(Boolean);
	const own = names.pop();
	if (own === undefined) return [];
	if (folderSeason(own) !== undefined || discNumber(own) !== undefined)
		return [...tellingNames(names.join('/')), own];
	return tells(own) ? [own] : [];
}

/** Reads folder after folder in a worker thread, each once whatever links lead to it. */
export async function* walk({ path, kind, workers, signal, now }: WalkOptions): AsyncGenerator<SeenFolder[]> {
	const chosen = resolve(path);
	const base = await baseOf(chosen);
	const request = {
		base,
		around: tellingNames(base),
		now,
		...(kind && { kind }),
		...(base !== chosen && { only: basename(chosen) })
	};
	const queue = [{ path: '', depth: 0 }];
	const seen = new Set<string>();
	while (queue.length > 0) {
		const slice = queue.splice(0, sliceSize);
		const depths = new Map(slice.map((each) => [each.path, each.depth]));
		const input: LookRequest = { ...request, folders: slice.map((each) => each.path) };
		const folders = await workers.run<LookRequest, SeenFolder[]>('look-into', input, {
			signal,
			timeoutMs: sliceTimeoutMs
		});
		signal.throwIfAborted();
		const fresh = folders.filter(({ id }) => id === '' || !seen.has(id));
		for (const folder of fresh) {
			if (folder.id !== '') seen.add(folder.id);
			const depth = depths.get(folder.path)! + 1;
			if (depth > maxDepth && folder.subfolders.length > 0)
				folder.skipped.push({ path: folder.path, reason: `It lies more than ${maxDepth} folders deep.` });
			else
				for (const name of folder.subfolders)
					queue.push({ path: folder.path === '' ? name : `${folder.path}/${name}`, depth });
		}
		yield fresh;
	}
}
