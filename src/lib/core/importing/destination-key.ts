/** Two paths that many file systems take for one have the same key. */
export const destinationKey = (rootFolderId: number, path: string): string =>
	`${rootFolderId}:${path.normalize('NFC').toLowerCase()}`;

/** "Film (1927).mkv" -> "Film (1927) - Bluray-1080p.mkv", or with a number where that is taken as well. */
export function besideExisting(
	path: string,
	label: string | undefined,
	isTaken: (path: string) => boolean
): string {
	const dot = path.lastIndexOf('.');
	const cut = dot > path.lastIndexOf('/') ? dot : path.length;
	const [stem, ending] = [path.slice(0, cut), path.slice(cut)];
	const named = label === undefined ? [] : [`${stem} - ${label.replace(/[/\\:*?"<>|]/g, '')}${ending}`];
	const numbered = Array.from({ length: 50 }, (_, at) => `${stem} - ${at + 2}${ending}`);
	return [path, ...named, ...numbered].find((candidate) => !isTaken(candidate)) ?? path;
}
