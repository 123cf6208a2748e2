import type { Companion } from '#core/importing/companion.ts';
import { extraFolder } from '#core/library/extras.ts';
import type { SeenFile, SeenFolder } from './found.ts';

const parentOf = (path: string) => path.split('/').slice(0, -1).join('/');
const nameOf = (path: string) => path.split('/').at(-1)!;
const stemOf = (path: string) =>
	nameOf(path)
		.replace(/\.[^.]+$/, '')
		.toLowerCase();

type ByFolder = ReadonlyMap<string, SeenFile[]>;

const mainsIn = (files: readonly SeenFile[]): ByFolder =>
	Map.groupBy(
		files.filter(({ refusal }) => !refusal),
		({ path }) => parentOf(path)
	);

/** "Film/Subs/2_English.srt" is the film's, "Show/Subs/Show S01E01/2_English.srt" that of the episode it names. */
export function giveLoose(
	files: readonly SeenFile[],
	folders: readonly Pick<SeenFolder, 'path' | 'loose'>[]
): void {
	const byFolder = mainsIn(files);
	for (const { path, loose } of folders) {
		if (loose.length === 0) continue;
		const own = nameOf(path).toLowerCase();
		const videos = byFolder.get(parentOf(path)) ?? byFolder.get(parentOf(parentOf(path))) ?? [];
		for (const subtitle of loose) {
			const owner =
				videos.find(
					(video) => own === stemOf(video.path) || stemOf(subtitle.path).startsWith(stemOf(video.path))
				) ?? (videos.length === 1 ? videos[0] : undefined);
			owner?.companions.push({ ...subtitle, kind: 'subtitle' });
		}
	}
}

/** Extras go with the film or episode they belong to; answers the files that are left: those that nobody owns too. */
export function giveExtras(files: readonly SeenFile[]): SeenFile[] {
	const byFolder = mainsIn(files);
	return files.filter((file) => {
		if (file.extraType === undefined || file.sizeBytes === 0) return true;
		const owner = ownerOf(file, byFolder);
		if (!owner) return true;
		const { path, extraType, sizeBytes, companions } = file;
		const extra: Companion = { path, kind: 'extra', extraType, sizeBytes };
		owner.companions.push(extra, ...companions.map((each) => ({ ...each, of: path })));
		return false;
	});
}

/** The film or episode whose name it begins with, else the only film of the folder. */
function ownerOf(extra: SeenFile, byFolder: ByFolder): SeenFile | undefined {
	const videos = byFolder.get(homeOf(extra.path, byFolder)) ?? [];
	const stem = stemOf(extra.path);
	const named = videos
		.filter(({ path }) => stem.startsWith(stemOf(path)))
		.toSorted((a, b) => stemOf(b.path).length - stemOf(a.path).length);
	if (named[0]) return named[0];
	const isOneFilm =
		videos.every(({ kind }) => kind === 'movie') && new Set(videos.map(({ unit }) => unit)).size === 1;
	return videos.length === 1 || isOneFilm ? videos[0] : undefined;
}

/** From a folder of extras up to that of the film. */
function homeOf(path: string, byFolder: ByFolder): string {
	const own = parentOf(path);
	for (const folder of [own, parentOf(own)]) {
		if (folder === '' || extraFolder(nameOf(folder)) === undefined) continue;
		return byFolder.has(parentOf(folder)) ? parentOf(folder) : parentOf(parentOf(folder));
	}
	return own;
}
