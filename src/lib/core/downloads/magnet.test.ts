import { expect, test } from 'vitest';
import { magnetFacts } from './magnet.ts';

const hash = '0123456789abcdef0123456789abcdef01234567';
const long = `1220${'ab'.repeat(32)}`;

test.each([
	[`magnet:?xt=urn:btih:${hash}&dn=Harbour+1999`, { hashes: [hash], name: 'Harbour 1999' }],
	[`MAGNET:?dn=a&xt=urn:btih:${hash.toUpperCase()}`, { hashes: [hash], name: 'a' }],
	['magnet:?xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH', { hashes: [hash] }],
	[`magnet:?xt=urn:btmh:${long}`, { hashes: ['ab'.repeat(20)] }],
	[`magnet:?xt=urn:btih:${hash}&xt=urn:btmh:${long}`, { hashes: [hash, 'ab'.repeat(20)] }],
	[`magnet:?xt.1=urn:btih:${hash}&xt.2=urn:btih:${hash}`, { hashes: [hash] }]
])('%s', (magnet, expected) => {
	expect(magnetFacts(magnet)).toEqual(expected);
});

test.each([
	'',
	'https://a.test/file.torrent',
	'magnet:?dn=nothing',
	'magnet:?xt=urn:btih:abc',
	'magnet:?xt=urn:btih:zzzz456789abcdef0123456789abcdef01234567',
	'magnet:?xt=urn:ed2k:0123456789abcdef0123456789abcdef',
	'magnet:?xt=urn:btmh:1114abab'
])('%j names no torrent', (magnet) => {
	expect(magnetFacts(magnet)).toBeUndefined();
});
