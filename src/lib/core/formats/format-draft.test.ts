import { expect, test } from 'vitest';
import { changedFormat, draftOf, formatOf, newFormat, postedFormat } from './format-draft.ts';
import { format } from './format.ts';

const kept = format.parse({
	id: 'many',
	name: 'Many',
	scores: { default: 10, small: -5 },
	conditions: [
		{ type: 'title', value: '\\bx\\b', name: 'x', required: true },
		{ type: 'resolution', value: 2160, negate: true },
		{ type: 'size', min: 1, max: 20 },
		{ type: 'year', min: 1990 },
		{ type: 'language', value: 'de', except: true },
		{ type: 'bit-depth', value: 10 },
		{ type: 'source', value: 'web-dl' }
	]
});

test('a format comes out of the editor as it went in', () => {
	expect(format.parse(formatOf(draftOf(kept)))).toEqual(kept);
});

test('a posted form is read with all its faults, and the schema names their places', () => {
	const draft = postedFormat({
		name: ' Grain ',
		inNames: 'true',
		'scores.0.set': '',
		'scores.0.score': '40',
		'scores.1.set': 'small',
		'scores.1.score': '',
		'conditions.0.type': 'title',
		'conditions.0.value': 'grain',
		'conditions.0.required': 'on',
		'conditions.1.type': 'resolution',
		'conditions.1.value': ''
	});
	expect(formatOf(draft)).toMatchObject({
		id: 'grain',
		name: 'Grain',
		inNames: true,
		scores: { default: 40 }
	});
	const read = format.safeParse(formatOf(draft));
	expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['conditions.1.value']);
});

test('buttons add and remove', () => {
	const two = changedFormat(newFormat(), 'add-condition');
	expect(two.conditions).toHaveLength(2);
	expect(changedFormat(two, 'remove-condition 0').conditions).toHaveLength(1);
	const scored = changedFormat(changedFormat(two, 'add-score'), 'add-score');
	expect(scored.scores.map(({ set }) => set)).toEqual(['default', '']);
	expect(changedFormat(scored, 'remove-score 0').scores).toEqual([{ set: '', score: 0 }]);
	expect(changedFormat(two, 'fly')).toBe(two);
});
