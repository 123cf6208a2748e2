const spelled: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ı: 'i',
	'&': ' and '
};

/** 'Amélie & Løwe!' -> 'amelie-and-lowe'. Letters of other scripts stay as they are. */
export function slug(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[ßæœøđðþłı&]/g, (letter) => spelled[letter] ?? letter)
		.replace(/[\u0300-\u036f]+/g, '')
		.normalize('NFC')
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}
