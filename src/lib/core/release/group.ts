import { afterDash, type Named } from './group-after-dash.ts';
import { boxText, type Layout } from './layout.ts';
import { mark, type Reading } from './reading.ts';
import type { Hit } from './scan.ts';
import { isSite, trackerTags } from './sites.ts';
import { knownGroups } from './words/groups.ts';

export interface GroupFound {
	group: string | undefined;
	hash: string | undefined;
	website: string | undefined;
	start: number | undefined;
	/** the group stands before the title: "grp-the.title.1080p" */
	prefixed: boolean;
}

/** tokens [first, last) that count seasons and episodes */
interface Span {
	first: number;
	last: number;
}

const hash = /^[0-9a-f]{8}$/;
const dated = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

function findHash(reading: Reading): string | undefined {
	for (const box of reading.boxes) {
		if (box.last - box.first !== 1) continue;
		const token = reading.tokens[box.first]!;
		if (
			token.text.length !== 8 ||
			!hash.test(token.text) ||
			dated.test(token.text) ||
			box.close - box.open !== 9
		)
			continue;
		mark(reading, 'releaseHash', token.start, token.end);
		return reading.text.slice(token.start, token.end).toUpperCase();
	}
	return undefined;
}

interface Tail {
	/** where the name proper ends once trailing brackets are taken off */
	end: number;
	/** the brackets, last first */
	boxes: number[];
	website: string | undefined;
}

/** Takes brackets off the end: "...-GRP[rartv]", "... [QxR] [A1B2C3D4]". */
function tail(reading: Reading): Tail {
	const out: Tail = { end: reading.to, boxes: [], website: undefined };
	for (let i = reading.boxes.length - 1, rounds = 0; i >= 0 && rounds < 24; i--, rounds++) {
		const box = reading.boxes[i]!;
		if (box.parent >= 0) continue;
		if (out.end - box.close > 40 || /[^\s.\])}>*+_-]/.test(reading.text.slice(box.close + 1, out.end))) break;
		const content = reading.lower.slice(box.open + 1, Math.min(box.close, box.open + 80));
		if (isSite(content)) out.website = content.trim();
		out.boxes.push(i);
		out.end = box.open;
	}
	return out;
}

function allHits(reading: Reading, index: number): boolean {
	const box = reading.boxes[index]!;
	for (let i = box.first; i < box.last; i++) if (!reading.tokens[i]!.hit) return false;
	return box.last > box.first;
}

const idBox = /^(?:tmdb|tvdb|imdb|anidb|anilist|mal)(?:id)?[-=]|^tt\d{6,}$|^(?:caps?|eps?)[. ]?\d/;
const aboutSubtitles = /[简繁中双][体體日字语]|字幕$|内[封嵌]|外挂|国语|國語|粤语|全\d+[集话]/;

/** A bracket at the end that may be a signature. */
function bracketed(reading: Reading, index: number, numbers: Span): Named | undefined {
	const box = reading.boxes[index]!;
	if (box.close - box.open > 42) return;
	const content = boxText(reading, index).trim();
	const low = content.toLowerCase();
	const known = knownGroups.has(low);
	const odd =
		isSite(low) ||
		trackerTags.has(low) ||
		allHits(reading, index) ||
		hash.test(low) ||
		/^(?:www|19\d\d|20\d\d)/.test(low);
	if ((odd && !known) || !/\p{L}/u.test(content) || /[/+,|:]/.test(content)) return;
	if (idBox.test(low) || aboutSubtitles.test(low)) return;
	for (let i = box.first; i < box.last; i++) if (i >= numbers.first && i < numbers.last) return;
	// a round bracket before the picture words holds a name of the film's, not of its maker
	if (
		box.char === '(' &&
		!known &&
		!reading.tokens.slice(0, box.first).some((token) => token.hit?.entry.tech)
	)
		return;
	const words = content.split(/\s+/).length;
	if (words > (reading.kind === undefined ? 3 : 1) && !known) return;
	if (/^\d/.test(content) && /[.,\s]/.test(content)) return;
	return { name: reading.raw.slice(box.open + 1, box.close).trim(), start: box.open + 1 };
}

/** "(1080p BluRay x265 HEVC 10bit AAC 5.1 Tigole)": the last word of the bracket with the picture words. */
function lastInBox(reading: Reading, index: number): Named | undefined {
	const box = reading.boxes[index]!;
	const last = reading.tokens[box.last - 1];
	if (!last || last.hit || !last.letter || box.last - box.first < 3 || last.end < box.close - 2) return;
	let tech = 0;
	for (let i = box.first; i < Math.min(box.last - 1, box.first + 40); i++)
		if (reading.tokens[i]!.hit?.entry.tech) tech++;
	if (tech < 2) return;
	const name = reading.raw.slice(last.start, last.end);
	return name.length > 1 ? { name, start: last.start } : undefined;
}

const by = /(?:^|[\s._])(?:by|par|от)[\s._]+([\p{L}\p{N}][\p{L}\p{N}_-]{0,30})[\s._]*$/iu;

function byName(reading: Reading, end: number): Named | undefined {
	const from = Math.max(0, end - 60);
	const found = by.exec(reading.raw.slice(from, end));
	return found ? { name: found[1]!, start: from + found.index + found[0].lastIndexOf(found[1]!) } : undefined;
}

const remarks = /^(?:mkvonly|mvo|dvo|only|jato|mq|hq|tv|лицензия|дубляж)$/;

/** Last word of all, when it follows picture words and is unknown: "... x264 YIFY". */
function lastWord(reading: Reading, end: number, numbers: Span): Named | undefined {
	let index = reading.tokens.length - 1;
	while (index >= 0 && reading.tokens[index]!.start >= end) index--;
	const last = reading.tokens[index];
	if (!last || last.hit || last.box >= 0 || index < 2 || !last.letter) return;
	if (index >= numbers.first && index < numbers.last) return;
	const before = reading.tokens[index - 1]!.hit;
	const spoken = before?.sets.language !== undefined && before.entry.trust > 0;
	if (!before || !(before.entry.tech || spoken || before.sets.sub)) return;
	if (remarks.test(last.text) || aboutSubtitles.test(last.text) || reading.text[last.start - 1] === '&')
		return;
	return { name: reading.raw.slice(last.start, end).replace(/[\s._-]+$/, ''), start: last.start };
}

/** "[Softsubs (Group)]" */
function softsubs(reading: Reading): Named | undefined {
	const found = /\[softsubs \(([^)\]]{2,30})/i.exec(reading.text.slice(0, 600));
	return found ? { name: found[1]!, start: found.index + found[0].length - found[1]!.length } : undefined;
}

/** "ulshd-the.right.stuff.1983.1080p.x264": a scene file that carries its group in front. */
function inFront(reading: Reading, hits: Hit[]): Named | undefined {
	const found = /^([a-z0-9]{2,8})-[a-z0-9]+\.[a-z0-9.]+$/.exec(
		reading.raw.slice(reading.from, Math.min(reading.to, reading.from + 200))
	);
	return found && hits.filter((hit) => hit.weight === 3).length > 1
		? { name: found[1]!, start: reading.from }
		: undefined;
}

/** ")" without its "(" behind a known signature: "...10bit.Tigole)" */
function halfBracket(reading: Reading): Named | undefined {
	const found = /[\s.]([^\s.()[\]]{2,20})\)\s*$/.exec(
		reading.raw.slice(Math.max(reading.from, reading.to - 40), reading.to)
	);
	if (!found || !knownGroups.has(found[1]!.toLowerCase())) return;
	return { name: found[1]!, start: reading.raw.lastIndexOf(found[1]!, reading.to) };
}

function choose(
	reading: Reading,
	lay: Layout,
	hits: Hit[],
	least: number,
	end: Tail,
	numbers: Span
): Named | undefined {
	const general = reading.kind === undefined;
	const lead =
		lay.group >= 0
			? {
					name: reading.raw.slice(reading.boxes[lay.group]!.open + 1, reading.boxes[lay.group]!.close).trim(),
					start: reading.boxes[lay.group]!.open + 1
				}
			: undefined;
	const soft = lead ? undefined : softsubs(reading);
	if (soft) return soft;
	const named = afterDash(reading, end.end, hits, least);
	const counted =
		named && reading.tokens.slice(numbers.first, numbers.last).some((token) => token.start === named.start);
	const dash = counted ? undefined : named;
	const trailing = end.boxes
		.filter((index) => reading.boxes[index]!.first >= least)
		.map((index) => bracketed(reading, index, numbers))
		.filter((one) => one !== undefined);
	if (lead && !(general && dash && trailing.length === 0 && reading.text[dash.start - 1] === '-'))
		return lead;
	// "x264.-[YTS.LT]"
	const hung =
		!dash && end.boxes.length > 0 && /-\s?$/.test(reading.text.slice(0, end.end))
			? trailing[trailing.length - 1]
			: undefined;
	if (hung) return hung;
	const suffix =
		end.boxes.length === 1 && dash && /[^\s.-]/.test(reading.text[end.end - 1]!)
			? reading.boxes[end.boxes[0]!]!
			: undefined;
	if (
		general &&
		dash &&
		suffix &&
		suffix.close - suffix.open < 12 &&
		!isSuffixNoise(reading, end.boxes[0]!)
	) {
		return { name: reading.raw.slice(dash.start, suffix.close + 1), start: dash.start };
	}
	const known = trailing.find((one) => knownGroups.has(one.name.toLowerCase()));
	if (known) return known;
	if (dash) return dash;
	const inside = end.boxes.map((index) => lastInBox(reading, index)).find((one) => one !== undefined);
	if (trailing.length > 0 && !inside) return trailing[0];
	return (
		inside ??
		halfBracket(reading) ??
		(general ? (byName(reading, end.end) ?? lastWord(reading, end.end, numbers)) : undefined)
	);
}

function isSuffixNoise(reading: Reading, index: number): boolean {
	const content = boxText(reading, index).trim().toLowerCase();
	return (
		isSite(content) ||
		trackerTags.has(content) ||
		allHits(reading, index) ||
		hash.test(content) ||
		content.includes(' ')
	);
}

/** Who made the release. */
export function findGroup(
	reading: Reading,
	lay: Layout,
	hits: Hit[],
	least: number,
	numbers: Span = { first: 0, last: 0 }
): GroupFound {
	const end = tail(reading);
	let chosen = choose(reading, lay, hits, least, end, numbers);
	const prefix = chosen || reading.kind !== undefined ? undefined : inFront(reading, hits);
	chosen ??= prefix;
	if (chosen) mark(reading, 'group', chosen.start, chosen.start + chosen.name.length);
	return {
		group: chosen?.name,
		start: chosen?.start,
		hash: findHash(reading),
		website: end.website,
		prefixed: prefix !== undefined
	};
}
