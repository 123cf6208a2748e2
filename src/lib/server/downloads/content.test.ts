import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { bencode, makeTorrent } from '../../../../tests/fakes/torrent-file.ts';
import { post } from '../../../../tests/fakes/usenet.ts';
import { readFile, readMagnet } from './content.ts';

const torrent = makeTorrent('Harbour', Buffer.from('harbour'));

test('the info hash is taken over the bytes as they stand, in whatever order', () => {
	expect(readFile(torrent.bytes, 'torrent', 'Site')).toMatchObject({
		hash: torrent.hash,
		hashes: [torrent.hash],
		name: 'Harbour',
		sizeBytes: 7
	});
	const info = 'd4:name1:x6:lengthi1e6:pieces1:aee';
	const odd = Buffer.from(`d4:info${info}`);
	expect(readFile(odd, 'torrent', 'Site').hash).toBe(
		createHash('sha1').update(info.slice(0, -1)).digest('hex')
	);
});

test('one that is old and new goes by two names', () => {
	const info = { name: 'x', pieces: 'a', length: 1, 'meta version': 2, 'file tree': {} };
	const [one, two] = ['sha1', 'sha256'].map((sum) => createHash(sum).update(bencode(info)).digest('hex'));
	expect(readFile(bencode({ info }), 'torrent', 'Site').hashes).toEqual([one, two!.slice(0, 40)]);
});

test('an NZB is known by its articles, whatever stands around them', () => {
	const text = post('harbour.mkv', Buffer.alloc(200_000)).nzb.toString();
	const again = text.replace('alt.binaries.test', 'alt.binaries.other').replaceAll('\n<segment', ' <segment');
	const [first, second] = [text, again].map((nzb) => readFile(Buffer.from(nzb), 'usenet', 'News'));
	expect(first!.hash).toBe(second!.hash);
	expect(first!.hash).not.toBe(readFile(post('fog.mkv', Buffer.from('fog')).nzb, 'usenet', 'News').hash);
});

test.each([
	['torrent', '', 'Site sent an empty file.'],
	[
		'torrent',
		'\ufeff \n<!DOCTYPE html><title>Log in</title>',
		'Site sent a web page instead of the file. Its login may have ended.'
	],
	['usenet', '<html>', 'Site sent a web page instead of the file. Its login may have ended.'],
	[
		'torrent',
		torrent.bytes.subarray(0, 50).toString('latin1'),
		'Site sent a torrent that is cut off or damaged.'
	],
	['torrent', 'hello', 'Site sent a file that is no torrent.'],
	['torrent', 'd4:infod4:name1:xee', 'Site sent a torrent without pieces.'],
	['usenet', 'hello', 'Site sent a file that is no NZB, or one that is cut off.'],
	['usenet', '<nzb></nzb>', 'Site sent an NZB with nothing in it.'],
	['usenet', '<error code="1" description="No such release"/>', 'Site refused: No such release']
] as const)('%s %j is refused in words', (protocol, text, message) => {
	expect(() => readFile(Buffer.from(text), protocol, 'Site')).toThrow(message);
});

test('a magnet of an indexer that names nothing is its fault, one that was pasted is ours', () => {
	expect(() => readMagnet('magnet:?dn=x', 'Site')).toThrow(expect.objectContaining({ code: 'bad_release' }));
	expect(() => readMagnet('magnet:?dn=x')).toThrow(expect.objectContaining({ code: 'invalid', status: 400 }));
});
