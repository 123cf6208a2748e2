import { expect, test } from 'vitest';
import { createAnswerMemory } from './answer-memory.ts';

function memory() {
	const state = { version: 'a', at: 0 };
	const answers = createAnswerMemory<string>({
		version: () => state.version,
		maxBytes: 100,
		now: () => state.at
	});
	const keep = (key: string, bytes = 10, more: { until?: number; since?: string } = {}) =>
		answers.keep(key, `${key}!`, { since: state.version, bytes, ...more });
	return { state, ...answers, keep };
}

test('an answer holds until something changes, its time is up or it is forgotten', () => {
	const { keep, find, forget, state } = memory();
	keep('a');
	keep('b', 10, { until: 5 });
	keep('c');
	expect(['a', 'b', 'c', 'd'].map(find)).toEqual(['a!', 'b!', 'c!', undefined]);
	state.at = 5;
	forget('c');
	expect(['a', 'b', 'c'].map(find)).toEqual(['a!', undefined, undefined]);
	state.version = 'b';
	expect(find('a')).toBeUndefined();
	state.version = 'a';
	expect(find('a')).toBeUndefined();
});

test('what was made while something changed is not kept', () => {
	const { keep, find, state } = memory();
	state.version = 'b';
	keep('a', 10, { since: 'a' });
	expect(find('a')).toBeUndefined();
});

test('what was kept first makes room; what is too large for all is not kept', () => {
	const { keep, find } = memory();
	for (const key of ['a', 'b', 'c', 'd']) keep(key, 30);
	expect(['a', 'b', 'c', 'd'].map(find)).toEqual([undefined, 'b!', 'c!', 'd!']);
	keep('b', 80);
	expect(['b', 'c', 'd'].map(find)).toEqual(['b!', undefined, undefined]);
	keep('e', 101);
	expect(['b', 'e'].map(find)).toEqual([undefined, undefined]);
	keep('f', 100);
	expect(find('f')).toBe('f!');
});
