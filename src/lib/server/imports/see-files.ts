import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Companion } from '#core/importing/companion.ts';
import { kindOfName } from '#core/importing/kind-of-name.ts';
import { refusalOfExtra, refusals } from '#core/importing/refusal.ts';
import { classifyFolder, type ClassifiedFile } from '#core/library/classify.ts';
import { isDisc } from '#core/library/disc.ts';
import { splitEnding } from '#core/library/file-kinds.ts';
import { parseNfo, type Nfo } from '#core/library/nfo.ts';
import { isSceneTitle } from '#core/matching/scene-title.ts';
import { parse, parsePath } from '#core/release/parse.ts';
import type { LookRequest, SeenFile } from './found.ts';

const freshMs = 60_000;
const maxNfoBytes = 1_000_000;

export interface Found {
	/** Of a disc: of all in it. */
	size: number;
	mtimeMs: number;
	dev: number;
	ino: number;
}

/** What lies in a folder, by name. */
export interface Listing {
	videos: Map<string, Found>;
	beside: Map<string, Found>;
	/** Folders of a disc that hold none of its films. */
	besideDisc: Map<string, Found>;
}

export const inside = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);

export const between = ({ around }: LookRequest, folder: string) => [
	...around,
	...(folder ? folder.split('/') : [])
];

export const bare = (
	request: LookRequest,
	folder: string,
	name: string,
	{ size, mtimeMs, dev, ino }: Found,
	refusal: SeenFile['refusal']
): SeenFile => ({
	path: inside(folder, name),
	told: [...between(request, folder), name].join('/'),
	sizeBytes: size,
	mtimeMs: Math.floor(mtimeMs),
	device: String(dev),
	inode: String(ino),
	isFresh: mtimeMs > request.now - freshMs,
	refusal,
	companions: []
});

/** What the films and episodes of a folder are by their names, and what belongs to each. */
export function seeFiles(request: LookRequest, folder: string, listing: Listing): SeenFile[] {
	const around = between(request, folder);
	const kinds = new Map(
		[...listing.videos.keys()].map((name) => [name, request.kind ?? kindOfName(name, around)] as const)
	);
	const nfos = new Map<string, Nfo | undefined>();
	const beside = [...listing.beside.keys()];
	const seen: SeenFile[] = [];
	for (const kind of ['movie', 'series'] as const) {
		const names = [...kinds].filter(([, own]) => own === kind).map(([name]) => name);
		if (names.length === 0) continue;
		const isOnly = names.length === kinds.size;
		const { files } = classifyFolder({
			kind,
			between: around,
			names: [...names, ...beside.filter((name) => isOnly || names.some((own) => bears(own, name)))]
		});
		const mains = files.filter(({ role }) => role === 'main' || role === 'part').length;
		for (const file of files) seen.push(toSeen(request, folder, file, listing, { kind, mains, nfos }));
	}
	return seen;
}

const bears = (video: string, name: string) =>
	name.toLowerCase().startsWith(splitEnding(video).stem.toLowerCase());

interface Sorting {
	kind: 'movie' | 'series';
	mains: number;
	nfos: Map<string, Nfo | undefined>;
}

function toSeen(
	request: LookRequest,
	folder: string,
	file: ClassifiedFile,
	listing: Listing,
	{ kind, mains, nfos }: Sorting
): SeenFile {
	const { name, role, extraType, unit } = file;
	const found = listing.videos.get(name)!;
	const told = [...between(request, folder), name].join('/');
	const refusal =
		found.size === 0
			? refusals.empty
			: role === 'extra' || role === 'sample'
				? refusalOfExtra(extraType ?? 'unknown')
				: undefined;
	return {
		...bare(request, folder, name, found, refusal),
		parsed: parsePath(told, { kind }),
		kind,
		unit,
		...(role === 'extra' && { extraType: extraType ?? 'unknown' }),
		part: file.part,
		companions: companionsOf(request, folder, file, listing, kind),
		releaseName: releaseNameOf(name, between(request, folder).at(-1), mains),
		nfo: nfoOf(request, folder, name, kind, nfos)
	};
}

/** What lies beside a file and is its own; a picture or NFO without its name may speak of a whole shelf or show. */
function companionsOf(
	request: LookRequest,
	folder: string,
	{ name, sidecars }: ClassifiedFile,
	{ beside, besideDisc }: Listing,
	kind: 'movie' | 'series'
): Companion[] {
	const isOwnFolder = kind === 'movie' && between(request, folder).length > 0;
	const companions = sidecars
		.filter((sidecar) => {
			const isWords = sidecar.kind === 'subtitle' || sidecar.kind === 'audio';
			return isWords || isOwnFolder || bears(name, sidecar.name);
		})
		.map((sidecar): Companion => ({
			path: inside(folder, sidecar.name),
			kind: sidecar.kind,
			sizeBytes: beside.get(sidecar.name)?.size ?? 0
		}));
	if (!isDisc(name)) return companions;
	const parts = [...besideDisc.keys()].map((part): Companion => ({
		path: inside(folder, part),
		kind: 'disc',
		sizeBytes: 0
	}));
	return [...companions, ...parts];
}

/** The name it was released under: its own, or that of a folder that holds nothing else. */
function releaseNameOf(name: string, folder: string | undefined, mains: number): string | undefined {
	const { stem } = splitEnding(name);
	if (isSceneTitle(stem, parse(stem))) return stem;
	return mains === 1 && folder !== undefined && isSceneTitle(folder, parse(folder)) ? folder : undefined;
}

function nfoOf(
	{ base }: LookRequest,
	folder: string,
	name: string,
	kind: 'movie' | 'series',
	known: Map<string, Nfo | undefined>
): Nfo | undefined {
	const at = join(base, folder);
	const places =
		kind === 'series'
			? [join(at, 'tvshow.nfo'), join(dirname(at), 'tvshow.nfo')]
			: [join(at, `${splitEnding(name).stem}.nfo`), join(at, 'movie.nfo')];
	for (const place of places) {
		if (!known.has(place)) known.set(place, readNfo(place, kind));
		const nfo = known.get(place);
		if (nfo) return nfo;
	}
	return undefined;
}

function readNfo(path: string, kind: 'movie' | 'series'): Nfo | undefined {
	try {
		if (basename(path) === '' || lstatSync(path).size > maxNfoBytes) return undefined;
		return parseNfo(readFileSync(path, 'utf8')).find((nfo) => nfo.kind === kind);
	} catch {
		return undefined;
	}
}
