import { expect, test } from 'vitest';
import { mergeProfile } from '#core/formats/merge-profile.ts';
import { isContent, measuresOf } from './contentment.ts';
import { standing, wish } from './decision.fixture.ts';

test.each([
	['quality and score reached', standing({ score: 100 }), true],
	['a score below the cutoff', standing({ score: 99 }), false],
	['a quality below the cutoff', standing({ quality: 'SDTV', score: 500 }), false],
	['a language missing', standing({ score: 100, languagesMet: false }), false]
])('%s', (_, current, expected) => expect(isContent(current, wish)).toBe(expected));

test('a profile that does not upgrade is content with anything', () => {
	expect(isContent(standing({ quality: 'SDTV' }), mergeProfile(wish, { upgrades: false }))).toBe(true);
});

test('each wish is named with what there is and what is asked for', () => {
	const measures = measuresOf(standing({ quality: 'SDTV', score: 100 }), wish);
	expect(measures.map(({ what, met }) => [what, met])).toEqual([
		['quality', false],
		['score', true]
	]);
	expect(measures[0]).toMatchObject({ have: 'SDTV', want: wish.cutoff });
	const german = mergeProfile(wish, { languages: { wanted: ['de'], need: 'any' } });
	expect(measuresOf(standing({ languagesMet: false }), german).at(-1)).toEqual({
		what: 'languages',
		met: false,
		want: 'de'
	});
});
