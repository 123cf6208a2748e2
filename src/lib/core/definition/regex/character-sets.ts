import { lower, upper } from '../text.ts';

/** What .NET calls blocks of Unicode. */
export const blocks: Record<string, string> = {
	IsBasicLatin: '\\u0000-\\u007f',
	'IsLatin-1Supplement': '\\u0080-\\u00ff',
	'IsLatinExtended-A': '\\u0100-\\u017f',
	'IsLatinExtended-B': '\\u0180-\\u024f',
	IsIPAExtensions: '\\u0250-\\u02af',
	IsSpacingModifierLetters: '\\u02b0-\\u02ff',
	IsCombiningDiacriticalMarks: '\\u0300-\\u036f',
	IsGreek: '\\u0370-\\u03ff',
	IsGreekandCoptic: '\\u0370-\\u03ff',
	IsCyrillic: '\\u0400-\\u04ff',
	IsCyrillicSupplement: '\\u0500-\\u052f',
	IsArmenian: '\\u0530-\\u058f',
	IsHebrew: '\\u0590-\\u05ff',
	IsArabic: '\\u0600-\\u06ff',
	IsSyriac: '\\u0700-\\u074f',
	IsDevanagari: '\\u0900-\\u097f',
	IsBengali: '\\u0980-\\u09ff',
	IsTamil: '\\u0b80-\\u0bff',
	IsTelugu: '\\u0c00-\\u0c7f',
	IsThai: '\\u0e00-\\u0e7f',
	IsGeorgian: '\\u10a0-\\u10ff',
	IsHangulJamo: '\\u1100-\\u11ff',
	IsLatinExtendedAdditional: '\\u1e00-\\u1eff',
	IsGreekExtended: '\\u1f00-\\u1fff',
	IsGeneralPunctuation: '\\u2000-\\u206f',
	IsCurrencySymbols: '\\u20a0-\\u20cf',
	IsLetterlikeSymbols: '\\u2100-\\u214f',
	IsNumberForms: '\\u2150-\\u218f',
	IsArrows: '\\u2190-\\u21ff',
	IsMathematicalOperators: '\\u2200-\\u22ff',
	IsBoxDrawing: '\\u2500-\\u257f',
	IsGeometricShapes: '\\u25a0-\\u25ff',
	IsMiscellaneousSymbols: '\\u2600-\\u26ff',
	IsDingbats: '\\u2700-\\u27bf',
	IsCJKSymbolsandPunctuation: '\\u3000-\\u303f',
	IsHiragana: '\\u3040-\\u309f',
	IsKatakana: '\\u30a0-\\u30ff',
	IsBopomofo: '\\u3100-\\u312f',
	IsCJKCompatibility: '\\u3300-\\u33ff',
	IsCJKUnifiedIdeographsExtensionA: '\\u3400-\\u4dbf',
	IsCJKUnifiedIdeographs: '\\u4e00-\\u9fff',
	IsHangulSyllables: '\\uac00-\\ud7af',
	IsPrivateUse: '\\ue000-\\uf8ff',
	IsCJKCompatibilityIdeographs: '\\uf900-\\ufaff',
	IsHalfwidthandFullwidthForms: '\\uff00-\\uffef',
	IsSpecials: '\\ufff0-\\uffff'
};
export const generalCategory = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/;

const wordSet = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}';
export const shorthand: Record<string, string> = { w: wordSet, d: '\\p{Nd}', s: '\\t-\\r\\x85\\p{Z}' };
export const controls: Record<string, string> = {
	a: '\x07',
	t: '\t',
	r: '\r',
	v: '\v',
	f: '\f',
	n: '\n',
	e: '\x1b'
};

/** A letter's other cases that are one code unit long. */
export function caseVariants(char: string): string[] {
	return [...new Set([char, lower(char), upper(char)])];
}
