import { basename } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import type { DefinitionFile } from './store.ts';

export interface ArchiveWork {
	bytes: Uint8Array;
}
export type ArchiveResult = { ok: true; files: DefinitionFile[] } | { ok: false; message: string };

interface Entry {
	path: string;
	read(): Buffer;
}

const MiB = 1024 * 1024;
const most = { files: 5_000, entries: 100_000, fileBytes: 512 * 1024, totalBytes: 64 * MiB, tarBytes: 256 * MiB };
class ArchiveFault extends Error {}

/**
 * The YAML files of a zip or tar(.gz). Nothing is written by the names in it; where an archive holds the same file for
 * several versions of the format (`v10/`, `v11/`), the newest counts.
 */
export default function unpackArchive({ bytes }: ArchiveWork): ArchiveResult {
	try {
		return { ok: true, files: newest(entriesOf(Buffer.from(bytes))) };
	} catch (error) {
		if (error instanceof ArchiveFault) return { ok: false, message: error.message };
		return { ok: false, message: `The archive is damaged: ${(error as Error).message}` };
	}
}

function entriesOf(bytes: Buffer): Entry[] {
	if (bytes.readUInt32LE(0) === 0x04034b50) return zipEntries(bytes);
	const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
	return tarEntries(isGzip ? gunzipSync(bytes, { maxOutputLength: most.tarBytes }) : bytes);
}

function newest(entries: readonly Entry[]): DefinitionFile[] {
	const chosen = new Map<string, { entry: Entry; version: number }>();
	for (const entry of entries) {
		if (!/\.ya?ml$/i.test(entry.path) || entry.path.includes('__MACOSX')) continue;
		const file = basename(entry.path.replaceAll('\\', '/'));
		const version = Number(/(?:^|\/)v(\d{1,4})\//.exec(entry.path)?.[1] ?? 0);
		const other = chosen.get(file);
		if (!other || other.version < version) chosen.set(file, { entry, version });
	}
	if (chosen.size === 0) throw new ArchiveFault('There is no definition (.yml) in the archive.');
	if (chosen.size > most.files) throw new ArchiveFault(`The archive holds more than ${most.files} definitions.`);
	let total = 0;
	return [...chosen].map(([file, { entry }]) => {
		const text = entry.read();
		total += text.length;
		if (total > most.totalBytes)
			throw new ArchiveFault(`The definitions in the archive are larger than ${most.totalBytes / MiB} MiB.`);
		return { file, text: text.toString('utf8') };
	});
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;

function zipEntries(bytes: Buffer): Entry[] {
	let end = bytes.length - 22;
	for (const lowest = Math.max(0, end - 65_535); end >= lowest; end--)
		if (bytes.readUInt32LE(end) === endSignature) break;
	if (end < 0 || bytes.readUInt32LE(end) !== endSignature) throw new ArchiveFault('The archive is cut short.');
	const count = bytes.readUInt16LE(end + 10);
	let at = bytes.readUInt32LE(end + 16);
	const entries: Entry[] = [];
	for (let index = 0; index < count && bytes.readUInt32LE(at) === centralSignature; index++) {
		const [method, packed, unpacked] = [
			bytes.readUInt16LE(at + 10),
			bytes.readUInt32LE(at + 20),
			bytes.readUInt32LE(at + 24)
		];
		const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
			number,
			number,
			number
		];
		const start = bytes.readUInt32LE(at + 42);
		const path = bytes.toString('utf8', at + 46, at + 46 + name);
		entries.push({ path, read: () => zipContent(bytes, { start, method, packed, unpacked, path }) });
		at += 46 + name + extra + comment;
	}
	return entries;
}

interface Packed {
	start: number;
	method: number;
	packed: number;
	unpacked: number;
	path: string;
}

function zipContent(bytes: Buffer, { start, method, packed, unpacked, path }: Packed): Buffer {
	if (unpacked > most.fileBytes) throw tooLarge(path);
	const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
	const content = bytes.subarray(from, from + packed);
	if (method === 0) return content;
	if (method !== 8) throw new ArchiveFault(`${path} is packed in a way that is not known (${method}).`);
	return bounded(path, () => inflateRawSync(content, { maxOutputLength: most.fileBytes }));
}

/** What a header claims of a size is not believed. */
function bounded(path: string, read: () => Buffer): Buffer {
	try {
		return read();
	} catch (error) {
		throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(path) : error;
	}
}
const tooLarge = (path: string) =>
	new ArchiveFault(`${basename(path)} in the archive is larger than ${most.fileBytes / 1024} KiB.`);

const block = 512;

function tarEntries(bytes: Buffer): Entry[] {
	if (bytes.toString('latin1', 257, 262) !== 'ustar')
		throw new ArchiveFault('This is neither a zip nor a tar archive.');
	const entries: Entry[] = [];
	let longName = '';
	for (let at = 0; at + block <= bytes.length && bytes[at] !== 0 && entries.length < most.entries;) {
		const text = (offset: number, length: number) =>
			bytes.toString('utf8', at + offset, at + offset + length).replace(/\0.*$/s, '');
		const size = parseInt(text(124, 12).trim() || '0', 8);
		if (!Number.isFinite(size) || size < 0) throw new ArchiveFault('The archive is damaged.');
		const from = at + block;
		const type = text(156, 1);
		const content = () => bytes.subarray(from, from + size);
		const path = longName || [text(345, 155), text(0, 100)].filter(Boolean).join('/');
		longName = '';
		if (type === 'L') longName = content().toString('utf8').replace(/\0.*$/s, '');
		else if (type === 'x') longName = /\d+ path=([^\n]+)\n/.exec(content().toString('utf8'))?.[1] ?? '';
		else if (type === '0' || type === '') {
			entries.push({
				path,
				read() {
					if (size > most.fileBytes) throw tooLarge(path);
					return content();
				}
			});
		}
		at = from + Math.ceil(size / block) * block;
	}
	return entries;
}
