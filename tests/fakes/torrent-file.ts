import { createHash } from 'node:crypto';

type Value = number | string | Buffer | Value[] | { [key: string]: Value };

export function bencode(value: Value): Buffer {
	if (typeof value === 'number') return Buffer.from(`i${value}e`);
	if (typeof value === 'string') return bencode(Buffer.from(value));
	if (Buffer.isBuffer(value)) return Buffer.concat([Buffer.from(`${value.length}:`), value]);
	if (Array.isArray(value)) return Buffer.concat([Buffer.from('l'), ...value.map(bencode), Buffer.from('e')]);
	const entries = Object.keys(value)
		.toSorted()
		.flatMap((key) => [bencode(key), bencode(value[key]!)]);
	return Buffer.concat([Buffer.from('d'), ...entries, Buffer.from('e')]);
}

const pieceLength = 16_384;

/** A torrent of one file, without trackers; with a web seed it can be fetched from an HTTP server alone. */
export function makeTorrent(name: string, content: Buffer, webSeed?: string) {
	const pieces: Buffer[] = [];
	for (let at = 0; at < content.length; at += pieceLength) {
		pieces.push(
			createHash('sha1')
				.update(content.subarray(at, at + pieceLength))
				.digest()
		);
	}
	const info = { length: content.length, name, 'piece length': pieceLength, pieces: Buffer.concat(pieces) };
	const hash = createHash('sha1').update(bencode(info)).digest('hex');
	return {
		bytes: bencode({ info, ...(webSeed && { 'url-list': webSeed }) }),
		hash,
		magnet: magnetOf(hash, name)
	};
}

const magnetOf = (hash: string, name: string) => `magnet:?xt=urn:btih:${hash}&dn=${encodeURIComponent(name)}`;
