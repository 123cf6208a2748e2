import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useDisplayFace } from './fonts.ts';

export interface Artist {
	/** A picture as JPEG, drawn at most once a name and width. */
	paint(name: string, width: number, draw: (width: number) => string): Promise<Buffer>;
}

/** Keeps what it painted in `folder`. */
export function createArtist(folder: string): Artist {
	const underway = new Map<string, Promise<Buffer>>();
	let renderer: Promise<(typeof import('sharp'))['default']> | undefined;
	const load = () => {
		useDisplayFace(join(folder, 'fonts'));
		return import('sharp').then((module) => module.default);
	};

	async function make(file: string, width: number, draw: (width: number) => string): Promise<Buffer> {
		const kept = await readFile(file).catch(() => undefined);
		if (kept) return kept;
		const sharp = await (renderer ??= load());
		const drawn = sharp(Buffer.from(draw(width)));
		const { width: w, height: h } = await drawn.metadata();
		// The grain of film.
		const grain = {
			create: {
				width: w,
				height: h,
				channels: 3 as const,
				background: '#808080',
				noise: { type: 'gaussian' as const, mean: 128, sigma: 14 }
			}
		};
		const painted = await drawn
			.composite([
				{ input: await sharp(grain).grayscale().png({ compressionLevel: 0 }).toBuffer(), blend: 'soft-light' }
			])
			.flatten()
			.jpeg({ quality: 86 })
			.toBuffer();
		await mkdir(folder, { recursive: true });
		await writeFile(`${file}.partial`, painted);
		await rename(`${file}.partial`, file);
		return painted;
	}

	return {
		paint(name, width, draw) {
			const file = join(folder, `${name}-${width}.jpg`);
			const shared = underway.get(file) ?? make(file, width, draw).finally(() => underway.delete(file));
			underway.set(file, shared);
			return shared;
		}
	};
}
