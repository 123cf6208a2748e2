import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rename, previewRenames } from './preview-renames.ts';

const of = (...pairs: [string, string][]): Rename[] => pairs.map(([from, to], id) => ({ id, from, to }));
const states = (renames: Rename[], occupied: string[] = renames.map(({ from }) => from)) =>
	previewRenames(renames, occupied).renames.map(({ state, conflict }) => conflict ?? state);

test.each<[string, Rename[], string[]]>([
	['what is named rightly stays', of(['a', 'a']), ['same']],
	['a free name is taken', of(['a', 'b']), ['move']],
	[
		'two that want one name',
		of(['a', 'c'], ['b', 'C']),
		['"b" would get the same name.', '"a" would get the same name.']
	],
	['a name that is not given up', of(['a', 'b'], ['b', 'b']), ['"b" is there already.', 'same']],
	['a name that is given up', of(['a', 'b'], ['b', 'c']), ['move', 'move']],
	['two that trade places', of(['a', 'b'], ['b', 'a']), ['move', 'move']],
	['only letters change their size', of(['a', 'A']), ['move']],
	[
		'one that waits for one that cannot go',
		of(['a', 'b'], ['b', 'c'], ['c', 'c']),
		['"b" is there already.', '"c" is there already.', 'same']
	],
	['a file where a folder must be', of(['a', 'b/c'], ['b', 'b']), ['"b" is there already.', 'same']]
])('%s', (_, renames, expected) => expect(states(renames)).toEqual(expected));

test('a stranger in the way is named', () => {
	expect(states(of(['a', 'b']), ['a', 'B'])).toEqual(['"B" is there already.']);
});

test('those that trade places go by a temporary name', () => {
	const { moves } = previewRenames(of(['a', 'b'], ['b', 'a'], ['x', 'y']), ['a', 'b', 'x']);
	expect(moves.map(({ from, viaTemporary }) => [from, viaTemporary])).toEqual([
		['x', false],
		['a', true],
		['b', false]
	]);
});

test('no move of any plan meets a file that is there', () => {
	const name = fc.constantFrom(...'abcdef');
	fc.assert(
		fc.property(
			fc.uniqueArray(name),
			fc.uniqueArray(name),
			fc.array(name, { minLength: 6, maxLength: 6 }),
			(sources, others, targets) => {
				const renames = of(...sources.map((from, at): [string, string] => [from, targets[at]!]));
				const there = new Set([...sources, ...others]);
				const parked: string[] = [];
				for (const { from, to, viaTemporary } of previewRenames(renames, there).moves) {
					there.delete(from);
					if (viaTemporary) {
						parked.push(to);
						continue;
					}
					expect(there.has(to)).toBe(false);
					there.add(to);
				}
				for (const to of parked) {
					expect(there.has(to)).toBe(false);
					there.add(to);
				}
			}
		),
		{ numRuns: 2000 }
	);
});
