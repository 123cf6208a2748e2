import { expect, test } from 'vitest';
import { mergeProfile } from '#core/formats/merge-profile.ts';
import { standing, wish } from './decision.fixture.ts';
import { findTerm, termFault } from './find-term.ts';
import { gainOver } from './standing.ts';

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
