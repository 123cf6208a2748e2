import type { ExtraType } from '#core/release/types.ts';
import { folderSeason, isNamedAfter, isPlainFolder } from '#core/release/path.ts';
import { extraBeside, extraFolder, extraName, extrasIn } from './extras.ts';
import { fileKind, splitEnding } from './file-kinds.ts';
import { discNumber, discOf, findParts, partOf, type PartsOf } from './parts.ts';
import { isGeneral, readSidecar, videoStemOf, type SidecarName } from './sidecar.ts';
import { groupVersions, isSameFilm } from './versions.ts';

export interface ClassifiedFile {
	name: string;
	/** The path below the root folder of what it belongs to: a film's or show's folder, or a name standing alone. */
	unit: string;
	role: 'main' | 'part' | 'extra' | 'sample';
	extraType?: ExtraType;
	part?: number;
	sidecars: SidecarName[];
}

export interface ClassifiedFolder {
	files: ClassifiedFile[];
	/** Subtitles in a folder of their own: whose they are shows in the folder above. */
	loose: SidecarName[];
}

export interface Listing {
	kind: 'movie' | 'series';
	/** Names of the folders from the root folder down to this one. */
	between: readonly string[];
	/** Files, and folders that are to be taken for a file (a DVD or Blu-ray structure). */
	names: readonly string[];
}

const join = (parts: readonly string[]) => parts.join('/');
const subtitleFolder = /^(?:subs?|subtitles?|untertitel|legendas|vobsubs?)$/i;
const seasonName =
	/(?:^|[\s._-])s\d{1,4}(?:e\d+.*)?(?=$|[\s._[(-])|(?:season|staffel|saison|temporada|stagione)[\s._-]*\d/i;

/** What a show may have below its folder or its years: "2024-03", "1974-1979". */
const timeFolder = /^(?:19|20)\d\d(?:[-._ ](?:0[1-9]|1[0-2])|\s?[-–]\s?(?:19|20)\d\d)$/;

/** The folder of the show: what is left when seasons, discs, extras and packs of one season are taken off. */
export function showFolder(between: readonly string[]): string[] {
	const parts = [...between];
	let season: number | undefined;
	while (parts.length > 1) {
		const last = parts.at(-1)!;
		const above = parts.at(-2)!;
		const isBelowShow = !isPlainFolder(above) || parts.length > 2;
		// A mere number is a season, but one that holds seasons is the name of a show.
		const found = folderSeason(last, season ? undefined : above);
		const isInner =
			found !== undefined ||
			(isBelowShow && timeFolder.test(last)) ||
			discNumber(last) !== undefined ||
			extraFolder(last) !== undefined ||
			(isBelowShow && !isPlainFolder(above) && seasonName.test(last));
		if (!isInner) break;
		season ||= found;
		parts.pop();
	}
	return parts;
}

/** The folder of the film: without the folder of extras, and the same for all discs of several. */
function filmFolder(between: readonly string[]): string[] {
	const parts = [...between];
	while (
		parts.length > 1 &&
		(extraFolder(parts.at(-1)!, 'movie') !== undefined || discNumber(parts.at(-1)!) !== undefined)
	)
		parts.pop();
	const disc = parts.length > 0 ? discOf(parts.at(-1)!) : undefined;
	if (!disc) return parts;
	const above = parts.at(-2);
	const isOfAbove = above !== undefined && !isPlainFolder(above) && isSameFilm(above, disc.whole);
	return isOfAbove ? parts.slice(0, -1) : [...parts.slice(0, -1), disc.whole];
}

/** "Shorts/First (2018).mkv": a folder of the root with such a name may be a shelf of films. */
const shelves = new Set<ExtraType | undefined>(['short', 'clip', 'featurette', 'unknown']);
const dated = /[([](?:19|20)\d\d[)\]]/;

/** Sorts what lies in one folder: films, parts, extras, samples, and what belongs to which. */
export function classifyFolder({ kind, between, names }: Listing): ClassifiedFolder {
	const videos = names.filter((name) => (fileKind(name) ?? 'video') === 'video');
	const beside = videos.length === names.length ? [] : names.filter((name) => !videos.includes(name));
	if (videos.length === 0) return { files: [], loose: looseSubtitles(between, beside) };
	const inFolder = extrasIn(kind === 'series' ? between.slice(1) : between, kind);
	const isShelf = kind === 'movie' && between.length === 1 && shelves.has(inFolder);
	const stems =
		kind === 'movie' && videos.length > 1
			? new Set(videos.map((name) => splitEnding(name).stem.toLowerCase()))
			: undefined;
	const roleOf = (name: string) => {
		if (isShelf && dated.test(name)) return undefined;
		const { stem } = splitEnding(name);
		return inFolder ?? extraName(stem) ?? (stems && extraBeside(stem, stems));
	};
	const roles = new Map(videos.map((name) => [name, roleOf(name)]));
	const mains = videos.filter((name) => roles.get(name) === undefined);
	const last = between.at(-1);
	const of: PartsOf = { kind, isOneFilm: last !== undefined && dated.test(last) };
	const parts = findParts(mains, of);
	const disc = last === undefined ? undefined : (discNumber(last) ?? discOf(last)?.number);
	const units = kind === 'series' ? showUnits(between, videos) : filmUnits(between, mains, parts, of);
	const files = videos.map((name): ClassifiedFile => {
		const extraType = roles.get(name);
		const part = extraType
			? undefined
			: (parts.get(name) ?? (kind === 'movie' && mains.length === 1 ? disc : undefined));
		return {
			name,
			unit: units.get(name) ?? unitOfExtra(between, name, units),
			role: extraType === 'sample' ? 'sample' : extraType ? 'extra' : part === undefined ? 'main' : 'part',
			...(extraType && { extraType }),
			...(part !== undefined && { part }),
			sidecars: []
		};
	});
	if (beside.length > 0) attach(files, beside);
	return { files, loose: [] };
}

function showUnits(between: readonly string[], names: readonly string[]): Map<string, string> {
	const last = between.at(-1);
	const isName = names.some((name) => isNamedAfter(last, name));
	const folder = join(isName ? between : showFolder(between));
	return new Map(names.map((name) => [name, folder || splitEnding(name).stem]));
}

/** "Movie/Movie.mkv": what would be a shelf's name is the film's. */
const isNamed = (folder: string) => (name: string) =>
	splitEnding(name).stem.toLowerCase() === folder.toLowerCase();

function filmUnits(
	between: readonly string[],
	mains: readonly string[],
	parts: ReadonlyMap<string, number>,
	of: PartsOf
): Map<string, string> {
	const folder = filmFolder(between);
	const isShelf =
		folder.length === 0 || (isPlainFolder(folder.at(-1)!) && !mains.some(isNamed(folder.at(-1)!)));
	const standIns = parts.size > 0 ? standInsOf(mains, parts, of, folder.at(-1)) : undefined;
	const stands = standIns ? [...new Set(standIns.values())] : mains;
	const unitOf = new Map<string, string>();
	for (const [key, members] of groupVersions(isShelf ? undefined : folder.at(-1), stands)) {
		const unit = key === '' ? join(folder) : join([...folder, key]);
		for (const stand of members) unitOf.set(stand, unit);
	}
	if (!standIns) return unitOf;
	return new Map([...standIns].map(([name, stand]) => [name, unitOf.get(stand)!]));
}

/** One name stands for all parts of a whole, so that they stay together. */
function standInsOf(
	mains: readonly string[],
	parts: ReadonlyMap<string, number>,
	of: PartsOf,
	folder: string | undefined
): Map<string, string> {
	const first = new Map<string, string>();
	const standIn = (name: string) => {
		if (!parts.has(name)) return name;
		const { stem, ending } = splitEnding(name);
		const whole = partOf(stem, of)?.rest ?? stem;
		const key = `${whole.toLowerCase()}.${ending}`;
		if (!first.has(key)) first.set(key, whole || (folder ?? name));
		return `${first.get(key)!}.${ending}`;
	};
	return new Map(mains.map((name) => [name, standIn(name)]));
}

/** An extra belongs to the film whose name it begins with, else to its folder. */
function unitOfExtra(between: readonly string[], name: string, units: ReadonlyMap<string, string>): string {
	const stem = splitEnding(name).stem.toLowerCase();
	const owner = [...units].filter(([main]) => stem.startsWith(splitEnding(main).stem.toLowerCase())).at(-1);
	const only = new Set(units.values());
	return (
		owner?.[1] ?? (only.size === 1 ? [...only][0]! : join(filmFolder(between)) || splitEnding(name).stem)
	);
}

function looseSubtitles(between: readonly string[], names: readonly string[]): SidecarName[] {
	const inSubtitles = between.slice(-2).some((folder) => subtitleFolder.test(folder));
	return inSubtitles
		? names.flatMap((name) => readSidecar(name, '') ?? []).filter(({ kind }) => kind === 'subtitle')
		: [];
}

function attach(files: ClassifiedFile[], names: readonly string[]): void {
	const mains = files.filter(({ role }) => role === 'main' || role === 'part');
	const byStem = new Map(
		[...files, ...mains].map((file) => [splitEnding(file.name).stem.toLowerCase(), file])
	);
	const only = mains.length === 1 ? mains[0] : undefined;
	for (const name of names) {
		const stem = videoStemOf(name, byStem);
		const owner = stem === undefined ? (only && isGeneral(name) ? only : undefined) : byStem.get(stem);
		const sidecar = owner && readSidecar(name, stem ?? '');
		if (sidecar) owner.sidecars.push(sidecar);
	}
}
