import { isDisc } from '#core/library/disc.ts';
import { splitEnding } from '#core/library/file-kinds.ts';
import type { ExtraType } from '#core/release/types.ts';
import { thoseComing, type Companion } from './companion.ts';
import { sidecarName } from './sidecar-path.ts';

/** The folder of each kind of extra, as Jellyfin, Plex, Emby and Kodi read them. */
const folders: Record<ExtraType, string> = {
	trailer: 'trailers',
	sample: 'samples',
	'theme-song': 'theme-music',
	'theme-video': 'backdrops',
	scene: 'scenes',
	'deleted-scene': 'deleted scenes',
	clip: 'clips',
	interview: 'interviews',
	'behind-the-scenes': 'behind the scenes',
	featurette: 'featurettes',
	short: 'shorts',
	unknown: 'extras'
};

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const bears = (name: string, stem: string) => name.toLowerCase().startsWith(stem.toLowerCase());

export interface Arriving {
	/** Where the file was, below the folder that was looked into. */
	was: string;
	/** Where it goes, below its root folder. */
	is: string;
	companions: readonly Companion[];
}

/** Where each of those that come goes, below the root folder: by companion's path. */
export function companionPaths({ was, is, companions }: Arriving): Map<string, string> {
	const places = new Map<string, string>();
	const taken = new Set<string>([is.toLowerCase()]);
	const isTaken = (path: string) => taken.has(path.toLowerCase());
	const coming = thoseComing(companions);
	// What lies beside an extra is named after the name that the extra gets.
	const inOrder = [
		...coming.filter(({ of }) => of === undefined),
		...coming.filter(({ of }) => of !== undefined)
	];
	for (const companion of inOrder) {
		const video =
			companion.of === undefined ? { was, is } : { was: companion.of, is: places.get(companion.of) ?? is };
		const path = placeOf(companion, video, isTaken);
		taken.add(path.toLowerCase());
		places.set(companion.path, path);
	}
	return places;
}

function placeOf(
	{ path, kind, extraType }: Companion,
	video: { was: string; is: string },
	isTaken: (path: string) => boolean
): string {
	const below = (name: string, folder = '') => [folderOf(video.is), folder, name].filter(Boolean).join('/');
	const name = nameOf(path);
	const names = { was: nameOf(video.was), is: nameOf(video.is) };
	const stem = splitEnding(names.was).stem;
	if (kind === 'disc') return below(name);
	if (kind === 'extra') {
		const folder = folders[extraType ?? 'unknown'];
		const own =
			bears(name, stem) && !isDisc(names.is) ? splitEnding(names.is).stem + name.slice(stem.length) : name;
		return firstFree(below(own, folder), isTaken);
	}
	// A picture for the whole film keeps the name by which players know it; a disc has no name to lend.
	if (isDisc(names.is) || (kind === 'image' && !bears(name, stem))) return firstFree(below(name), isTaken);
	if (kind === 'nfo' && !bears(name, stem))
		return firstFree(below(`${splitEnding(names.is).stem}.nfo`), isTaken);
	return below(sidecarName(names, name, (other) => isTaken(below(other))));
}

function firstFree(path: string, isTaken: (path: string) => boolean): string {
	if (!isTaken(path)) return path;
	const { stem, ending } = splitEnding(path);
	for (let at = 2; ; at++) {
		const next = `${stem} ${at}.${ending}`;
		if (!isTaken(next)) return next;
	}
}
