import { expect, test } from 'vitest';
import { ladderOf } from './ladder.ts';
import { mergeProfile } from './merge-profile.ts';
import { profile } from './profile.ts';
import { sizeLimits } from './size-limits.ts';

const base = profile.parse({
	id: 'p',
	name: 'P',
	qualities: [
		{ name: 'Remux-1080p', allowed: false },
		{ name: 'Full HD', members: ['Bluray-1080p', 'WEBDL-1080p'] },
		{ name: 'HDTV-720p' }
	],
	cutoff: 'Full HD',
	scores: { a: 1, b: 2 },
	sizes: { 'HDTV-720p': { min: 2, max: 10 } }
});

test('members of a group stand level, above what comes later and below what comes before', () => {
	const ladder = ladderOf(base);
	expect(ladder.position('webdl-1080p')).toBe(ladder.position('Bluray-1080p'));
	expect(ladder.position('HDTV-720p')).toBeLessThan(ladder.cutoff);
	expect(ladder.position('Bluray-1080p Remux')).toBeGreaterThan(ladder.cutoff);
	expect(ladder.position('DVD')).toBe(0);
	expect(ladder.rung('WEBDL-1080p')).toBe('Full HD');
	expect(['Remux-1080p', 'WEBDL-1080p', 'DVD'].map((name) => ladder.allows(name))).toEqual([
		false,
		true,
		false
	]);
});

test('the nearer override wins; scores and sizes are merged entry by entry', () => {
	const merged = mergeProfile(base, { scores: { b: 5 }, cutoff: 'HDTV-720p' }, undefined, {
		scores: { c: 7 },
		upgrades: false
	});
	expect(merged.scores).toEqual({ a: 1, b: 5, c: 7 });
	expect(merged).toMatchObject({ cutoff: 'HDTV-720p', upgrades: false, id: 'p' });
	expect(base.scores).toEqual({ a: 1, b: 2 });
});

test('size limits grow with the minutes, and are none without a rate or a length', () => {
	expect(sizeLimits(base, 'HDTV-720p', 50)).toEqual({
		minBytes: 100 * 1024 ** 2,
		preferredBytes: undefined,
		maxBytes: 500 * 1024 ** 2
	});
	expect(sizeLimits(base, 'HDTV-720p', 0)).toBeUndefined();
	expect(sizeLimits(base, 'DVD', 50)).toBeUndefined();
});
