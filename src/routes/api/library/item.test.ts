import { expect, test } from 'vitest';
import { moviePatch } from './item.ts';

test.each([
	['tmdb/p814934.jpg', true],
	['local/12/poster.jpg', true],
	['upload/fb2a8b16c592daf195406e3b02cf38b0.webp', true],
	[null, true],
	['../../etc/passwd', false],
	['upload/../bijou.db', false],
	['http://127.0.0.1/x.jpg', false],
	['poster.jpg', false]
])('a poster %j is one that Bijou may show: %s', (posterPath, fits) => {
	expect(moviePatch.safeParse({ posterPath }).success).toBe(fits);
});
