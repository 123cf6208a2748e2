import { createHash } from 'node:crypto';
import { BencodeFault } from '#core/downloads/bencode.ts';
import type { Protocol } from '#core/downloads/download.ts';
import { magnetFacts } from '#core/downloads/magnet.ts';
import { nzbFacts } from '#core/downloads/nzb-facts.ts';
import { torrentFacts } from '#core/downloads/torrent-facts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import type { Content } from './clients/client.ts';

/** What is given to a client, and what it says of itself. */
export interface Fetched {
	content: Content;
	/** Names of the torrent in clients, the first being the usual one; empty for usenet. */
	hashes: string[];
	/** By which the same download is known again. */
	hash: string | undefined;
	name?: string;
	sizeBytes?: number;
}

const bad = (message: string) => new AppError('bad_release', message, { status: 502 });

export function readMagnet(magnet: string, from?: string): Fetched {
	const facts = magnetFacts(magnet);
	if (!facts)
		throw from
			? bad(`${from} sent a magnet link that names no torrent.`)
			: invalid('This magnet link names no torrent.');
	return {
		content: { magnet },
		hashes: facts.hashes,
		hash: facts.hashes[0],
		...(facts.name && { name: facts.name })
	};
}

/** Looks at what an indexer sent before any client sees it. */
export function readFile(bytes: Buffer, protocol: Protocol, from: string): Fetched {
	if (bytes.length === 0) throw bad(`${from} sent an empty file.`);
	const start = bytes
		.subarray(0, 512)
		.toString('latin1')
		.replace(/^\u00ef\u00bb\u00bf/, '')
		.trimStart();
	if (/^<(?:!doctype html|html|head|body)/i.test(start))
		throw bad(`${from} sent a web page instead of the file. Its login may have ended.`);
	return protocol === 'usenet' ? readNzb(bytes, from) : readTorrentFile(bytes, from);
}

function readTorrentFile(bytes: Buffer, from: string): Fetched {
	try {
		const { name, sizeBytes, info, versions } = torrentFacts(bytes);
		const sums = { 1: 'sha1', 2: 'sha256' } as const;
		// Clients go by twenty bytes of either.
		const hashes = versions.map((version) =>
			createHash(sums[version]).update(info).digest('hex').slice(0, 40)
		);
		if (hashes.length === 0) throw bad(`${from} sent a torrent without pieces.`);
		return { content: { torrent: bytes }, hashes, hash: hashes[0], name, sizeBytes };
	} catch (error) {
		if (!(error instanceof BencodeFault)) throw error;
		const cut = bytes[0] === 0x64;
		throw bad(
			cut ? `${from} sent a torrent that is cut off or damaged.` : `${from} sent a file that is no torrent.`
		);
	}
}

function readNzb(bytes: Buffer, from: string): Fetched {
	const facts = nzbFacts(bytes.toString('utf8'));
	if (!facts) {
		const told = /<error\b[^>]*description\s*=\s*"([^"]{1,200})"/i.exec(bytes.toString('utf8'))?.[1];
		throw bad(
			told ? `${from} refused: ${told}` : `${from} sent a file that is no NZB, or one that is cut off.`
		);
	}
	const { articles, sizeBytes } = facts;
	if (articles.length === 0) throw bad(`${from} sent an NZB with nothing in it.`);
	const hash = createHash('sha1').update(articles.toSorted().join('\n')).digest('hex');
	return { content: { nzb: bytes }, hashes: [], hash, sizeBytes };
}
