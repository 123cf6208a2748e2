import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('the same thing is done in turn, also after a fault; other things at once', async () => {
	const inTurn = createTurns();
	const said: string[] = [];
	const work =
		(word: string, fails = false) =>
		async () => {
			said.push(`${word} begins`);
			await new Promise((later) => setTimeout(later, 5));
			said.push(`${word} ends`);
			if (fails) throw new Error(word);
			return word;
		};
	const results = await Promise.allSettled([
		inTurn('film 1', work('a', true)),
		inTurn('film 1', work('b')),
		inTurn('film 2', work('c'))
	]);
	expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
	expect(said.slice(0, 2)).toEqual(['a begins', 'c begins']);
	expect(said.indexOf('b begins')).toBeGreaterThan(said.indexOf('a ends'));
});
