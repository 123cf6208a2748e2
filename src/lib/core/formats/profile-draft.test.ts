import { expect, test } from 'vitest';
import { arranged, cutoffAfter } from './arrange-qualities.ts';
import { draftOf, newProfile, postedProfile, profileOf, type Rung } from './profile-draft.ts';
import { profile } from './profile.ts';

const kept = profile.parse({
	id: 'mine',
	name: 'Mine',
	qualities: [
		{ name: 'Remux-1080p', allowed: false },
		{ name: 'Full HD', members: ['Bluray-1080p', 'WEBDL-1080p'] },
		{ name: 'HDTV-1080p' }
	],
	cutoff: 'Full HD',
	scoreSet: 'default',
	scores: { remux: 5 },
	minimumScore: -50,
	languages: { wanted: ['de', 'original'], need: 'all' },
	sizes: { 'Bluray-1080p': { min: 8, preferred: 90, max: 280 } },
	revisions: 'prefer'
});

test('a profile comes out of the editor as it went in', () => {
	const draft = draftOf(kept);
	expect(draft.qualities.length).toBeGreaterThan(20);
	expect(profile.parse(profileOf(draft))).toEqual(kept);
});

test('a posted form is read', () => {
	const draft = postedProfile({
		name: 'Posted',
		cutoff: 'Full HD',
		upgrades: 'false',
		wanted: 'de, original',
		minimumScore: '-10',
		'qualities.0.name': 'Full HD',
		'qualities.0.allowed': 'true',
		'qualities.0.members': 'Bluray-1080p|WEBDL-1080p',
		'qualities.1.name': 'DVD',
		'qualities.1.allowed': 'false',
		'scores.0.id': 'remux',
		'scores.0.score': '12',
		'scores.1.id': 'hdr',
		'scores.1.score': '',
		'sizes.0.quality': 'DVD',
		'sizes.0.min': '',
		'sizes.0.max': ''
	});
	expect(profile.parse(profileOf(draft))).toMatchObject({
		id: 'posted',
		upgrades: false,
		minimumScore: -10,
		languages: { wanted: ['de', 'original'], need: 'any' },
		qualities: [{ name: 'Full HD', allowed: true, members: ['Bluray-1080p', 'WEBDL-1080p'] }],
		scores: { remux: 12 },
		sizes: {}
	});
});

test('a new profile knows every quality, best first', () => {
	const names = newProfile().qualities.map(({ name }) => name);
	expect(names.indexOf('Remux-2160p')).toBeLessThan(names.indexOf('DVD'));
	expect(newProfile('music').qualities.map(({ name }) => name)).toContain('FLAC');
});

const alone = (name: string, allowed = true): Rung => ({ name, allowed, members: [] });
const shape = (rungs: readonly Rung[]) =>
	rungs.map(({ name, members }) => (members.length > 0 ? `${name}(${members.join()})` : name)).join(' ');

test.each([
	['up 1', 'B A C'],
	['up 0', 'A B C'],
	['down 0', 'B A C'],
	['down 2', 'A B C'],
	['move 2 0', 'C A B'],
	['move 0 2', 'B C A'],
	['top 2', 'C A B'],
	['group 0', 'Group 1(A,B) C'],
	['group 2', 'A B C'],
	['up 9', 'A B C'],
	['fly 1', 'A B C']
])('%s makes it %s', (command, result) => {
	expect(shape(arranged([alone('A'), alone('B'), alone('C')], command))).toBe(result);
});

test('groups are named by what they share, grow, shrink and fall apart', () => {
	const start = [alone('WEBDL-1080p'), alone('WEBRip-1080p', false), alone('DVD')];
	const grouped = arranged(start, 'group 0');
	expect(shape(grouped)).toBe('1080p(WEBDL-1080p,WEBRip-1080p) DVD');
	expect(grouped[0]!.allowed).toBe(true);
	const grown = arranged(grouped, 'group 0');
	expect(shape(grown)).toBe('1080p(WEBDL-1080p,WEBRip-1080p,DVD)');
	expect(shape(arranged(grown, 'leave 0 0'))).toBe('1080p(WEBRip-1080p,DVD) WEBDL-1080p');
	expect(shape(arranged(grouped, 'leave 0 0'))).toBe('WEBRip-1080p WEBDL-1080p DVD');
	expect(shape(arranged(grown, 'ungroup 0'))).toBe('WEBDL-1080p WEBRip-1080p DVD');
});

test('the cutoff follows its quality into groups and out of them', () => {
	const start = [alone('WEBDL-1080p'), alone('WEBRip-1080p'), alone('DVD')];
	const grouped = arranged(start, 'group 0');
	expect(cutoffAfter('WEBRip-1080p', start, grouped)).toBe('1080p');
	expect(cutoffAfter('1080p', grouped, arranged(grouped, 'ungroup 0'))).toBe('WEBDL-1080p');
	expect(cutoffAfter('DVD', start, grouped)).toBe('DVD');
});
