import { expect, test } from 'vitest';
import { matchScore } from './match.ts';

const best = (query: string, texts: string[]) =>
	texts.toSorted((a, b) => matchScore(query, b) - matchScore(query, a))[0];

test.each([
	['ta', 'Tasks'],
	['task', 'Tasks'],
	['people', 'People'],
	['hea', 'Health'],
	['sign', 'Sign out'],
	['einst', 'Einstellungen']
])('"%s" finds %s first', (query, expected) => {
	const texts = ['Home', 'People', 'Settings', 'System', 'Tasks', 'Health', 'Sign out', 'Einstellungen'];
	expect(best(query, texts)).toBe(expected);
});

test('first letters of words are enough', () => {
	expect(matchScore('rt', 'Run task')).toBeGreaterThan(0);
	expect(matchScore('st', 'System Tasks')).toBeGreaterThan(0);
});

test('accents and case do not matter', () => {
	expect(matchScore('uber', 'Über Bijou')).toBeGreaterThan(0);
	expect(matchScore('HOME', 'Home')).toBeGreaterThan(0);
});

test('what is not there, or strewn about, does not match', () => {
	expect(matchScore('xyz', 'System')).toBe(0);
	expect(matchScore('aei', 'what has the vertical line')).toBe(0);
});

test('nothing typed: everything may be shown', () => {
	expect(matchScore('', 'Home')).toBeGreaterThan(0);
});
