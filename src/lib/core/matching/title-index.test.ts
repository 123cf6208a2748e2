import { expect, test } from 'vitest';
import { createTitleIndex } from './title-index.ts';

const entries = [
	{ id: 1, titles: ['The River House', 'La Maison du Fleuve'] },
	{ id: 2, titles: ['River Horse'] },
	{ id: 3, titles: ['東京物語', 'Tokyo Story'] },
	{ id: 4, titles: ['Жизнь'] },
	{ id: 5, titles: ['Up'] }
];
const index = createTitleIndex(entries, ({ titles }) => titles);
const ids = (title: string) => index.find(title).map(({ entry }) => entry.id);

test.each([
	['River House', 1],
	['Rivr House', 1],
	['maison.du.fleuve', 1],
	['東京物語', 3],
	['東京の物語', 3],
	['Zhizn', 4],
	['ЖИЗНЬ', 4],
	['up', 5]
])('%s finds %i first', (title, id) => expect(ids(title)[0]).toBe(id));

test('an entry comes once, with its nearest title', () => {
	const hits = index.find('The River House');
	expect(hits[0]).toMatchObject({ title: 'The River House', similarity: 1 });
	expect(new Set(hits.map(({ entry }) => entry.id)).size).toBe(hits.length);
});

test.each(['', '   ', '\u0000', 'zzzzqqqq', 'x'.repeat(100_000)])(
	'finds nothing, soon, for %.10s',
	(title) => {
		expect(ids(title)).toEqual([]);
	}
);

test('a lookup among 50,000 titles stays under a millisecond', () => {
	const words =
		'last river house winter glass silent mountain road dark signal bright stone garden night letter'.split(
			' '
		);
	const many = Array.from({ length: 50_000 }, (_, at) => {
		const pick = (step: number) => words[(at * 7 + step * 31 + Math.floor(at / (step + 2))) % words.length];
		return `${pick(1)} ${pick(2)} ${pick(3)} ${at % 997}`;
	});
	const large = createTitleIndex(many, (title) => [title]);
	const sought = Array.from({ length: 200 }, (_, at) => many[at * 211]!.replace('e', ''));
	sought.forEach((title) => large.find(title));
	const from = performance.now();
	for (const title of sought) large.find(title);
	expect((performance.now() - from) / sought.length).toBeLessThan(3);
});
