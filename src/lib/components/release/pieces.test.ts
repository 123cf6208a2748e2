import { expect, test } from 'vitest';
import { parse } from '#core/release/parse.ts';
import { fieldRows } from './field-words.ts';
import { mixedWord, piecesOf, visible } from './pieces.ts';

test('a name falls apart where fields begin and end, and nothing of it is lost', () => {
	const name = 'The.Film.2020.1080p.WEB-DL.DDP5.1-GRP';
	const pieces = piecesOf(name, parse(name, { marks: true }).marks ?? []);
	expect(pieces.map(({ text }) => text).join('')).toBe(name);
	expect(pieces.filter(({ fields }) => fields.length > 0)).toEqual([
		{ text: 'The.Film', fields: ['title'] },
		{ text: '2020', fields: ['year'] },
		{ text: '1080p', fields: ['resolution'] },
		{ text: 'WEB-DL', fields: ['source'] },
		{ text: 'DDP5.1', fields: expect.arrayContaining(['audio', 'audioChannels']) as string[] },
		{ text: 'GRP', fields: ['group'] }
	]);
});

test('overlapping and impossible marks do no harm', () => {
	const marks = [
		{ field: 'a', start: 0, end: 3 },
		{ field: 'b', start: 2, end: 4 },
		{ field: 'c', start: 3, end: 99 },
		{ field: 'd', start: 2, end: 2 }
	];
	expect(piecesOf('abcd', marks)).toEqual([
		{ text: 'ab', fields: ['a'] },
		{ text: 'c', fields: ['a', 'b'] },
		{ text: 'd', fields: ['b'] }
	]);
	expect(piecesOf('', [])).toEqual([]);
});

test('characters nobody sees are written out', () => {
	expect(visible('a\u202eb\u0000\ud800')).toBe('a⟨U+202E⟩b⟨U+0000⟩⟨U+D800⟩');
	expect(visible('進撃の巨人 é')).toBe('進撃の巨人 é');
});

test('only what a name says is listed', () => {
	const rows = fieldRows(parse('Show.S01E02.REPACK.720p.HDTV.x264-GRP'));
	expect(Object.fromEntries(rows.map(({ field, values }) => [field, values]))).toMatchObject({
		title: ['Show'],
		seasons: [1],
		episodes: [2],
		repack: true,
		resolution: ['720p']
	});
	expect(rows.map(({ field }) => field)).not.toContain('year');
});

test('words of two alphabets are told', () => {
	expect(mixedWord('The.M\u0430trix.1999')).toBe('M\u0430trix');
	expect(mixedWord('Брат.Brother.1997')).toBeUndefined();
});
