import { expect, test } from 'vitest';
import { isShort } from './shortfall.ts';

const wish = {
	cutoff: 'Web 1080p',
	upgrades: true,
	qualities: [
		{ name: 'Bluray-1080p' },
		{ name: 'Web 1080p', members: ['WEBDL-1080p'] },
		{ name: 'HDTV-720p' }
	]
};

test.each([
	['HDTV-720p', true],
	['WEBDL-1080p', false],
	['Bluray-1080p', false],
	['DVD', true],
	[null, false]
])('%s falls short of Web 1080p: %s', (quality, short) => {
	expect(isShort(quality, wish)).toBe(short);
});

test('a profile without upgrades is content with anything', () => {
	expect(isShort('HDTV-720p', { ...wish, upgrades: false })).toBe(false);
});
