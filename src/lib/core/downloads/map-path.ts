export interface PathMapping {
	/** As the client sees it. */
	remote: string;
	/** As Bijou sees it. */
	local: string;
}

/** Reads `/downloads => /mnt/nas/downloads`; nothing when it is not of that form. */
export function readMapping(line: string): PathMapping | undefined {
	const [remote, local, ...more] = line.split('=>').map((part) => part.trim());
	return remote && local && more.length === 0 ? { remote, local } : undefined;
}

const isWindows = (path: string) => /^[a-z]:[\\/]|^\\\\/i.test(path);
const slashed = (path: string) => (isWindows(path) ? path.replaceAll('\\', '/') : path);
const bare = (path: string) => slashed(path).replace(/(?<=.)\/+$/, '');

/** Where Bijou finds what the client says lies at `path`: the longest mapping that covers it. */
export function mapPath(path: string, mappings: readonly PathMapping[]): string {
	const wanted = bare(path);
	// Windows does not tell capitals from small letters.
	const same = (text: string) => (isWindows(path) ? text.toLowerCase() : text);
	const covers = ({ remote }: PathMapping) => {
		const root = same(bare(remote));
		return same(wanted) === root || same(wanted).startsWith(root === '/' ? root : `${root}/`);
	};
	const best = mappings.filter(covers).toSorted((a, b) => bare(b.remote).length - bare(a.remote).length)[0];
	if (!best) return path;
	const rest = wanted.slice(bare(best.remote).length).replace(/^\/+/, '');
	const local = best.local.replace(/(?<=.)[\\/]+$/, '');
	return rest ? `${local === '/' ? '' : local}/${rest}` : local;
}
