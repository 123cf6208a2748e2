import { gapBefore, isCapital, type Reading } from './reading.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

/** What ended the title. */
export type Anchor = 'tech' | 'number' | 'date' | 'year' | 'end' | 'box' | 'zone';

interface Walk {
	reading: Reading;
	hits: Hit[];
	start: number;
	anchor: Anchor;
	/** the year that ended the title stands in brackets */
	boxed: boolean;
	taken: number;
	/** the word taken last was a language or spoke of subtitles */
	speech: boolean;
	/** the word taken last was a language */
	language: boolean;
}

const firmEditions = new Set(
	"Director's Cut|Extended|Unrated|Uncut|Remastered|IMAX|Theatrical|Uncensored|Special Edition|Fan Edit|Final Cut|Despecialized|Ultimate|Ultimate Hunter Edition|Anniversary Edition|Open Matte|2in1|Alternative Cut|Rogue Cut|Criterion|Collector's Edition".split(
		'|'
	)
);

/** Scene releases shout: FRENCH, iNTERNAL, LiMiTED. */
export function isShouted(reading: Reading, token: Token): boolean {
	if (isCapital(reading, token)) return true;
	let upper = 0;
	for (let i = token.start; i < token.end; i++) {
		const code = reading.text.charCodeAt(i);
		if (code >= 65 && code <= 90) upper++;
	}
	return upper > 1;
}

/** "The Good German", "Get Him to the Greek": the word belongs to its article. */
function hasArticle(walk: Walk, hit: Hit): boolean {
	const before = walk.reading.tokens[hit.first - 1]?.text;
	return (
		before === 'the' || before === 'of' || before === 'in' || walk.reading.tokens[walk.start]?.text === 'the'
	);
}

function looseLanguage(walk: Walk, hit: Hit): boolean {
	const { anchor, reading } = walk;
	const token = reading.tokens[hit.first]!;
	if (walk.speech) return true;
	if (anchor === 'number' || anchor === 'date') return false;
	if (anchor === 'zone') {
		if (hit.entry.trust === 1)
			return isCapital(reading, token) || hit.first <= walk.start + 1 || neighbour(reading, hit);
		return (
			(hit.entry.trust === 2 && (!hasArticle(walk, hit) || isShouted(reading, token))) ||
			isCapital(reading, token)
		);
	}
	if (anchor === 'year') {
		const said = walk.hits.some(
			(other) => other.first > hit.last && other.sets.language === hit.sets.language
		);
		const own = hit.last - hit.first > 1 || !walk.boxed;
		return (
			hit.entry.trust === 2 &&
			own &&
			hit.sets.language !== 'en' &&
			hit.sets.language !== 'x-original' &&
			!hasArticle(walk, hit) &&
			!said
		);
	}
	if (hit.entry.trust === 2) return !hasArticle(walk, hit) || isShouted(reading, token);
	if (isCapital(reading, token) && (token.text.length > 2 || walk.taken > 0)) return true;
	return walk.language || neighbour(reading, hit) || (anchor === 'end' && token.text === 'fr');
}

function neighbour(reading: Reading, hit: Hit): boolean {
	const before = reading.tokens[hit.first - 1]?.hit?.sets;
	return before?.language !== undefined || before?.sub !== undefined;
}

/** "The DVD Collector", "The Anniversary": one word that is as much a thing as an edition. */
function isNoun(walk: Walk, hit: Hit): boolean {
	return /^(?:collector|anniversary|ultimate|criterion|special)$/.test(walk.reading.tokens[hit.first]!.text);
}

function looseBeforeFact(walk: Walk, hit: Hit): boolean {
	const { sets } = hit;
	const shouted = isShouted(walk.reading, walk.reading.tokens[hit.first]!);
	if (sets.edition)
		return hit.last - hit.first > 1 || shouted || (firmEditions.has(sets.edition) && !isNoun(walk, hit));
	if (sets.is3d) return walk.anchor === 'year' && !walk.boxed;
	if (sets.sub || sets.subtitle) return walk.anchor === 'year' && walk.reading.kind === undefined;
	if (sets.complete) return true;
	if (sets.tech && hit.weight === 2) return shouted;
	return Boolean(sets.proper ?? sets.repack);
}

/** May this known word, standing right before the end of the title, be taken out of it? */
function isLoose(walk: Walk, hit: Hit): boolean {
	const { sets } = hit;
	const { reading, anchor } = walk;
	if (sets.language !== undefined) return looseLanguage(walk, hit);
	if (anchor === 'year' || anchor === 'number' || anchor === 'date') return looseBeforeFact(walk, hit);
	if (hit.weight === 3) return true;
	const token = reading.tokens[hit.first]!;
	if (
		sets.source &&
		hit.weight === 2 &&
		walk.hits.some((other) => other !== hit && other.weight === 3 && other.sets.source)
	) {
		return isCapital(reading, token) && walk.taken > 0;
	}
	if (hit.weight === 2)
		return anchor !== 'end' || !sets.source || walk.taken > 0 || isCapital(reading, token);
	if (sets.subtitle !== undefined || sets.is3d !== undefined || sets.sub !== undefined) return true;
	if (sets.edition) return anchor !== 'box';
	const minor = sets.tech ?? sets.multi ?? sets.real ?? sets.service;
	return (
		minor !== undefined &&
		((anchor !== 'box' && isShouted(reading, token) && anchor !== 'end') ||
			(token.digit && token.letter) ||
			token.text === 'language')
	);
}

const animeExtra = /^(?:ova|oad|ona|ovd|sp|special|specials|nced|ncop|op|ed|pv|cm|menus?|preview)\d{0,2}$/;

/** Walks back from the end of the title over words that are known not to be of it; gives the new end. */
export function absorb(
	reading: Reading,
	hits: Hit[],
	start: number,
	end: number,
	anchor: Anchor,
	boxed: boolean
): number {
	const walk: Walk = { reading, hits, start, anchor, boxed, taken: 0, speech: false, language: false };
	let at = end;
	for (let rounds = 0; rounds < 24 && at - 1 > start; rounds++) {
		const { hit, text } = reading.tokens[at - 1]!;
		if (
			anchor !== 'year' &&
			anchor !== 'zone' &&
			animeExtra.test(text) &&
			gapBefore(reading, at - 1).includes('-')
		) {
			at--;
			continue;
		}
		if (!hit || hit.last > at || hit.first <= start || !isLoose(walk, hit)) break;
		at = hit.first;
		walk.taken++;
		walk.language = hit.sets.language !== undefined;
		walk.speech =
			hit.sets.sub !== undefined ||
			reading.tokens[hit.first]!.text === 'language' ||
			(walk.speech && hit.sets.language !== undefined);
	}
	// an article left hanging belongs to what was taken: "The Complete"
	if (
		walk.taken > 0 &&
		at - 1 > start &&
		reading.tokens[at - 1]!.text === 'the' &&
		reading.tokens[at]!.hit?.sets.complete
	)
		at--;
	return at;
}
