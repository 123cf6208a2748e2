import { Duplex, pipeline, Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import {
	createBrotliDecompress,
	createGunzip,
	createInflate,
	createInflateRaw,
	createZstdDecompress
} from 'node:zlib';
import { httpFault, toHttpFault } from './faults.ts';

type Source = AsyncIterable<Buffer>;

/** Some servers say `deflate` and send it raw, without the zlib header. */
async function* inflate(source: Source): AsyncGenerator<Buffer> {
	const chunks = source[Symbol.asyncIterator]();
	const first = await chunks.next();
	if (first.done) return;
	const decoder = (first.value[0]! & 0x0f) === 8 ? createInflate() : createInflateRaw();
	const all = async function* () {
		yield first.value;
		yield* { [Symbol.asyncIterator]: () => chunks };
	};
	yield* pipeline(all, decoder, () => undefined) as AsyncIterable<Buffer>;
}

const decoders: Record<string, () => Duplex> = {
	gzip: createGunzip,
	'x-gzip': createGunzip,
	deflate: () => Duplex.from(inflate),
	br: createBrotliDecompress,
	zstd: createZstdDecompress
};

function bounded(maxBytes: number, host: string): Transform {
	let size = 0;
	return new Transform({
		transform(chunk: Buffer, _, done) {
			size += chunk.length;
			if (size <= maxBytes) return done(null, chunk);
			done(httpFault('too_large', `${host} sent more than the ${maxBytes} bytes allowed.`));
		}
	});
}

interface DecodeOptions {
	encoding: string | null;
	maxBytes: number;
	host: string;
}

/** The body without its content encodings, bounded both as sent and as unpacked. */
export function decodeBody(source: Readable, { encoding, maxBytes, host }: DecodeOptions): Readable {
	const encodings = (encoding ?? '')
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name && name !== 'identity');
	const unknown = encodings.find((name) => !Object.hasOwn(decoders, name));
	if (unknown || encodings.length > 3) {
		source.on('error', () => undefined).destroy();
		throw httpFault('decode', `${host} sent an encoding that cannot be read: ${encoding}.`);
	}
	const stages = encodings.toReversed().map((name) => decoders[name]!());
	return pipeline(
		[source, bounded(maxBytes, host), ...stages, ...(stages.length > 0 ? [bounded(maxBytes, host)] : [])],
		() => undefined
	) as unknown as Readable;
}

const zlibCode = /^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_ZSTD|ZSTD_|ERR_BUFFER|ERR_PADDING|ERR_.*FORMAT)/;

export async function collect(body: Readable, host: string): Promise<Buffer> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of body) chunks.push(chunk as Buffer);
	} catch (error) {
		if (zlibCode.test(String((error as NodeJS.ErrnoException).code))) {
			throw httpFault('decode', `${host} sent a body that cannot be unpacked.`, { cause: error });
		}
		throw toHttpFault(error, host);
	}
	return Buffer.concat(chunks);
}
