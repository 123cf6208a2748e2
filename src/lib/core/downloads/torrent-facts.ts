import { type Bencoded, type BencodedDictionary, readTorrent } from './bencode.ts';

export interface TorrentFacts {
	name: string;
	sizeBytes: number;
	private: boolean;
	/** The bytes that both hashes are taken over. */
	info: Uint8Array;
	/** Which hashes it goes by; old and new torrents, and those that are both. */
	versions: (1 | 2)[];
}

const words = new TextDecoder();
const asText = (value: Bencoded | undefined) =>
	value instanceof Uint8Array ? words.decode(value) : undefined;
const asNumber = (value: Bencoded | undefined) => (typeof value === 'number' ? value : 0);
const asDictionary = (value: Bencoded | undefined) => (value instanceof Map ? value : undefined);

/** Throws `BencodeFault` when these bytes are no whole torrent. */
export function torrentFacts(bytes: Uint8Array): TorrentFacts {
	const { root, info } = readTorrent(bytes);
	const about = root.get('info') as BencodedDictionary;
	const versions: TorrentFacts['versions'] = [];
	if (about.get('pieces') instanceof Uint8Array) versions.push(1);
	if (asNumber(about.get('meta version')) === 2) versions.push(2);
	return {
		name: asText(about.get('name.utf-8')) ?? asText(about.get('name')) ?? '',
		sizeBytes: sizeOf(about),
		private: asNumber(about.get('private')) === 1,
		info: bytes.subarray(info.from, info.to),
		versions
	};
}

function sizeOf(about: BencodedDictionary): number {
	const files = about.get('files');
	if (Array.isArray(files))
		return files.reduce<number>((sum, file) => sum + asNumber(asDictionary(file)?.get('length')), 0);
	const tree = asDictionary(about.get('file tree'));
	return tree ? sizeOfTree(tree) : asNumber(about.get('length'));
}

/** In new torrents a folder is a dictionary, and a file one with an empty name in it. */
function sizeOfTree(tree: BencodedDictionary): number {
	let sum = 0;
	for (const [name, entry] of tree) {
		const inner = asDictionary(entry);
		if (inner) sum += name === '' ? asNumber(inner.get('length')) : sizeOfTree(inner);
	}
	return sum;
}
