import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { BrotliCompress, Gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const brotliQuality = { [constants.BROTLI_PARAM_QUALITY]: 4 };
const whole: Record<Encoding, (bytes: Uint8Array) => Promise<Buffer>> = {
	br: (bytes) =>
		promisify(brotliCompress)(bytes, {
			params: { ...brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
		}),
	gzip: (bytes) => promisify(gzip)(bytes, { level: 6 })
};
const piecewise: Record<Encoding, () => BrotliCompress | Gzip> = {
	br: () => createBrotliCompress({ params: brotliQuality }),
	gzip: () => createGzip({ level: 6 })
};

const worth =
	/^(?:text\/(?!event-stream)|application\/(?:json|xml|manifest\+json|vnd\.apple\.mpegurl|[\w.-]+\+(?:json|xml))|image\/svg)/;
/** Below this the headers weigh more than what is saved. */
const smallestBytes = 1024;

/** Respects `q=0`; prefers brotli when both are welcome. */
export function acceptedEncoding(header: string | null): Encoding | undefined {
	const offers = new Map(
		(header ?? '').split(',').map((offer) => {
			const [name = '', ...parameters] = offer.toLowerCase().split(';');
			const q = parameters.map((text) => /^\s*q\s*=\s*([\d.]+)/.exec(text)?.[1]).find(Boolean);
			return [name.trim(), q === undefined ? 1 : Number(q)] as const;
		})
	);
	const quality = (name: Encoding) => offers.get(name) ?? offers.get('*') ?? 0;
	if (quality('br') > 0 && quality('br') >= quality('gzip')) return 'br';
	return quality('gzip') > 0 ? 'gzip' : undefined;
}

/** Text that is not yet encoded, and that nobody asked to leave alone. */
const mayChange = (header: (name: string) => string | null | undefined): boolean =>
	worth.test(header('content-type') ?? '') &&
	!header('content-encoding') &&
	!header('content-range') &&
	!/no-transform/.test(header('cache-control') ?? '') &&
	Number(header('content-length') ?? Infinity) >= smallestBytes;

/** The whole of an answer. Kept in memory, it is encoded once for each way it is asked for. */
export interface Body {
	readonly bytes: Buffer;
	encoded(encoding: Encoding): Promise<Buffer>;
}

export function createBody(content: string | ArrayBuffer): Body {
	const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
	const made = new Map<Encoding, Promise<Buffer>>();
	return {
		bytes,
		encoded(encoding) {
			const known = made.get(encoding) ?? whole[encoding](bytes);
			made.set(encoding, known);
			return known;
		}
	};
}

/** As `compress`, for an answer that is there as a whole: what to send, under headers that are changed to say so. */
export function packed(
	body: Body,
	headers: Record<string, string>,
	asked: { method: string; accepts: string | undefined }
): Buffer | Promise<Buffer> {
	if (!mayChange((name) => headers[name])) return body.bytes;
	headers['vary'] = headers['vary'] ? `${headers['vary']}, accept-encoding` : 'accept-encoding';
	const encoding = acceptedEncoding(asked.accepts ?? null);
	if (!encoding || asked.method === 'HEAD' || body.bytes.length < smallestBytes) return body.bytes;
	headers['content-encoding'] = encoding;
	return body.encoded(encoding);
}

/** Text that is not yet encoded, in what the client accepts; a body that arrives slowly is passed on piece by piece. */
export async function compress(request: Request, response: Response): Promise<Response> {
	if (!response.body || !mayChange((name) => response.headers.get(name))) return response;
	const encoding = acceptedEncoding(request.headers.get('accept-encoding'));
	const headers = new Headers(response.headers);
	headers.append('vary', 'accept-encoding');
	if (!encoding || request.method === 'HEAD') return renewed(response, response.body, headers);

	const reader = response.body.getReader();
	const first = await reader.read();
	if (first.done) return renewed(response, null, headers);
	const second = reader.read();
	const complete = await Promise.race([second.then(({ done }) => done), setImmediate(false)]);
	if (complete && first.value.length < smallestBytes) return renewed(response, first.value, headers);
	headers.set('content-encoding', encoding);
	headers.delete('content-length');
	if (complete) return renewed(response, new Uint8Array(await whole[encoding](first.value)), headers);
	return renewed(response, flowing(reader, [first.value, second], encoding), headers);
}

const renewed = ({ status, statusText }: Response, body: BodyInit | null, headers: Headers) =>
	new Response(body, { status, statusText, headers });

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** Flushes after every piece, so that a page which waits for its last part shows the first. */
function flowing(
	reader: Reader,
	[first, second]: [Uint8Array, ReturnType<Reader['read']>],
	encoding: Encoding
): ReadableStream {
	const zip = piecewise[encoding]();
	const pass = async (piece: Uint8Array) => {
		const room = zip.write(piece);
		zip.flush();
		if (!room) await once(zip, 'drain');
	};
	const pour = async () => {
		await pass(first);
		for (let next = await second; !next.done; next = await reader.read()) await pass(next.value);
		zip.end();
	};
	zip.on('close', () => void reader.cancel().catch(() => undefined));
	pour().catch((error: Error) => zip.destroy(error));
	return Readable.toWeb(zip) as ReadableStream;
}
