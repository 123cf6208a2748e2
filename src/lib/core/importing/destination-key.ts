/** Two paths that many file systems take for one have the same key. */
export const destinationKey = (rootFolderId: number, path: string): string =>
	`${rootFolderId}:${path.normalize('NFC').toLowerCase()}`;

const forbidden = /[/\\:*?"<>|]/g;

/** "Film (1927)/VIDEO_TS" -> "Film (1927)/Film (1927) - DVD/VIDEO_TS": a disc cannot bear another name. */
export function discBeside(
	path: string,
	label: string | undefined,
	isTaken: (path: string) => boolean
): string {
	const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
	const own = `${folder}/${folder.slice(folder.lastIndexOf('/') + 1)}`;
	const named = label === undefined ? [] : [`${own} - ${label.replace(forbidden, '')}/${name}`];
	const numbered = Array.from({ length: 50 }, (_, at) => `${own} - ${at + 2}/${name}`);
	return [path, ...named, ...numbered].find((candidate) => !isTaken(candidate)) ?? path;
}

/** "Film (1927).mkv" -> "Film (1927) - Bluray-1080p.mkv", or with a number where that is taken as well. */
export function besideExisting(
	path: string,
	label: string | undefined,
	isTaken: (path: string) => boolean
): string {
	const dot = path.lastIndexOf('.');
	const cut = dot > path.lastIndexOf('/') ? dot : path.length;
	const [stem, ending] = [path.slice(0, cut), path.slice(cut)];
	const named = label === undefined ? [] : [`${stem} - ${label.replace(forbidden, '')}${ending}`];
	const numbered = Array.from({ length: 50 }, (_, at) => `${stem} - ${at + 2}${ending}`);
	return [path, ...named, ...numbered].find((candidate) => !isTaken(candidate)) ?? path;
}
