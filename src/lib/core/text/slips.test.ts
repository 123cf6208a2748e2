import { expect, test } from 'vitest';
import { slips } from './slips.ts';

test.each([
	['caligari', 'caligari', 0],
	['caligary', 'caligari', 1],
	['bijuo', 'bijou', 1],
	['wepon', 'weapon', 1],
	['samurrai', 'samurai', 1],
	['chihiro', 'cairo', 3],
	['', 'abc', 3],
	['abc', '', 3]
])('%s and %s lie %i apart', (a, b, count) => {
	expect(slips(a, b)).toBe(count);
	expect(slips(b, a)).toBe(count);
});
