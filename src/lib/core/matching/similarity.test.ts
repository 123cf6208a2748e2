import fc from 'fast-check';
import { expect, test } from 'vitest';
import { similarity } from './similarity.ts';
import { titleWords } from './title-words.ts';

test.each([
	['Amélie', 'Amelie'],
	["Ocean's Eleven", 'Oceans 11'],
	['Fast & Furious', 'Fast and Furious'],
	['Rocky II', 'Rocky.2'],
	['S.W.A.T.', 'SWAT'],
	['ФИЛЬМ', 'фильм'],
	['ＡＢＣ', 'abc'],
	['Straße', 'Strasse'],
	['3% ', '3 Percent'],
	['バカ', 'バカ'],
	['Ёлки', 'Елки']
])('%s is %s', (a, b) => expect(similarity(a, b)).toBe(1));

test.each([
	['The River House', 'River House'],
	['River House, The', 'The River House'],
	['Брат', 'Brat'],
	['Αθήνα', 'Athina'],
	['しんかい', 'Shinkai'],
	['きゃっと', 'Kyatto']
])('%s is %s in another spelling', (a, b) => expect(similarity(a, b)).toBeGreaterThanOrEqual(0.95));

test.each([
	['東京物語', '乱'],
	['Война', 'Мир'],
	['हिन्दी', 'हन्दा'],
	['Rocky II', 'Rocky III'],
	['River House', 'Glass Mountain'],
	['', ''],
	['!!!', '???']
])('%s is not %s', (a, b) => expect(similarity(a, b)).toBeLessThan(0.8));

test('the nearer title ranks higher', () => {
	const ranked = ['River House', 'The River House: Extended', 'The River Horse', 'Mountain'].map((title) =>
		similarity('The River House', title)
	);
	expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
});

test('a title keeps its signs when it has nothing else', () => expect(titleWords(' !!! ')).toEqual(['!!!']));

test('likeness is symmetric, bounded, and whole with itself', () => {
	const title = fc.string({ unit: 'grapheme', maxLength: 30 });
	fc.assert(
		fc.property(title, title, (a, b) => {
			const alike = similarity(a, b);
			expect(alike).toBeCloseTo(similarity(b, a), 10);
			expect(alike).toBeGreaterThanOrEqual(0);
			expect(alike).toBeLessThanOrEqual(1);
			if (a.trim() !== '') expect(similarity(a, a)).toBe(1);
		})
	);
});
