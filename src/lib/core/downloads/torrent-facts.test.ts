import { expect, test } from 'vitest';
import { BencodeFault } from './bencode.ts';
import { torrentFacts } from './torrent-facts.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const pieces = `6:pieces20:${'a'.repeat(20)}`;
const single = `d8:announce15:http://t.test/a4:infod6:lengthi1234e4:name5:H.mkv12:piece lengthi16384e${pieces}ee`;

test('a torrent of one file', () => {
	const facts = torrentFacts(bytes(single));
	expect(facts).toMatchObject({ name: 'H.mkv', sizeBytes: 1234, private: false, versions: [1] });
	expect(String.fromCharCode(...facts.info)).toBe(
		`d6:lengthi1234e4:name5:H.mkv12:piece lengthi16384e${pieces}e`
	);
});

test('many files are counted together; what is private is known', () => {
	const files = `5:filesld6:lengthi1e4:pathl1:aeed6:lengthi2e4:pathl1:beee`;
	const text = `d4:infod${files}4:name1:S12:piece lengthi16384e${pieces}7:privatei1eee`;
	expect(torrentFacts(bytes(text))).toMatchObject({ name: 'S', sizeBytes: 3, private: true });
});

test('new torrents, and those that are both, name both hashes', () => {
	const tree = `9:file treed1:ad0:d6:lengthi7eee1:bd1:cd0:d6:lengthi5eeeee`;
	const v2 = `d4:infod${tree}12:meta versioni2e4:name1:N12:piece lengthi16384eee`;
	expect(torrentFacts(bytes(v2))).toMatchObject({ sizeBytes: 12, versions: [2] });
	const both = `d4:infod${tree}6:lengthi12e12:meta versioni2e4:name1:N12:piece lengthi16384e${pieces}ee`;
	expect(torrentFacts(bytes(both)).versions).toEqual([1, 2]);
});

test('names in UTF-8 are read as such, and an `info` further in is not the one that counts', () => {
	const name = String.fromCharCode(...new TextEncoder().encode('Café'));
	const text = `d5:azured4:info1:xe4:infod6:lengthi1e4:name5:${name}${pieces}ee`;
	expect(torrentFacts(bytes(text)).name).toBe('Café');
});

test.each([
	['nothing', ''],
	['cut off in the middle', single.slice(0, 60)],
	['cut off at the end', single.slice(0, -1)],
	['a text longer than the file', 'd4:info99999999:ae'],
	['a length that is no number', 'd4:infod4:namex:aee'],
	['a negative length', 'd4:infod4:name-1:aee'],
	['an endless number', `i${'9'.repeat(5000)}`],
	['a list', 'l4:infoe'],
	['no info', 'd8:announce1:ae'],
	['an info that is no dictionary', 'd4:info1:ae'],
	['lists without end', 'd4:info' + 'l'.repeat(100_000)],
	['a web page', '<!doctype html><title>Log in</title>']
])('%s is no torrent', (_, text) => {
	expect(() => torrentFacts(bytes(text))).toThrow(BencodeFault);
});
