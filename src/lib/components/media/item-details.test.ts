import { expect, test } from 'vitest';
import { otherNames } from './item-details.ts';

test('other names repeat neither the title, nor the original, nor each other', () => {
	const names = ['Das Boot', 'DAS BOOT', 'The Boat', 'the boat', 'U-Boot', 'El submarino'];
	expect(
		otherNames({
			title: 'U-Boot',
			originalTitle: 'Das Boot',
			aliases: names.map((title) => ({ title }))
		})
	).toEqual(['The Boat', 'El submarino']);
});
