import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from './candidate.ts';
import { decideSlots } from './decide-slots.ts';
import { candidate, facts, good, hour, now, part, standing, wish } from './decision.fixture.ts';
import { mergeProfile } from '#core/formats/merge-profile.ts';
import { type RankFacts, rank } from './rank.ts';

const world: RankFacts = { profile: wish, now, preferred: 'torrent', partsOf: () => [part()] };
const of = (title: string, parts: Parameters<typeof candidate>[0] = {}) =>
	candidate({ ...parts, title, guid: title });
const GiB = 1024 ** 3;

test.each<[string, Candidate, Candidate, RankFacts, string]>([
	[
		'quality',
		of('b'),
		of('a', { parsed: { quality: 'SDTV' }, formats: [good!] }),
		world,
		'WEBDL-1080p stands above SDTV.'
	],
	[
		'revision',
		of('b', { parsed: { version: 2 } }),
		of('a', { formats: [good!] }),
		world,
		'It is the later revision.'
	],
	['score', of('b', { formats: [good!] }), of('a', { seeders: 900 }), world, 'It scores 50, the next 0.'],
	[
		'protocol',
		of('b', { seeders: 1 }),
		of('a', { protocol: 'usenet' }),
		world,
		'It comes by torrent, which is preferred.'
	],
	[
		'indexer',
		of('b', { indexerPriority: 1, seeders: 1 }),
		of('a', { indexerPriority: 9 }),
		world,
		'Site is preferred.'
	],
	['seeders', of('b', { seeders: 200 }), of('a', { seeders: 3 }), world, '200 seeders against 3.'],
	[
		'size',
		of('b', { sizeBytes: 3 * GiB }),
		of('a', { sizeBytes: 5.5 * GiB }),
		world,
		'Its size of 3.2 GB is nearer to what is preferred.'
	],
	['age', of('b'), of('a', { publishedAt: now - 900 * hour }), world, 'It is newer.'],
	[
		'gaps',
		of('pack'),
		of('a'),
		{ ...world, partsOf: ({ title }) => (title === 'pack' ? [part(), part({ id: 2 })] : [part()]) },
		'It fills 2 gaps, the next 1.'
	],
	['name', of('a'), of('b'), world, 'Nothing tells it from the next; the name decides.']
])('%s decides, and says so', (_, winner, loser, given, because) => {
	const ranked = rank([loser, winner], given);
	expect(ranked[0]?.candidate).toBe(winner);
	expect(ranked[0]?.because).toBe(because);
	expect(ranked[1]?.because).toBeUndefined();
});

test('the order does not depend on the order asked in', () => {
	const any = fc.record({
		title: fc.string({ maxLength: 3 }),
		quality: fc.constantFrom('SDTV', 'WEBDL-1080p', 'HDTV-720p'),
		seeders: fc.nat(300),
		version: fc.integer({ min: 1, max: 2 }),
		size: fc.nat(20)
	});
	fc.assert(
		fc.property(fc.array(any, { maxLength: 12 }), (rows) => {
			const all = rows.map(({ title, quality, seeders, version, size }, at) =>
				candidate({ title, guid: String(at), seeders, sizeBytes: size * GiB, parsed: { quality, version } })
			);
			const guids = (list: Candidate[]) => rank(list, world).map((entry) => entry.candidate.guid);
			expect(guids(all.toReversed())).toEqual(guids(all));
		})
	);
});

test('each slot judges by its own profile and file; an empty one goes first', () => {
	const small = mergeProfile(wish, { qualities: [{ name: 'SDTV', allowed: true }], cutoff: 'SDTV' });
	const slots = [
		{ id: 'full', profile: wish, current: new Map([[1, standing({ quality: 'HDTV-720p' })]]) },
		{ id: 'empty', profile: wish, current: new Map() },
		{ id: 'small', profile: small, current: new Map() }
	];
	const verdicts = decideSlots(candidate(), facts(), slots);
	expect(verdicts.map(({ slot, verdict }) => [slot.id, verdict.accepted])).toEqual([
		['empty', true],
		['full', true],
		['small', false]
	]);
});
