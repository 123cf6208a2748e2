// Runs in a worker thread, so plain synchronous calls are the fastest and block nobody.
import { readdirSync, realpathSync, statSync, type BigIntStats, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { fileKind } from '#core/library/file-kinds.ts';
import { skipReason } from './skip.ts';
import type { FoundFile, ReadFolder, ReadRequest } from './found.ts';

const discFolder = /^(?:VIDEO_TS|BDMV)$/i;
/** What was written this recently may still be on its way. */
const freshMs = 60_000;
/** Clocks of some file systems tick in steps of two seconds. */
const tickMs = 2_500;

/** Loaded when a folder has changed: a scan that finds everything as it was does without the parser. */
let classifier: Promise<typeof import('#core/library/classify.ts')> | undefined;

/** Answers a list of `ReadFolder` as JSON: to send it as text costs a fifth of sending thousands of objects. */
export default async function readFolders(request: ReadRequest): Promise<string> {
	const { classifyFolder } = request.folders.every(({ mtimeMs }) => mtimeMs !== undefined)
		? {}
		: await (classifier ??= import('#core/library/classify.ts'));
	const answers: ReadFolder[] = [];
	for (const { path, mtimeMs } of request.folders) {
		const folder = emptyFolder(path);
		answers.push(folder);
		try {
			const found = statSync(absoluteOf(request.root, path), { bigint: true });
			folder.id = `${found.dev}:${found.ino}`;
			if (!found.isDirectory()) folder.fault = 'ENOTDIR';
			else if (mtimeMs !== undefined && msOf(found) === mtimeMs) folder.unchanged = true;
			else
				list(
					request,
					folder,
					found,
					classifyFolder ?? (await (classifier ??= import('#core/library/classify.ts'))).classifyFolder
				);
		} catch (error) {
			folder.fault = (error as NodeJS.ErrnoException).code ?? String(error);
		}
	}
	return JSON.stringify(answers);
}

const emptyFolder = (path: string): ReadFolder => ({
	path,
	mtimeMs: -1,
	id: '',
	unchanged: false,
	subfolders: [],
	links: [],
	files: [],
	loose: [],
	skipped: []
});

/** Both are clean paths, so that nothing has to be made of them. */
const absoluteOf = (root: string, path: string) => (path === '' ? root : `${root}/${path}`);

const msOf = (found: BigIntStats) => Number(found.mtimeNs) / 1e6;

type Classify = typeof import('#core/library/classify.ts').classifyFolder;

function list(request: ReadRequest, folder: ReadFolder, found: BigIntStats, classify: Classify): void {
	const absolute = absoluteOf(request.root, folder.path);
	const stats = new Map<string, BigIntStats>();
	const besides: string[] = [];
	const now = Date.now();
	for (const entry of readdirSync(absolute, { withFileTypes: true })) {
		const reason = skipReason(entry.name, folder.path, request.skipPatterns);
		if (reason !== undefined) {
			if (reason) folder.skipped.push({ path: inside(folder.path, entry.name), reason });
			continue;
		}
		sort(entry, absolute, folder, stats, besides);
	}
	if (besides.includes('.ignore'))
		return void Object.assign(folder, { mtimeMs: msOf(found), subfolders: [] });
	const between = folder.path === '' ? [] : folder.path.split('/');
	const { files, loose } = classify({ kind: request.kind, between, names: [...stats.keys(), ...besides] });
	// In order the rows come to lie one behind the other, which makes writing them cheaper.
	folder.subfolders.sort();
	folder.loose = loose.map((sidecar) => ({ ...sidecar, name: inside(folder.path, sidecar.name) }));
	folder.files = files.map((file) => toFound(file, stats.get(file.name)!, folder.path, now));
	// What is left out is told of with every scan.
	const isSure = now - msOf(found) >= tickMs && folder.skipped.length === 0;
	folder.mtimeMs = isSure ? msOf(found) : -1;
}

const inside = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);

/** Puts an entry where it belongs: a video, a folder to walk, something beside a video. */
function sort(
	entry: Dirent,
	absolute: string,
	folder: ReadFolder,
	videos: Map<string, BigIntStats>,
	besides: string[]
): void {
	const { name } = entry;
	const path = `${absolute}/${name}`;
	const isLink = entry.isSymbolicLink();
	const isFile = entry.isFile();
	const isUnsure = isLink || !(isFile || entry.isDirectory());
	const kind = isFile || isUnsure ? fileKind(name) : undefined;
	if (isFile && kind !== 'video') {
		if (kind !== undefined || name === '.ignore') besides.push(name);
		return;
	}
	let stat: BigIntStats | undefined;
	try {
		if (isUnsure || isFile) stat = statSync(path, { bigint: true });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const reason = isLink && code === 'ENOENT' ? 'It is a link to nothing.' : `It cannot be read (${code}).`;
		folder.skipped.push({
			path: inside(folder.path, name),
			reason: code === 'ELOOP' ? 'It is a link in a circle.' : reason
		});
		return;
	}
	if (stat === undefined || stat.isDirectory()) {
		if (discFolder.test(name)) videos.set(name, weighed(path));
		else if (stat && isLink)
			folder.links.push({ name, id: `${stat.dev}:${stat.ino}`, real: realpathSync(path) });
		else folder.subfolders.push(name);
	} else if (stat.isFile() && kind === 'video') videos.set(name, stat);
	else if (stat.isFile() && kind !== undefined) besides.push(name);
}

/** A DVD or Blu-ray structure counts as one file that is as big as all in it. */
function weighed(path: string): BigIntStats {
	const own = statSync(path, { bigint: true });
	let size = 0n;
	let newest = own.mtimeNs;
	for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile()) continue;
		const stat = statSync(join(entry.parentPath, entry.name), { bigint: true, throwIfNoEntry: false });
		size += stat?.size ?? 0n;
		if (stat && stat.mtimeNs > newest) newest = stat.mtimeNs;
	}
	return Object.assign(own, { size, mtimeNs: newest });
}

type Classified = ReturnType<Classify>['files'][number];

function toFound(file: Classified, stat: BigIntStats, folder: string, now: number): FoundFile {
	const mtimeMs = msOf(stat);
	return {
		path: inside(folder, file.name),
		unit: file.unit,
		sizeBytes: Number(stat.size),
		mtimeMs,
		device: String(stat.dev),
		inode: String(stat.ino),
		isFresh: mtimeMs > now - freshMs && mtimeMs < now + freshMs,
		role: file.role,
		extraType: file.extraType ?? null,
		part: file.part ?? null,
		sidecars: file.sidecars.map((sidecar) => ({ ...sidecar, name: inside(folder, sidecar.name) }))
	};
}
