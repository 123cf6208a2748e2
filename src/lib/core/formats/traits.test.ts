import { expect, test } from 'vitest';
import { meetsLanguages } from './language-wish.ts';
import { subjectFixture } from './subject.fixture.ts';
import { languagesOf, traitsOf } from './traits.ts';

test('a quality settles source, resolution and modifier', () => {
	const traits = traitsOf(
		subjectFixture('x', { quality: 'Bluray-2160p Remux', source: 'web', resolution: '720p' })
	);
	expect(traits).toMatchObject({ source: 'bluray', resolution: 2160, modifier: 'remux' });
});

test('without a quality the name itself is believed', () => {
	const traits = traitsOf(
		subjectFixture('x', { source: 'web', resolution: '1080i', edition: ['IMAX', 'Extended'] })
	);
	expect(traits).toMatchObject({
		source: 'web-dl',
		resolution: 1080,
		modifier: 'none',
		edition: 'IMAX Extended'
	});
});

test.each([
	[[], 'de', ['de']],
	[[], undefined, ['und']],
	[['fr', 'x-original'], 'ja', ['fr', 'ja']]
])('languages %j of an item in %s are %j', (languages, originalLanguage, expected) => {
	expect(languagesOf(subjectFixture('x', { languages }, { originalLanguage }))).toEqual(expected);
});

test.each([
	['any language will do', [], 'any', ['fr'], true],
	['one of two', ['de', 'en'], 'any', ['en'], true],
	['both of two', ['de', 'en'], 'all', ['en'], false],
	['the original', ['original'], 'any', ['ja'], true],
	['a region of the language', ['pt'], 'any', ['pt-BR'], true],
	['another region', ['pt-BR'], 'any', ['pt'], false],
	['nothing is known', ['de'], 'any', ['und'], true]
] as const)('%s', (_, wanted, need, languages, expected) => {
	expect(meetsLanguages({ wanted: [...wanted], need }, languages, 'ja')).toBe(expected);
});
