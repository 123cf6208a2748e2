import { dictionary, type Entry, type Sets, type Step } from './dictionary.ts';
import { gapAfter, isCapital, type Reading } from './reading.ts';
import { editionRun } from './editions.ts';
import { frameHeight, glued, tongue } from './glued.ts';
import { capitalEditions } from './words/release.ts';
import type { Token } from './tokens.ts';

/** A known word or phrase found in the name: tokens [first, last). */
export interface Hit {
	entry: Entry;
	sets: Sets;
	first: number;
	last: number;
	weight: number;
}

const joins = ' ._-+';

function follows(reading: Reading, from: number, to: number): boolean {
	const a = reading.tokens[from]!;
	const b = reading.tokens[to];
	return b !== undefined && b.box === a.box && b.start - a.end === 1 && joins.includes(reading.text[a.end]!);
}

function capitals(reading: Reading, first: number, last: number): boolean {
	for (let i = first; i < last; i++) if (!isCapital(reading, reading.tokens[i]!)) return false;
	return true;
}

/** The longest phrase of the dictionary that begins at token `first`. */
function phrase(reading: Reading, first: number, start: Step): { entry: Entry; last: number } | undefined {
	let found: { entry: Entry; last: number } | undefined;
	let step: Step | undefined = start;
	for (let i = first; step;) {
		if (step.entry) found = { entry: step.entry, last: i + 1 };
		if (!step.next || !follows(reading, i, i + 1)) break;
		step = step.next.get(reading.tokens[++i]!.text);
	}
	return found;
}

function place(reading: Reading, hits: Hit[], hit: Hit): void {
	for (let i = hit.first; i < hit.last; i++) reading.tokens[i]!.hit = hit;
	hits.push(hit);
}

const channelEntry: Entry = { sets: { tech: 'channels' }, weight: 1, trust: 2, capitals: false, tech: true };

/** "5.1" after a sound word; its two digits are words of their own. */
function channels(reading: Reading, index: number): number {
	const { tokens } = reading;
	const token = tokens[index]!;
	const next = tokens[index + 1];
	if (!next || token.text.length !== 1 || next.start - token.end !== 1 || token.letter) return 0;
	if (next.text.length > 1 && !/^\d(?:ch|x\d)$/.test(next.text)) return 0;
	if (
		!'012'.includes(next.text[0]!) ||
		!/[1-9]/.test(token.text) ||
		!'. -'.includes(reading.text[token.end]!)
	)
		return 0;
	return 2;
}

const editionEntry: Entry = { ...channelEntry, sets: { edition: '' }, tech: false };

function dimension(reading: Reading, token: Token, index: number): string | undefined {
	if (token.letter || token.text.length < 3 || token.text.length > 4) return;
	const next = reading.tokens[index + 1];
	if (!next || next.letter || next.text.length < 3 || next.text.length > 4) return;
	return /^ ?[*×] ?$/.test(gapAfter(reading, index)) ? frameHeight(+token.text, +next.text) : undefined;
}

/** "DTS-HDMA7.1", "DD-EX5.1": a sound of several words with the channels stuck to the last. */
function phraseWithChannels(reading: Reading, hits: Hit[], index: number): number {
	const { tokens } = reading;
	const token = tokens[index]!;
	const before = tokens[index - 1];
	const next = tokens[index + 1];
	const word = /^([a-z]{2,6})([1-9])$/.exec(token.text)?.[1];
	if (
		!word ||
		!before?.hit?.sets.audio ||
		!next ||
		!/^[012]$/.test(next.text) ||
		next.start - token.end !== 1
	)
		return index + 1;
	const entry =
		dictionary.get(before.text)?.next?.get(word)?.entry ?? dictionary.get(before.text + word)?.entry;
	if (!entry?.sets.audio || before.hit.last - before.hit.first > 1 || !follows(reading, index - 1, index))
		return index + 1;
	hits.pop();
	const sets: Sets = { ...entry.sets, tech: `${token.text.slice(-1)}.${next.text}` };
	place(reading, hits, { entry, sets, first: index - 1, last: index + 2, weight: entry.weight });
	return index + 2;
}

function unknown(reading: Reading, hits: Hit[], index: number): number {
	const { tokens } = reading;
	const token = tokens[index]!;
	const before = tokens[index - 1]?.hit;
	if (before && channels(reading, index)) {
		const sets = { tech: `${token.text}.${tokens[index + 1]!.text[0]}` };
		place(reading, hits, { entry: channelEntry, sets, first: index, last: index + 2, weight: 1 });
		return index + 2;
	}
	const height = dimension(reading, token, index);
	if (height) {
		place(reading, hits, {
			entry: { ...channelEntry, weight: 3 },
			sets: { resolution: height, tech: 'frame' },
			first: index,
			last: index + 2,
			weight: 3
		});
		return index + 2;
	}
	const entry = token.letter ? glued(token.text) : undefined;
	if (!entry) return phraseWithChannels(reading, hits, index);
	const channel = entry.sets.audio && /\d$/.test(token.text) && !/[a-z]x\d$/.test(token.text);
	const next = tokens[index + 1];
	const tail =
		channel &&
		next &&
		next.start - token.end === 1 &&
		/^[012](?:x\d|ch)?$/.test(next.text) &&
		/[^\d]\d$/.test(token.text);
	const sets: Sets = tail ? { ...entry.sets, tech: `${token.text.slice(-1)}.${next.text[0]}` } : entry.sets;
	place(reading, hits, { entry, sets, first: index, last: index + (tail ? 2 : 1), weight: entry.weight });
	return index + (tail ? 2 : 1);
}

/** "Ultimate Collector's Edition": the names come from the words, not from the dictionary. */
function edition(reading: Reading, hits: Hit[], index: number): number {
	const run = editionRun(reading, index);
	if (!run) return index;
	place(reading, hits, {
		entry: editionEntry,
		sets: { edition: run.names.join('|') },
		first: index,
		last: run.last,
		weight: 2
	});
	return run.last;
}

/** "iT" and "iP" are written so and in no other way; "it" is a word and a language. */
function branded({ text }: Reading, { start, end }: Token): string | undefined {
	const word = text.slice(start, end);
	return word === 'iT' ? 'iTunes' : word === 'iP' ? 'BBC iPlayer' : undefined;
}

/** Words the dictionary cannot list: capitals that mark an edition, edition phrases, REPACK5, SweSub. */
function special(reading: Reading, hits: Hit[], index: number): number {
	const token = reading.tokens[index]!;
	const { text } = token;
	if (text.length === 2) {
		const brand = branded(reading, token);
		if (brand) {
			const sets: Sets = { service: brand };
			place(reading, hits, {
				entry: { ...channelEntry, sets },
				sets,
				first: index,
				last: index + 1,
				weight: 1
			});
			return index + 1;
		}
		const name = capitalEditions.get(text);
		if (name && isCapital(reading, token)) {
			place(reading, hits, {
				entry: editionEntry,
				sets: { edition: name },
				first: index,
				last: index + 1,
				weight: 1
			});
			return index + 1;
		}
		return index;
	}
	const again = token.digit && text.length < 9 ? /^(repack|rerip|proper)(\d)$/.exec(text) : null;
	if (again) {
		const sets: Sets = again[1] === 'proper' ? { proper: again[2]! } : { repack: again[2]! };
		place(reading, hits, {
			entry: { ...channelEntry, weight: 2 },
			sets,
			first: index,
			last: index + 1,
			weight: 2
		});
		return index + 1;
	}
	return token.digit ? index : edition(reading, hits, index);
}

/** Finds every known word in one pass, longest phrase first. */
export function scan(reading: Reading): Hit[] {
	const { tokens } = reading;
	const hits: Hit[] = [];
	for (let i = 0; i < tokens.length;) {
		const token = tokens[i]!;
		const next = special(reading, hits, i);
		if (next > i) {
			i = next;
			continue;
		}
		const step = dictionary.get(token.text);
		const found = step && phrase(reading, i, step);
		if (!found || (found.entry.capitals && !capitals(reading, i, found.last))) {
			i = token.digit ? unknown(reading, hits, i) : spoken(reading, hits, i);
			continue;
		}
		let { sets } = found.entry;
		// the plus of "DD+" and "HDR10+" is no letter, so it stands behind the word
		if (reading.text[tokens[found.last - 1]!.end] === '+') {
			if (sets.audio === 'dd' && token.text === 'dd') sets = { audio: 'ddp' };
			else if (sets.hdr) sets = { hdr: 'HDR10+' };
		}
		place(reading, hits, {
			entry: found.entry,
			sets,
			first: i,
			last: found.last,
			weight: found.entry.weight
		});
		i = found.last;
	}
	return hits;
}

/** "SweSub", "SubFrench", "HunDub": a language and what it is of, as one word. */
function spoken(reading: Reading, hits: Hit[], index: number): number {
	const { text } = reading.tokens[index]!;
	if (text.length < 5 || text.length > 18) return index + 1;
	// "BRRipMux": remuxed from what stands before
	const muxed = text.endsWith('mux') ? dictionary.get(text.slice(0, -3))?.entry : undefined;
	if (muxed?.sets.source) {
		place(reading, hits, { entry: muxed, sets: muxed.sets, first: index, last: index + 1, weight: 3 });
		return index + 1;
	}
	const shop = /^([a-z]{2,14}?)(?:u?hd|sd)(rip)?$/.exec(text);
	// "MaxdomeHD", "NetflixUHDRip": the shop the picture was taken from
	if (shop && shop[1]!.length > 2 && dictionary.get(shop[1]!)?.entry?.sets.service) {
		const sets: Sets = { source: shop[2] ? 'webrip' : 'web-dl' };
		place(reading, hits, {
			entry: { ...channelEntry, weight: 3 },
			sets,
			first: index,
			last: index + 1,
			weight: 3
		});
		return index + 1;
	}
	if (!text.includes('sub') && !text.includes('dub')) return index + 1;
	const found = tongue(text);
	if (found)
		place(reading, hits, { entry: found, sets: found.sets, first: index, last: index + 1, weight: 2 });
	return index + 1;
}
