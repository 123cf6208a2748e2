import { expect, test } from 'vitest';
import { mergeProfile } from '#core/formats/merge-profile.ts';
import { standing, wish } from './decision.fixture.ts';
import { findTerm, termFault } from './find-term.ts';
import { gainOver, isContent } from './standing.ts';

test.each([
	['quality and score reached', standing({ score: 100 }), true],
	['a score below the cutoff', standing({ score: 99 }), false],
	['a quality below the cutoff', standing({ quality: 'SDTV', score: 500 }), false],
	['a language missing', standing({ score: 100, languagesMet: false }), false]
])('%s', (_, current, expected) => expect(isContent(current, wish)).toBe(expected));

test('a profile that does not upgrade is content with anything', () => {
	expect(isContent(standing({ quality: 'SDTV' }), mergeProfile(wish, { upgrades: false }))).toBe(true);
});

test.each([
	['upgrade', true],
	['prefer', false],
	['ignore', false]
] as const)('revisions: %s', (revisions, better) => {
	const profile = mergeProfile(wish, { revisions });
	expect(gainOver(standing(), standing({ version: 2 }), profile).better).toBe(better);
});

test('real outweighs the version', () => {
	expect(gainOver(standing({ version: 3 }), standing({ real: 1 }), wish).better).toBe(true);
});

test('terms are sought as words or as patterns', () => {
	expect(findTerm(['nope', ' WEB-DL '], 'a.web-dl.b')).toBe(' WEB-DL ');
	expect(findTerm(['/\\bweb.?dl\\b/i'], 'a.web-dl.b')).toBe('/\\bweb.?dl\\b/i');
	expect(findTerm(['', ' '], 'a')).toBeUndefined();
});

test('a faulty pattern finds nothing, and the form says why', () => {
	expect(findTerm(['/(/', 'a'], '(a')).toBe('a');
	expect(termFault('/(/')).toContain('never closed');
	expect(termFault('/a/')).toBeUndefined();
	expect(termFault('plain (')).toBeUndefined();
});
