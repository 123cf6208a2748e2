import { expect, test } from 'vitest';
import type { ReleaseLine } from '../../api/search/lines.ts';
import { bestFirst, matching, noFilter, qualitiesOf } from './filter.ts';

const release = (given: Partial<ReleaseLine>): ReleaseLine => ({
	id: given.title ?? 'x',
	title: 'Harbour 1999',
	protocol: 'torrent',
	categories: [],
	freeleech: false,
	indexers: [{ id: 1, name: 'One' }],
	quality: 'WEBDL-1080p',
	score: 0,
	accepted: true,
	formats: [],
	reasons: [],
	...given
});
const all = [
	release({ title: 'Harbour 1080p' }),
	release({ title: 'Harbour 720p CAM', accepted: false, quality: 'CAM' }),
	release({ title: 'Fog 1080p', indexers: [{ id: 2, name: 'Two' }], protocol: 'usenet' })
];

test.each([
	[{ words: 'harbour' }, 2],
	[{ words: 'harbour -cam' }, 1],
	[{ words: '-' }, 0],
	[{ quality: 'CAM' }, 1],
	[{ indexer: '2' }, 1],
	[{ protocol: 'torrent' }, 2],
	[{ onlyAccepted: true }, 2],
	[{}, 3]
])('the filter %j leaves %d', (filter, count) => {
	expect(matching(all, { ...noFilter, ...filter }).length).toBe(count);
});

test('what the profile takes comes first, then the score, then who shares it', () => {
	const ordered = [
		release({ title: 'refused', accepted: false, score: 900 }),
		release({ title: 'few', score: 5, seeders: 1 }),
		release({ title: 'best', score: 9 }),
		release({ title: 'many', score: 5, seeders: 8 })
	].sort(bestFirst);
	expect(ordered.map(({ title }) => title)).toEqual(['best', 'many', 'few', 'refused']);
	expect(qualitiesOf(all)).toEqual(['WEBDL-1080p', 'CAM']);
});
