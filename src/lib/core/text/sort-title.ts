const article = /^(?:the|a|an|der|die|das|le|la|les|l['’]|el|los|las|il|lo|gli)\s+(?=\S)/;
const spelled: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ı: 'i'
};

/** 'The Édge 2' -> 'edge 0000000002': how a shelf is ordered. Letters of other scripts stay as they are. */
export function sortTitle(title: string): string {
	const folded = title
		.toLowerCase()
		.replace(/[ßæœøđðþłı]/g, (letter) => spelled[letter]!)
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]+/g, '')
		.normalize('NFC');
	const plain = folded.replace(/^[^\p{L}\p{N}]+/u, '').replace(article, '');
	return (plain || folded).replace(/\d+/g, (digits) => digits.padStart(10, '0')).trim();
}
