const cyrillic: Record<string, string> = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	ґ: 'g',
	д: 'd',
	е: 'e',
	є: 'ye',
	ж: 'zh',
	з: 'z',
	и: 'i',
	і: 'i',
	ї: 'i',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'kh',
	ц: 'ts',
	ч: 'ch',
	ш: 'sh',
	щ: 'shch',
	ъ: '',
	ы: 'y',
	ь: '',
	э: 'e',
	ю: 'yu',
	я: 'ya',
	ј: 'j',
	љ: 'lj',
	њ: 'nj',
	ћ: 'c',
	џ: 'dz',
	ђ: 'd'
};

const greek: Record<string, string> = {
	α: 'a',
	β: 'v',
	γ: 'g',
	δ: 'd',
	ε: 'e',
	ζ: 'z',
	η: 'i',
	θ: 'th',
	ι: 'i',
	κ: 'k',
	λ: 'l',
	μ: 'm',
	ν: 'n',
	ξ: 'x',
	ο: 'o',
	π: 'p',
	ρ: 'r',
	σ: 's',
	τ: 't',
	υ: 'y',
	φ: 'f',
	χ: 'ch',
	ψ: 'ps',
	ω: 'o'
};

const kanaRows: [consonant: string, kana: string][] = [
	['', 'あいうえお'],
	['k', 'かきくけこ'],
	['g', 'がぎぐげご'],
	['s', 'さしすせそ'],
	['z', 'ざじずぜぞ'],
	['t', 'たちつてと'],
	['d', 'だぢづでど'],
	['n', 'なにぬねの'],
	['h', 'はひふへほ'],
	['b', 'ばびぶべぼ'],
	['p', 'ぱぴぷぺぽ'],
	['m', 'まみむめも'],
	['r', 'らりるれろ']
];

const kana: Record<string, string> = {
	...Object.fromEntries(
		kanaRows.flatMap(([consonant, row]) => [...row].map((sign, at) => [sign, consonant + 'aiueo'[at]]))
	),
	し: 'shi',
	じ: 'ji',
	ち: 'chi',
	つ: 'tsu',
	ふ: 'fu',
	ぢ: 'ji',
	づ: 'zu',
	や: 'ya',
	ゆ: 'yu',
	よ: 'yo',
	わ: 'wa',
	を: 'o',
	ん: 'n'
};

const letters = new Map(Object.entries({ ...cyrillic, ...greek, ...kana }));
const known = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

const hiragana = (text: string): string =>
	text.replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

/** Folded text in Latin letters; undefined when there is nothing to rewrite. Other scripts stay as they are. */
export function transliterate(text: string): string | undefined {
	if (!known.test(text)) return undefined;
	return hiragana(text)
		.replace(/([きしちにひみりぎじびぴ])([ゃゅょ])/g, (_, first: string, small: string) => {
			const sound = letters.get(first)!.slice(0, -1);
			const vowel = 'auo'['ゃゅょ'.indexOf(small)]!;
			return /sh|ch|j/.test(sound) ? sound + vowel : `${sound}y${vowel}`;
		})
		.replace(/っ(.)/g, (_, next: string) => (letters.get(next)?.[0] ?? '') + next)
		.replace(/ー/g, '')
		.replace(/./gu, (letter) => letters.get(letter) ?? letter);
}
