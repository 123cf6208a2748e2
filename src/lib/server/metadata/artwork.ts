import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { invalid, notFound, tooLarge } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import { isAbsent } from './cache.ts';
import { artwork, keptPictures } from './schema.ts';
import { describePicture, resize } from './pictures.ts';

export const widths = [160, 342, 500, 780, 1280, 1920] as const;

export interface Placeholder {
	/** CSS colour. */
	tint: string;
	/** A few pixels as a data address, to blur until the picture is there. */
	blur: string;
}

export interface Artwork {
	/** The file of a picture at least so wide; fetched, resized and kept on first use. */
	file(ref: string, width: number): Promise<string>;
	/** Fetches in its own time what will be looked at soon; what fails is left. */
	warm(refs: readonly (string | null | undefined)[]): void;
	/** Pictures of this source are read so, not fetched. */
	provide(source: string, read: (path: string) => Promise<Buffer>): void;
	/** Keeps a picture that somebody brought; answers its name. */
	keep(picture: Buffer | AsyncIterable<Uint8Array>): Promise<string>;
	placeholders(refs: readonly (string | null | undefined)[]): Map<string, Placeholder>;
	/** Keeps the cache below its bound, oldest use first; returns what was freed. */
	trim(maxBytes: number): Promise<number>;
}

interface Deps {
	db: Db;
	http: Http;
	folder: string;
	/** Where pictures of a source lie; undefined for a source that is not known. */
	address(source: string, path: string, width: number): string | undefined;
	now: () => number;
}

const maxBytes = 24 * 1024 * 1024;
/** No escapes: what they stand for could lead elsewhere. */
const parts = /^([a-z]+)(\/[\w./~+-]{1,300})$/i;
async function gathered(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of parts) {
		size += chunk.byteLength;
		if (size > maxBytes) throw tooLarge('A picture may have 24 MB at most.');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}

const hourMs = 3_600_000;
/** What a wall of posters shows. */
const warmWidth = 342;
const maxWaiting = 2_000;

export function createArtwork({ db, http, folder, address, now }: Deps): Artwork {
	const underway = new Map<string, Promise<string>>();
	const failed = new Map<string, number>();
	const waiting = new Set<string>();
	let warming = 0;
	const providers = new Map<string, (path: string) => Promise<Buffer>>();
	providers.set('upload', (path) => {
		const named = eq(keptPictures.name, path.slice(1));
		const found = db.select({ body: keptPictures.body }).from(keptPictures).where(named).get();
		return found ? Promise.resolve(found.body) : Promise.reject(notFound('picture', path));
	});

	const fileOf = (ref: string, width: number) => {
		const name = createHash('sha256').update(ref).digest('hex').slice(0, 32);
		return join(folder, name.slice(0, 2), `${name}-${width}.webp`);
	};

	async function make(ref: string, width: number, file: string): Promise<string> {
		const match = parts.exec(ref);
		if (!match || ref.includes('..')) throw invalid('This is no picture that Bijou knows.');
		const original = await originalOf(match[1]!, match[2]!, width);
		await mkdir(join(file, '..'), { recursive: true });
		await writeFile(`${file}.partial`, await resize(original, width));
		await rename(`${file}.partial`, file);
		if (
			!db
				.select({ ref: artwork.ref })
				.from(artwork)
				.where(inArray(artwork.ref, [ref]))
				.get()
		) {
			db.insert(artwork)
				.values({ ref, ...(await describePicture(original)), fetchedAt: now() })
				.onConflictDoNothing()
				.run();
		}
		return file;
	}

	async function originalOf(source: string, path: string, width: number): Promise<Buffer> {
		const read = providers.get(source);
		if (read) return read(path);
		const url = address(source, path, width);
		if (!url) throw notFound('picture', `${source}${path}`);
		return (await http.request(url, { maxBytes, headers: { accept: 'image/*' } })).bytes();
	}

	/** A picture that is not there is not asked for again at once. */
	const remember = (ref: string, error: unknown): never => {
		for (const [other, until] of failed) if (until <= now()) failed.delete(other);
		failed.set(ref, now() + (isAbsent(error) ? hourMs : 60_000));
		throw error;
	};

	async function file(ref: string, wanted: number): Promise<string> {
		const width = widths.find((candidate) => candidate >= wanted) ?? widths.at(-1)!;
		const path = fileOf(ref, width);
		const used = new Date(now());
		if (
			await utimes(path, used, used).then(
				() => true,
				() => false
			)
		)
			return path;
		if ((failed.get(ref) ?? 0) > now()) throw notFound('picture', ref);
		const shared =
			underway.get(path) ??
			make(ref, width, path)
				.catch((error: unknown) => remember(ref, error))
				.finally(() => underway.delete(path));
		underway.set(path, shared);
		return shared;
	}

	async function warmNext(): Promise<void> {
		warming++;
		for (const ref of waiting) {
			waiting.delete(ref);
			await file(ref, warmWidth).catch(() => undefined);
		}
		warming--;
	}

	return {
		file,
		warm(refs) {
			for (const ref of refs) if (ref && waiting.size < maxWaiting) waiting.add(ref);
			while (warming < 2 && warming < waiting.size) void warmNext();
		},
		provide: (source, read) => void providers.set(source, read),
		async keep(picture) {
			const whole = Buffer.isBuffer(picture) ? picture : await gathered(picture);
			const plain = await resize(whole, widths.at(-1)!).catch(() => {
				throw invalid('This is no picture that can be read. JPEG, PNG, WebP, AVIF and GIF can.');
			});
			const name = `${createHash('sha256').update(plain).digest('hex').slice(0, 32)}.webp`;
			db.insert(keptPictures).values({ name, body: plain, keptAt: now() }).onConflictDoNothing().run();
			return `upload/${name}`;
		},
		placeholders(refs) {
			const wanted = [...new Set(refs.filter((ref) => ref != null))];
			if (wanted.length === 0) return new Map();
			const rows = db.select().from(artwork).where(inArray(artwork.ref, wanted)).all();
			return new Map(rows.map(({ ref, tint, blur }) => [ref, { tint, blur }]));
		},
		async trim(bound) {
			const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
			const found = await Promise.all(
				entries
					.filter((entry) => entry.isFile())
					.map(async (entry) => {
						const path = join(entry.parentPath, entry.name);
						const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
						return { path, size, mtimeMs };
					})
			);
			let total = found.reduce((sum, { size }) => sum + size, 0);
			let freed = 0;
			for (const { path, size } of found.toSorted((a, b) => a.mtimeMs - b.mtimeMs)) {
				if (total <= bound) break;
				await rm(path, { force: true });
				total -= size;
				freed += size;
			}
			return freed;
		}
	};
}
