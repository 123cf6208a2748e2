import { expect, test } from 'vitest';
import { condition } from '#core/formats/condition.ts';
import { conditionKinds, kindOf, languageOptions, valueTitle } from './condition-kinds.ts';

test('every kind of condition can be edited', () => {
	const types = condition.options.map(({ shape }) => shape.type.value);
	expect(conditionKinds.map(({ type }) => type).toSorted()).toEqual(types.toSorted());
});

test.each(conditionKinds.filter(({ input }) => input === 'choice'))('what $type offers is sound', (kind) => {
	const numeric = kind.type === 'resolution' || kind.type === 'bit-depth';
	for (const value of kind.values ?? []) {
		const made = { type: kind.type, value: numeric ? Number(value) : value };
		expect(condition.safeParse(made).success, value).toBe(true);
	}
});

test('values have names people know', () => {
	expect(valueTitle('resolution', '1080')).toBe('1080p');
	expect(valueTitle('source', 'bluray')).toBe('Blu-ray');
	expect(kindOf('nothing such').type).toBe('title');
	const german = languageOptions('de', (text) => text);
	expect(german[0]!.value).toBe('original');
	expect(german.find(({ value }) => value === 'fr')?.title).toBe('Französisch');
});
