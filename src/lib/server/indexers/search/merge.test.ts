import { expect, test } from 'vitest';
import type { Release } from '#core/torznab/release.ts';
import type { Source } from './found.ts';
import { createMerge } from './merge.ts';

const source = (indexerId: number, release: Partial<Release>, priority = 25): Source => ({
	indexerId,
	indexer: `Indexer ${indexerId}`,
	priority,
	release: {
		title: 'Harbour 1999 1080p',
		guid: `${indexerId}-${release.title ?? ''}`,
		protocol: 'torrent',
		categories: [2040],
		...release
	}
});

test.each<[string, Partial<Release>, Partial<Release>, number]>([
	['one hash', { infoHash: 'AA', title: 'One' }, { infoHash: 'aa', title: 'Other' }, 1],
	['one address as guid', { guid: 'https://a.test/1' }, { guid: 'https://a.test/1' }, 1],
	['a plain guid means something at its own indexer only', { guid: '1' }, { guid: '1' }, 2],
	[
		'one name written differently, and nearly one size',
		{ title: 'Harbour.1999.1080p', sizeBytes: 1000 },
		{ sizeBytes: 1009 },
		1
	],
	['one name, two sizes', { sizeBytes: 1000 }, { sizeBytes: 1100 }, 2],
	['one name, no sizes', {}, {}, 2],
	['torrent and Usenet', { sizeBytes: 5 }, { sizeBytes: 5, protocol: 'usenet' }, 2]
])('%s', (_, one, other, count) => {
	const merge = createMerge();
	merge.add([source(1, one), source(2, other)]);
	expect(merge.all().length).toBe(count);
	expect(merge.all().flatMap(({ sources }) => sources).length).toBe(2);
});

test('within one indexer two entries of one name and size stay two', () => {
	const merge = createMerge();
	merge.add([source(1, { guid: 'a', sizeBytes: 5 }), source(1, { guid: 'b', sizeBytes: 5 })]);
	expect(merge.all().length).toBe(2);
});

test('the best source speaks, others fill its gaps, and an entry that changed is told again under its id', () => {
	const merge = createMerge();
	const [first] = merge.add([source(1, { infoHash: 'aa', seeders: 3, guid: 'x' })]);
	const [again] = merge.add([source(2, { infoHash: 'AA', seeders: 90, sizeBytes: 7, guid: 'y' }, 10)]);
	expect(again!.id).toBe(first!.id);
	expect(again!.sources.map(({ indexerId }) => indexerId)).toEqual([2, 1]);
	expect(again!.release).toMatchObject({ seeders: 90, sizeBytes: 7 });
	expect(merge.add([source(1, { infoHash: 'aa', guid: 'x' })])).toEqual([]);
});
