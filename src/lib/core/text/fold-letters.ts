// Letters that Unicode does not take apart by itself.
const special: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ħ: 'h',
	ı: 'i',
	ŋ: 'n',
	ſ: 's',
	ə: 'e',
	ς: 'σ'
};

const plain = /^[\x00-\x7f]*$/;

/**
 * Small letters without accents, in every script, none dropped. Marks go only where they are accents: in Latin, Greek
 * and Cyrillic; elsewhere (Hindi vowels, Japanese voicing) they are part of the letter.
 */
export function foldLetters(text: string): string {
	if (plain.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{Mn}*)\p{Mn}/gu, '')
		.normalize('NFC')
		.replace(/[ßæœøđðþłħıŋſəς]/g, (letter) => special[letter]!);
}
