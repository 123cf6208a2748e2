import { expect, test } from 'vitest';
import { isoLanguage, languageNamed } from './iso-languages.ts';
import { readSubtitle } from './subtitle.ts';

test.each([
	['Quiet Harbour (2019).de.srt', { languages: ['de'] }],
	['Quiet Harbour (2019).ger.forced.srt', { languages: ['de'], isForced: true, tags: ['forced'] }],
	['Quiet Harbour (2019).en.sdh.srt', { languages: ['en'], isHearingImpaired: true }],
	['Quiet Harbour (2019).hi.srt', { languages: ['hi'], isHearingImpaired: false }],
	['Quiet Harbour (2019).Signs and Songs.eng.ass', { languages: ['en'], title: 'Signs and Songs' }],
	['Quiet Harbour (2019).srt', { languages: [], title: null, isForced: false }],
	[
		'/films/Quiet Harbour (2019)/Quiet Harbour (2019).pt-BR.default.srt',
		{ languages: ['pt-BR'], isDefault: true }
	]
])('%s', (file, expected) => {
	expect(readSubtitle(file)).toMatchObject(expected);
});

test('with the video named, all behind its name is about the subtitle', () => {
	expect(readSubtitle('Quiet.Harbour.Commentary.en.srt', 'Quiet.Harbour')).toMatchObject({
		languages: ['en'],
		title: 'Commentary'
	});
	expect(readSubtitle('Quiet.Harbour.hi.en.srt', 'Quiet.Harbour')).toMatchObject({
		languages: ['en'],
		isHearingImpaired: true
	});
});

test.each([
	['de', 'de'],
	['ger', 'de'],
	['deu', 'de'],
	['de-DE', 'de'],
	['pt-BR', 'pt-BR'],
	['xx', null],
	['deutsch', null]
])('the ISO code %s is %s', (code, language) => {
	expect(isoLanguage(code)).toBe(language);
});

test('a language may also be called by name', () => {
	expect(languageNamed('Deutsch')).toBe('de');
	expect(languageNamed('Harbour')).toBeNull();
});
