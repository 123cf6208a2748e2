export interface Rename {
	readonly id: number | string;
	/** Relative to one root, with slashes. */
	readonly from: string;
	readonly to: string;
}

export interface PlannedRename extends Rename {
	readonly state: 'same' | 'move' | 'conflict';
	/** Why it cannot be done, in a sentence. */
	readonly conflict?: string | undefined;
}

export interface RenamePlan {
	readonly renames: readonly PlannedRename[];
	/** In an order in which no move meets a file that is still to go. */
	readonly moves: readonly Move[];
}

export interface Move extends Rename {
	/** Goes by a temporary name, for it trades places with others. */
	readonly viaTemporary: boolean;
}

// Many file systems take "A.mkv" and "a.mkv", or the two ways to write "é", for one name.
const keyOf = (path: string): string => path.normalize('NFC').toLowerCase();

/** What renaming would do, and what it would run into. `occupied` are all the paths there are. */
export function previewRenames(renames: readonly Rename[], occupied: Iterable<string>): RenamePlan {
	const moving = renames.filter(({ from, to }) => from !== to);
	const leaving = new Set(moving.map(({ from }) => keyOf(from)));
	const staying = new Map(
		[...occupied].filter((path) => !leaving.has(keyOf(path))).map((path) => [keyOf(path), path])
	);
	for (const { from, to } of renames) if (from === to) staying.set(keyOf(from), from);
	const claims = Map.groupBy(moving, ({ to }) => keyOf(to));
	const blocked = new Map<Rename, string>();
	for (const rename of moving) {
		const rival = claims.get(keyOf(rename.to))!.find((other) => other !== rename);
		if (rival) blocked.set(rename, `"${rival.from}" would get the same name.`);
	}
	blockBehind(moving, staying, blocked);
	const planned = renames.map((rename): PlannedRename => {
		const conflict = blocked.get(rename);
		if (conflict !== undefined) return { ...rename, state: 'conflict', conflict };
		return { ...rename, state: rename.from === rename.to ? 'same' : 'move' };
	});
	return { renames: planned, moves: inOrder(moving.filter((rename) => !blocked.has(rename))) };
}

/** A file that cannot leave keeps its place, which may block the one that wanted it, and so on. */
function blockBehind(
	moving: readonly Rename[],
	staying: Map<string, string>,
	blocked: Map<Rename, string>
): void {
	for (const [rename] of blocked) staying.set(keyOf(rename.from), rename.from);
	for (let changed = true; changed;) {
		changed = false;
		for (const rename of moving) {
			const there = staying.get(keyOf(rename.to)) ?? parentFile(rename.to, staying);
			if (blocked.has(rename) || there === undefined || there === rename.from) continue;
			blocked.set(rename, `"${there}" is there already.`);
			staying.set(keyOf(rename.from), rename.from);
			changed = true;
		}
	}
}

/** A file cannot be a folder as well. */
function parentFile(path: string, staying: ReadonlyMap<string, string>): string | undefined {
	const parts = path.split('/');
	const parents = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
	return parents.map((parent) => staying.get(keyOf(parent))).find((there) => there !== undefined);
}

function inOrder(moves: readonly Rename[]): Move[] {
	const waiting = new Map(moves.map((move) => [keyOf(move.from), move]));
	const ordered: Move[] = [];
	while (waiting.size > 0) {
		const free = [...waiting.values()].filter(
			(move) => !waiting.has(keyOf(move.to)) || waiting.get(keyOf(move.to)) === move
		);
		const [next] = free.length > 0 ? [] : waiting.values();
		for (const move of next ? [next] : free) {
			waiting.delete(keyOf(move.from));
			ordered.push({ ...move, viaTemporary: next !== undefined });
		}
	}
	return ordered;
}
