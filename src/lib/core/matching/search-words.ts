import { foldLetters } from '#core/text/fold-letters.ts';
import { canonicalWord, isFiller, spellSigns } from './title-words.ts';
import { transliterate } from './transliterate.ts';

/** A word as it is sought: how it is written, and how else it may be written. */
export interface SearchWord {
	readonly text: string;
	/** Signs of a script without spaces between words: "七人" is sought as its signs, one behind the other. */
	readonly isSigns: boolean;
	readonly others: readonly string[];
	/** Stands right behind the word before, parted by a sign that is no space: "Spider-Man", "D.O.A.". */
	readonly isTight: boolean;
}

const sign =
	/(?=[\p{L}\p{N}\p{M}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const piece = new RegExp(`(?:${sign.source})+|(?:(?!${sign.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const plain = /^[\x00-\x7f]*$/;

const signsOfOne: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ئ: 'ي', ة: 'ه', ؤ: 'و' };

/** One spelling of letters in every script: no accents, no points of Hebrew and Arabic, one kind of kana. */
function fold(text: string): string {
	if (plain.test(text)) return text.toLowerCase();
	return foldLetters(text)
		.replace(/[\u0591-\u05c7\u064b-\u065f\u0670\u0640]/g, '')
		.replace(/[أإآٱىئةؤ]/g, (letter) => signsOfOne[letter]!)
		.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

const pairs: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const digits: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 'v' };
const finalRoman: Record<string, string> = { i: '1', v: '5', x: '10' };

const shortened = new Map(
	['dr doctor', 'mr mister', 'st saint', 'jr junior', 'vs versus'].flatMap((both) => {
		const [short, long] = both.split(' ') as [string, string];
		return [
			[short, long],
			[long, short]
		] as const;
	})
);

/** "Müde" as "muede", "Ålesund" as "aalesund". */
const inPairs = (text: string) =>
	plain.test(text)
		? text
		: text
				.normalize('NFC')
				.toLowerCase()
				.replace(/[äöüåø]/g, (letter) => pairs[letter]!);

/** Other spellings of one word. */
function othersOf(text: string, paired: string, isLater: boolean): string[] {
	const others = [paired, canonicalWord(text)];
	if (shortened.has(text)) others.push(shortened.get(text)!);
	if (isLater && finalRoman[text]) others.push(finalRoman[text]);
	if (/\p{L}\d\p{L}/u.test(text)) others.push(text.replace(/[013457]/g, (digit) => digits[digit]!));
	if (!plain.test(text)) {
		const latin = transliterate(text);
		if (latin && plain.test(latin)) others.push(latin);
		if (/^ال.{2}/u.test(text)) others.push(text.slice(2));
		if (/^ה.{2}/u.test(text)) others.push(text.slice(1));
	}
	return [...new Set(others)].filter((other) => other !== text && other !== '');
}

/** The words of a title or of what somebody typed. */
export function searchWords(text: string): SearchWord[] {
	const spelled = spellSigns(text.slice(0, 300));
	const folded = fold(spelled);
	// Folding and pairing cut alike, so that the n-th word of one is the n-th of the other.
	const paired = plain.test(spelled) ? undefined : fold(inPairs(spelled)).match(piece);
	const words: SearchWord[] = [];
	let end = -1;
	for (const { 0: word, index } of folded.matchAll(piece)) {
		const gap = end < 0 ? ' ' : folded.slice(end, index);
		const at = words.length;
		words.push({
			text: word,
			isSigns: sign.test(word),
			others: sign.test(word) ? kanaInLatin(word) : othersOf(word, paired?.[at] ?? word, at > 0),
			isTight: gap !== '' && !/\s/.test(gap)
		});
		end = index + word.length;
	}
	return words;
}

/** Words of kana alone can be typed in Latin letters. */
function kanaInLatin(word: string): string[] {
	const latin = transliterate(word);
	return latin && plain.test(latin) ? [latin] : [];
}

const mostPairs = 10;

/** Words run together: "Spider-Man" and "Spider Man" as "spiderman", "M*A*S*H" as "mash". */
function* joined(words: readonly SearchWord[]): Iterable<string> {
	for (let from = 0; from < words.length; from++) {
		let run = words[from]!.text;
		for (let at = from + 1; at < words.length && at - from < mostPairs; at++) {
			const [before, word] = [words[at - 1]!, words[at]!];
			if (before.isSigns || word.isSigns) break;
			const areLetters = before.text.length === 1 && word.text.length === 1;
			if (!word.isTight && !areLetters && (at > from + 1 || isFiller(before.text))) break;
			run += word.text;
			yield run;
		}
		if (from >= mostPairs) break;
	}
}

/** Everything under which a name can be found, as text for the index. */
export function searchText(...names: readonly (string | null)[]): string {
	const out = new Set<string>();
	const signs: string[] = [];
	for (const name of new Set(names)) {
		if (!name) continue;
		const words = searchWords(name);
		for (const { text, isSigns, others } of words) {
			if (isSigns) signs.push([...text].join(' '));
			else out.add(text);
			for (const other of others) out.add(other);
		}
		for (const run of joined(words)) if (run.length <= 40) out.add(run);
	}
	// The order of signs tells what follows what, so they stand whole.
	return [...signs, ...out].join(' ');
}

/** The words of names that a slip of the finger may have meant; "Spider-Man" also as one. */
export function searchTerms(...names: readonly (string | null)[]): string[] {
	const terms = new Set<string>();
	for (const name of names) {
		let run = '';
		for (const { text, isSigns, isTight } of name ? searchWords(name) : []) {
			run = isTight && !isSigns ? run + text : text;
			if (!isSigns) for (const term of [text, run]) if (isTerm(term)) terms.add(term);
		}
	}
	return [...terms];
}

const isTerm = (text: string) => text.length >= 3 && text.length <= 24 && /\p{L}/u.test(text);
