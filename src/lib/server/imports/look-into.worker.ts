// Runs in a worker thread, so plain synchronous calls are the fastest and block nobody.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { archiveKey, refusalByName, refusals } from '#core/importing/refusal.ts';
import { classifyFolder } from '#core/library/classify.ts';
import { isBesideDisc, isDisc } from '#core/library/disc.ts';
import { extraName } from '#core/library/extras.ts';
import { fileKind, splitEnding } from '#core/library/file-kinds.ts';
import { readTree } from '#server/platform/files.ts';
import type { LookRequest, SeenFile, SeenFolder } from './found.ts';
import { bare, between, inside, seeFiles, type Found, type Listing } from './see-files.ts';

const silent = /^(?:\.|@eadir$|#recycle$|\$recycle\.bin$|lost\+found$|system volume information$|__macosx$)/i;
/** The films of a DVD that lie about without the folder that makes a disc of them. */
const looseDisc = /^(?:VIDEO_TS|VTS_\d\d_\d)\.(?:IFO|BUP|VOB)$/i;

export default async function lookInto(request: LookRequest): Promise<SeenFolder[]> {
	const folders: SeenFolder[] = [];
	for (const path of request.folders) {
		const folder: SeenFolder = { path, id: '', subfolders: [], files: [], loose: [], others: 0, skipped: [] };
		folders.push(folder);
		try {
			await read(request, folder);
		} catch (error) {
			folder.skipped.push({ path: path || '.', reason: reasonOf(error) });
		}
	}
	return folders;
}

const reasonOf = (error: unknown) => {
	const { code } = error as NodeJS.ErrnoException;
	if (code === 'EACCES' || code === 'EPERM') return 'Bijou may not read it.';
	if (code === 'ENOENT') return 'It is not there any more.';
	if (code === 'ELOOP') return 'It is a link in a circle.';
	return `It cannot be read (${code ?? String(error)}).`;
};

async function read(request: LookRequest, folder: SeenFolder): Promise<void> {
	const absolute = join(request.base, folder.path);
	const own = statSync(absolute);
	folder.id = `${own.dev}:${own.ino}`;
	const listing: Listing = { videos: new Map(), beside: new Map(), besideDisc: new Map() };
	const archives = new Map<string, { name: string; found: Found }>();
	for (const entry of readdirSync(absolute, { withFileTypes: true })) {
		const { name } = entry;
		if (silent.test(name)) continue;
		if (name.includes('\ufffd')) {
			folder.skipped.push({ path: inside(folder.path, name), reason: 'Its name is not valid UTF-8.' });
			continue;
		}
		try {
			const found = statSync(join(absolute, name));
			if (found.isDirectory()) await sortFolder(request, folder, listing, name, found);
			else if (found.isFile() && (request.only === undefined || belongs(request.only, name)))
				sortFile(request, folder, { listing, archives }, name, found);
		} catch (error) {
			const isLink = entry.isSymbolicLink() && (error as NodeJS.ErrnoException).code === 'ENOENT';
			const reason = isLink ? 'It is a link to nothing.' : reasonOf(error);
			folder.skipped.push({ path: inside(folder.path, name), reason });
		}
	}
	for (const { name, found } of archives.values())
		folder.files.push(bare(request, folder.path, name, found, refusalByName(name)));
	putDown(request, folder, listing);
	if (request.only !== undefined) folder.subfolders = [];
}

/** A disc is one thing; what lies beside its films goes with it. */
async function sortFolder(
	request: LookRequest,
	folder: SeenFolder,
	{ videos, besideDisc }: Listing,
	name: string,
	found: Found
): Promise<void> {
	const isAsked = request.only === undefined || request.only === name;
	if (!isDisc(name)) {
		if (isBesideDisc(name)) besideDisc.set(name, found);
		else folder.subfolders.push(name);
	} else if (isAsked) videos.set(name, await weigh(request, folder, name, found));
}

async function weigh(
	request: LookRequest,
	folder: SeenFolder,
	name: string,
	{ dev, ino }: Found
): Promise<Found> {
	const { sizeBytes, mtimeMs } = await readTree(join(request.base, folder.path, name));
	return { size: sizeBytes, mtimeMs, dev, ino };
}

function putDown(request: LookRequest, folder: SeenFolder, listing: Listing): void {
	const loose = [...listing.videos.keys()].find((name) => looseDisc.test(name));
	if (loose !== undefined) {
		folder.files.push(bare(request, folder.path, loose, listing.videos.get(loose)!, refusals.looseDisc));
		for (const name of listing.videos.keys()) if (looseDisc.test(name)) listing.videos.delete(name);
	}
	if (listing.videos.size > 0) folder.files.push(...seeFiles(request, folder.path, listing));
	else {
		const names = [...listing.beside.keys()];
		const { loose } = classifyFolder({ kind: 'movie', between: between(request, folder.path), names });
		folder.loose = loose.map(({ name }) => ({
			path: inside(folder.path, name),
			sizeBytes: listing.beside.get(name)!.size
		}));
	}
	// Beside no disc they are folders like others.
	if (![...listing.videos.keys()].some(isDisc)) folder.subfolders.push(...listing.besideDisc.keys());
}

/** One file was chosen: itself, and what bears its name. */
const belongs = (file: string, name: string) =>
	name === file ||
	(name.startsWith(splitEnding(file).stem) &&
		(fileKind(name) !== 'video' || extraName(splitEnding(name).stem) !== undefined));

interface Sorted {
	listing: Listing;
	archives: Map<string, { name: string; found: Found }>;
}

function sortFile(
	request: LookRequest,
	folder: SeenFolder,
	{ listing, archives }: Sorted,
	name: string,
	found: Found
): void {
	const refusal = refusalByName(name);
	if (refusal) noteRefused(request, folder, { name, found, refusal }, archives);
	else if (fileKind(name) === 'video') listing.videos.set(name, found);
	else if (fileKind(name) !== undefined) listing.beside.set(name, found);
	else folder.others += 1;
}

function noteRefused(
	request: LookRequest,
	folder: SeenFolder,
	{ name, found, refusal }: { name: string; found: Found; refusal: NonNullable<SeenFile['refusal']> },
	archives: Sorted['archives']
): void {
	if (!refusal.message.includes('archive')) {
		// What is not whole yet matters only if it will be a film.
		if (fileKind(splitEnding(name).stem) === 'video' || fileKind(name) === 'video')
			folder.files.push(bare(request, folder.path, name, found, refusal));
		else folder.others += 1;
		return;
	}
	const known = archives.get(archiveKey(name));
	if (!known) archives.set(archiveKey(name), { name, found: { ...pick(found) } });
	else {
		known.found.size += found.size;
		if (/\.(?:rar|zip|7z)$/i.test(name) && !/\.part0*[2-9]\d*\.rar$/i.test(name)) known.name = name;
	}
}

const pick = ({ size, mtimeMs, dev, ino }: Found): Found => ({ size, mtimeMs, dev, ino });
