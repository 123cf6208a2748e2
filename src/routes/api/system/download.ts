import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

/** A file that the browser keeps under its name. */
export const download = (file: { path: string; name: string; sizeBytes: number; type: string }): Response =>
	new Response(
		Readable.toWeb(createReadStream(file.path, { end: Math.max(file.sizeBytes - 1, 0) })) as ReadableStream,
		{
			headers: {
				'content-type': file.type,
				'content-length': String(file.sizeBytes),
				'content-disposition': `attachment; filename="${file.name}"`,
				'cache-control': 'no-store'
			}
		}
	);
