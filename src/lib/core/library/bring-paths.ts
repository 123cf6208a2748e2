/** The other program's folder and ours for the same place. */
export interface PathMapping {
	from: string;
	to: string;
}

const isWindows = (path: string) => /^(?:[a-z]:|\\\\)/i.test(path);

/** Forward slashes, none at the end, so that paths of all systems compare. */
export function plainPath(path: string): string {
	const slashed = isWindows(path) ? path.replaceAll('\\', '/') : path;
	return slashed.length > 1 ? slashed.replace(/(?<=.)\/+$/, '') : slashed;
}

const folded = (path: string) => (isWindows(path) ? path.toLowerCase() : path);

/** What is left of `path` below `folder`: '' when it is the folder itself. */
export function below(path: string, folder: string): string | undefined {
	const [whole, start] = [plainPath(path), plainPath(folder)];
	if (folded(whole) === folded(start)) return '';
	const stem = start.endsWith('/') ? start : `${start}/`;
	return folded(whole).startsWith(folded(stem)) ? whole.slice(stem.length) : undefined;
}

/** Where the other program's path lies here; the longest mapping that fits decides. */
export function mapPath(path: string, mappings: readonly PathMapping[]): string {
	const longestFirst = mappings.toSorted((a, b) => b.from.length - a.from.length);
	for (const { from, to } of longestFirst) {
		const rest = below(path, from);
		if (rest === undefined) continue;
		const start = plainPath(to);
		return rest === '' ? start : `${start === '/' ? '' : start}/${rest}`;
	}
	return plainPath(path);
}

const lastName = (path: string) => plainPath(path).split('/').at(-1)!.toLowerCase();

/** Folders of ours that a folder of theirs could be, likeliest first: the same path, then the same last names. */
export function likelyPlaces(remote: string, local: readonly string[]): string[] {
	const theirs = plainPath(remote);
	const same = local.filter((path) => plainPath(path) === theirs);
	const named = local.filter((path) => !same.includes(path) && lastName(path) === lastName(theirs));
	return [...same, ...named];
}
