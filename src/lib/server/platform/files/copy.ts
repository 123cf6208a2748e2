import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../errors.ts';

const chunkBytes = 1024 * 1024;

export interface CopyOptions {
	signal?: AbortSignal | undefined;
	/** From 0 to 1, over both passes: writing and reading back. */
	progress?: ((fraction: number) => void) | undefined;
}

/** Copies into a new file, syncs it, reads it back and compares; throws when anything differs. */
export async function copyVerified(from: string, to: string, options: CopyOptions): Promise<number> {
	const source = await open(from, 'r');
	try {
		const before = await source.stat();
		const target = await open(to, 'wx+', before.mode & 0o777);
		try {
			const total = Math.max(before.size * 2, 1);
			const report = (bytes: number) => options.progress?.(Math.min(bytes / total, 1));
			const written = await pump(source, { target, signal: options.signal, report });
			await target.sync();
			const after = await source.stat();
			if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || written.bytes !== before.size) {
				throw new AppError('source_changed', `${from} changed while it was being copied.`, { status: 409 });
			}
			const read = await pump(target, {
				signal: options.signal,
				report: (bytes) => report(before.size + bytes)
			});
			if (read.bytes !== written.bytes || read.checksum !== written.checksum) {
				throw new AppError('copy_damaged', `The copy of ${from} does not equal its source.`);
			}
			await target.utimes(before.atime, before.mtime);
			await target.sync();
			return written.bytes;
		} finally {
			await target.close();
		}
	} finally {
		await source.close();
	}
}

interface Pump {
	target?: FileHandle;
	signal: AbortSignal | undefined;
	report(bytes: number): void;
}

async function pump(source: FileHandle, { target, signal, report }: Pump) {
	const buffer = Buffer.allocUnsafe(chunkBytes);
	let bytes = 0;
	let checksum = 0;
	for (;;) {
		signal?.throwIfAborted();
		const { bytesRead } = await source.read(buffer, 0, chunkBytes, bytes);
		if (bytesRead === 0) return { bytes, checksum };
		const chunk = buffer.subarray(0, bytesRead);
		checksum = crc32(chunk, checksum);
		if (target) await writeAll(target, chunk, bytes);
		bytes += bytesRead;
		report(bytes);
	}
}

async function writeAll(target: FileHandle, chunk: Buffer, position: number): Promise<void> {
	for (let done = 0; done < chunk.length;) {
		const { bytesWritten } = await target.write(chunk, done, chunk.length - done, position + done);
		done += bytesWritten;
	}
}
