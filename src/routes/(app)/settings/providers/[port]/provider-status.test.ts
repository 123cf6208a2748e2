import { expect, test } from 'vitest';
import { standing } from './provider-status.ts';

const well = { enabled: true, kindTitle: 'Lamp', failures: 0, disabledUntil: null, lastSuccessAt: 5 };

test.each([
	[{}, 'well'],
	[{ lastSuccessAt: null }, 'untried'],
	[{ enabled: false, failures: 3 }, 'off'],
	[{ failures: 1 }, 'shaky'],
	[{ failures: 2, disabledUntil: 200 }, 'resting'],
	[{ failures: 2, disabledUntil: 50 }, 'shaky'],
	[{ kindTitle: undefined }, 'unknown']
])('%j is %s', (change, expected) => {
	expect(standing({ ...well, ...change }, 100)).toBe(expected);
});
