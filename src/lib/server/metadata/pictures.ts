import { upstream } from '#server/platform/errors.ts';

/** Loaded on first use: at rest it would only cost memory. */
const library = async () => {
	const { default: sharp } = await import('sharp');
	sharp.concurrency(1);
	sharp.cache(false);
	return sharp;
};

const maxPixels = 100_000_000;

async function open(original: Buffer) {
	const sharp = await library();
	return sharp(original, { limitInputPixels: maxPixels, failOn: 'error' });
}

const unreadable = (cause: unknown): never => {
	throw upstream('This picture cannot be read.', cause);
};

export async function resize(original: Buffer, width: number): Promise<Buffer> {
	const picture = await open(original);
	return picture
		.rotate()
		.resize({ width, withoutEnlargement: true })
		.webp({ quality: 82 })
		.toBuffer()
		.catch(unreadable);
}

/** A colour for the page around it, and a few pixels to show until it is there. */
export async function describePicture(original: Buffer): Promise<{ tint: string; blur: string }> {
	const small = await (
		await open(original)
	)
		.resize(12, 18, { fit: 'inside' })
		.webp({ quality: 40 })
		.toBuffer()
		.catch(unreadable);
	const { dominant } = await (
		await open(original)
	)
		.resize(64, 64, { fit: 'cover' })
		.stats()
		.catch(unreadable);
	return {
		tint: `rgb(${dominant.r} ${dominant.g} ${dominant.b})`,
		blur: `data:image/webp;base64,${small.toString('base64')}`
	};
}
