import { expect, test } from 'vitest';
import { codeOf, languageOf } from './languages.ts';

test.each([
	['JP', 'ja'],
	['US', 'en'],
	['AT', 'de'],
	['UA', 'uk'],
	['', undefined],
	['Worldwide', undefined],
	[undefined, undefined]
])('in %s people mostly speak %s', (country, language) => expect(languageOf(country)).toBe(language));

test.each([
	['English', 'en'],
	['japanese', 'ja'],
	['Hebrew', 'he'],
	['Klingonese', undefined],
	[undefined, undefined]
])('%s has the code %s', (name, code) => expect(codeOf(name)).toBe(code));
