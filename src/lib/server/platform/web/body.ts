import type { z } from 'zod';
import { AppError, invalid, tooLarge } from '../errors.ts';
import { fromForm } from './coerce.ts';

export type BodyType = 'json' | 'text' | 'form';

const accepted: Record<BodyType, RegExp> = {
	json: /^application\/(?:[\w.-]+\+)?json$/,
	text: /^(?:text\/[\w.+-]+|application\/(?:octet-stream|(?:x-)?yaml|(?:[\w.-]+\+)?xml|(?:[\w.-]+\+)?json))$/,
	form: /^(?:multipart\/form-data|application\/x-www-form-urlencoded)$/
};
const wanted: Record<BodyType, string> = {
	json: 'application/json',
	text: 'text/plain or application/yaml',
	form: 'multipart/form-data or application/x-www-form-urlencoded'
};

/** Reads the body within the bound, whatever Content-Length claims. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
	const refused = () => tooLarge(`The body is larger than the ${maxBytes} bytes allowed here.`);
	if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw refused();
	if (!request.body) return Buffer.alloc(0);
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Cancelling the stream, as `for await` does, would cut the connection before the refusal is heard.
	const reader = request.body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return Buffer.concat(chunks, size);
		size += value.byteLength;
		if (size > maxBytes) throw refused();
		chunks.push(value);
	}
}

function parseJson(bytes: Buffer): unknown {
	if (bytes.length === 0) return undefined;
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch (cause) {
		throw invalid(`The body is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
	}
}

export async function readForm(request: Request, schema: z.core.$ZodType, maxBytes: number) {
	const type = request.headers.get('content-type') ?? '';
	const bytes = await readBytes(request, maxBytes);
	let form: FormData;
	try {
		form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
	} catch (cause) {
		throw new AppError('invalid', 'The form could not be read.', { status: 400, cause });
	}
	return fromForm(form, schema);
}

export async function readBody(
	request: Request,
	schema: z.core.$ZodType,
	{ type, maxBytes }: { type: BodyType; maxBytes: number }
): Promise<unknown> {
	const sent = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
	const empty = !request.body || request.headers.get('content-length') === '0';
	if (!empty && !accepted[type].test(sent)) {
		throw new AppError(
			'unsupported_type',
			`Send this as ${wanted[type]}, not as ${sent || 'an unnamed type'}.`,
			{
				status: 415
			}
		);
	}
	if (type === 'form') return empty ? fromForm(new FormData(), schema) : readForm(request, schema, maxBytes);
	const bytes = await readBytes(request, maxBytes);
	return type === 'text' ? bytes.toString('utf8') : parseJson(bytes);
}
