import { expect, test } from 'vitest';
import { nested } from './nested.ts';

test('dotted names grow into lists and objects', () => {
	expect(nested({ name: 'x', 'list.2.a': '1', 'list.0.a': '0', 'list.0.b': 'y', 'map.k': 'v' })).toEqual({
		name: 'x',
		list: [{ a: '0', b: 'y' }, { a: '1' }],
		map: { k: 'v' }
	});
});

test('names from outside reach nothing they should not', () => {
	const grown = nested({ '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes' });
	expect(({} as { polluted?: string }).polluted).toBeUndefined();
	expect(Object.getPrototypeOf(grown)).toBe(Object.prototype);
	expect(nested({ 'a.b.c.d.e.f.g.h.i': 'deep' })).toEqual({});
	expect(nested({ a: 'text', 'a.b': 'under it' })).toEqual({ a: { b: 'under it' } });
});
