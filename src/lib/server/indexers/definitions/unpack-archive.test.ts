import { expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { tarGz, zip } from '../../../../../tests/fakes/archives.ts';
import unpackArchive from './unpack-archive.worker.ts';

const unpack = (bytes: Buffer) => {
	const result = unpackArchive({ bytes });
	return result.ok ? result.files : result.message;
};

test.each([
	['zip', zip],
	['tar.gz', tarGz]
])('a %s gives its definitions by their bare names, of several versions the newest', (_, pack) => {
	const bytes = pack([
		['repo-main/definitions/v9/one.yml', 'old'],
		['repo-main/definitions/v11/one.yml', 'new'],
		['repo-main/definitions/v10/one.yml', 'older'],
		['../../../etc/two.yaml', 'two'],
		['repo-main/README.md', 'no']
	]);
	expect(unpack(bytes)).toEqual([
		{ file: 'one.yml', text: 'new' },
		{ file: 'two.yaml', text: 'two' }
	]);
});

test.each([
	['no archive at all', Buffer.from('<html>Sign in</html>'.padEnd(600)), /neither a zip nor a tar/],
	['a zip cut short', zip([['a.yml', 'text'.repeat(500)]]).subarray(0, 60), /cut short/],
	['a broken gzip', gzipSync(Buffer.alloc(5000, 1)).subarray(0, 20), /damaged/],
	['nothing of use', zip([['a.txt', 'x']]), /no definition/],
	['a file far too big', zip([['a.yml', Buffer.alloc(2_000_000, 32)]]), /a\.yml .* larger than 512 KiB/],
	['a bomb that lies about its size', zip([['a.yml', Buffer.alloc(200_000_000, 32)]], { claim: 10 }), /larger than 512 KiB/],
	['an empty file', Buffer.alloc(0), /damaged|neither/]
])('%s is refused with a reason', (_, bytes, reason) => {
	expect(unpack(bytes)).toMatch(reason);
});
