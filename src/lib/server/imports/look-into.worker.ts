// Runs in a worker thread, so plain synchronous calls are the fastest and block nobody.
import { lstatSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { kindOfName } from '#core/importing/kind-of-name.ts';
import { archiveKey, refusalByName, refusalOfExtra, refusals } from '#core/importing/refusal.ts';
import { classifyFolder, type ClassifiedFile } from '#core/library/classify.ts';
import { fileKind, splitEnding } from '#core/library/file-kinds.ts';
import { parseNfo, type Nfo } from '#core/library/nfo.ts';
import { isSceneTitle } from '#core/matching/scene-title.ts';
import { parse } from '#core/release/parse.ts';
import type { LookRequest, SeenFile, SeenFolder } from './found.ts';

const freshMs = 60_000;
const maxNfoBytes = 1_000_000;
const silent = /^(?:\.|@eadir$|#recycle$|\$recycle\.bin$|lost\+found$|system volume information$|__macosx$)/i;
const discFolder = /^(?:VIDEO_TS|BDMV)$/i;

export default function lookInto(request: LookRequest): SeenFolder[] {
	return request.folders.map((path) => {
		const folder: SeenFolder = { path, id: '', subfolders: [], files: [], loose: [], others: 0, skipped: [] };
		try {
			read(request, folder);
		} catch (error) {
			folder.skipped.push({ path: path || '.', reason: reasonOf(error) });
		}
		return folder;
	});
}

const reasonOf = (error: unknown) => {
	const { code } = error as NodeJS.ErrnoException;
	if (code === 'EACCES' || code === 'EPERM') return 'Bijou may not read it.';
	if (code === 'ENOENT') return 'It is not there any more.';
	if (code === 'ELOOP') return 'It is a link in a circle.';
	return `It cannot be read (${code ?? String(error)}).`;
};

const inside = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);

function read(request: LookRequest, folder: SeenFolder): void {
	const absolute = join(request.base, folder.path);
	const own = statSync(absolute);
	folder.id = `${own.dev}:${own.ino}`;
	const stats = new Map<string, Stats>();
	const beside: string[] = [];
	const archives = new Map<string, { name: string; sizeBytes: number; stat: Stats }>();
	for (const entry of readdirSync(absolute, { withFileTypes: true })) {
		const { name } = entry;
		const path = inside(folder.path, name);
		if (silent.test(name)) continue;
		if (name.includes('\ufffd')) {
			folder.skipped.push({ path, reason: 'Its name is not valid UTF-8.' });
			continue;
		}
		let stat: Stats;
		try {
			stat = statSync(join(absolute, name));
		} catch (error) {
			const isLink = entry.isSymbolicLink() && (error as NodeJS.ErrnoException).code === 'ENOENT';
			folder.skipped.push({ path, reason: isLink ? 'It is a link to nothing.' : reasonOf(error) });
			continue;
		}
		if (stat.isDirectory()) {
			if (discFolder.test(name)) folder.files.push(bare(request, folder.path, name, stat, refusals.disc));
			else folder.subfolders.push(name);
		} else if (!stat.isFile() || (request.file !== undefined && !belongs(request.file, name))) continue;
		else if (refusalByName(name)) noteRefused(request, folder, name, stat, archives);
		else if (fileKind(name) === 'video') stats.set(name, stat);
		else if (fileKind(name) !== undefined) beside.push(name);
		else folder.others += 1;
	}
	for (const { name, sizeBytes, stat } of archives.values())
		folder.files.push({ ...bare(request, folder.path, name, stat, refusalByName(name)), sizeBytes });
	if (stats.size > 0) folder.files.push(...sort(request, folder.path, stats, beside));
	else
		folder.loose = classifyFolder({
			kind: 'movie',
			between: between(request, folder.path),
			names: beside
		}).loose.map(({ name }) => inside(folder.path, name));
	if (request.file !== undefined) folder.subfolders = [];
}

/** One file was chosen: itself, and what bears its name. */
const belongs = (file: string, name: string) =>
	name === file || (fileKind(name) !== 'video' && name.startsWith(splitEnding(file).stem));

function noteRefused(
	request: LookRequest,
	folder: SeenFolder,
	name: string,
	stat: Stats,
	archives: Map<string, { name: string; sizeBytes: number; stat: Stats }>
): void {
	const refusal = refusalByName(name)!;
	if (!refusal.message.includes('archive')) {
		// What is not whole yet matters only if it will be a film.
		if (fileKind(splitEnding(name).stem) === 'video' || fileKind(name) === 'video')
			folder.files.push(bare(request, folder.path, name, stat, refusal));
		else folder.others += 1;
		return;
	}
	const known = archives.get(archiveKey(name));
	if (!known) archives.set(archiveKey(name), { name, sizeBytes: stat.size, stat });
	else {
		known.sizeBytes += stat.size;
		if (/\.(?:rar|zip|7z)$/i.test(name) && !/\.part0*[2-9]\d*\.rar$/i.test(name)) known.name = name;
	}
}

const between = ({ around }: LookRequest, folder: string) => [
	...around,
	...(folder ? folder.split('/') : [])
];

const bare = (
	request: LookRequest,
	folder: string,
	name: string,
	stat: Stats,
	refusal: SeenFile['refusal']
): SeenFile => ({
	path: inside(folder, name),
	told: [...between(request, folder), name].join('/'),
	sizeBytes: stat.size,
	mtimeMs: Math.floor(stat.mtimeMs),
	device: String(stat.dev),
	inode: String(stat.ino),
	isFresh: stat.mtimeMs > request.now - freshMs,
	refusal,
	sidecars: []
});

function sort(
	request: LookRequest,
	folder: string,
	stats: ReadonlyMap<string, Stats>,
	beside: readonly string[]
): SeenFile[] {
	const around = between(request, folder);
	const kinds = new Map(
		[...stats.keys()].map((name) => {
			return [name, request.kind ?? kindOfName(name, around)] as const;
		})
	);
	const nfos = new Map<string, Nfo | undefined>();
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
		for (const file of files)
			seen.push(toSeen(request, folder, file, stats.get(file.name)!, { kind, mains, nfos }));
	}
	return seen;
}

const bears = (video: string, name: string) => name.startsWith(splitEnding(video).stem);

interface Sorting {
	kind: 'movie' | 'series';
	mains: number;
	nfos: Map<string, Nfo | undefined>;
}

function toSeen(
	request: LookRequest,
	folder: string,
	file: ClassifiedFile,
	stat: Stats,
	{ kind, mains, nfos }: Sorting
): SeenFile {
	const { name, role, extraType, parsed } = file;
	const refusal =
		stat.size === 0
			? refusals.empty
			: role === 'extra' || role === 'sample'
				? refusalOfExtra(extraType ?? 'unknown')
				: undefined;
	return {
		...bare(request, folder, name, stat, refusal),
		parsed,
		kind,
		part: file.part,
		sidecars: file.sidecars.map((sidecar) => inside(folder, sidecar.name)),
		releaseName: releaseNameOf(name, between(request, folder).at(-1), mains),
		nfo: nfoOf(request, folder, name, kind, nfos)
	};
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
