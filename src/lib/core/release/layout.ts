import { han, latin } from './fold.ts';
import { gapAfter, type Reading } from './reading.ts';
import { isSite } from './sites.ts';
import type { Box } from './tokens.ts';

/** How the name begins: where the title may start and which bracket names the group. */
export interface Layout {
	/** first token of the title */
	start: number;
	/** bracket in front that looks like a group's, -1 for none */
	group: number;
	website: number;
	/** "(1995) Name": bracket with the year in front, -1 for none */
	yearBox: number;
}

const tag = /月新番|新番|国漫|國漫|^ova$|^tv$|招募|剧集|合集|连载/;

export function boxText(reading: Reading, index: number): string {
	const box = reading.boxes[index]!;
	return reading.text.slice(box.open + 1, box.close);
}

/** Every word in the bracket is a known word (and not merely a channel's name, which groups also bear). */
export function allKnown(reading: Reading, index: number): boolean {
	const box = reading.boxes[index]!;
	if (box.last - box.first > 24) return false;
	let sure = false;
	for (let i = box.first; i < box.last; i++) {
		const { hit } = reading.tokens[i]!;
		if (!hit || (hit.weight < 2 && !hit.entry.tech && !(hit.sets.language && hit.entry.trust > 0)))
			return false;
		if (hit.entry.tech ? hit.sets.service === undefined : hit.weight > 1) sure = true;
	}
	return sure;
}

/** The outermost bracket that opens right at this token, with nothing but separators since `from`. */
function opensAt(reading: Reading, token: number, from: number): number {
	const first = reading.tokens[token];
	if (!first || first.box < 0) return -1;
	let box = first.box;
	for (
		let up = reading.boxes[box]!.parent;
		up >= 0 && reading.boxes[up]!.first === token;
		up = reading.boxes[box]!.parent
	)
		box = up;
	if (reading.boxes[box]!.parent >= 0) return -1;
	const { open } = reading.boxes[box]!;
	return open >= from && /^[\s._★☆-]*$/.test(reading.lower.slice(Math.max(from, open - 12), open)) ? box : -1;
}

function isNumber(reading: Reading, box: Box, shape: RegExp): boolean {
	return box.last - box.first === 1 && shape.test(reading.tokens[box.first]!.text);
}

/** What a bracket in front of the title is. */
type Front = 'site' | 'poster' | 'year' | 'known' | 'group' | 'number' | 'other';

function front(reading: Reading, index: number, hasGroup: boolean): Front {
	const box = reading.boxes[index]!;
	const content = reading.lower.slice(box.open + 1, Math.min(box.close, box.open + 80));
	// "[S01.E02] Name"
	if (/^(?:s\d{1,2}[ ._-]?e\d|\d{1,2}x\d\d)/.test(content)) return 'other';
	if (isSite(content) || /\bwww[. ]/.test(content)) return /发布/.test(content) ? 'poster' : 'site';
	if (isNumber(reading, box, /^(?:18|19|20)\d\d$/)) return hasGroup ? 'other' : 'year';
	if (allKnown(reading, index) || tag.test(content)) return 'known';
	if (isNumber(reading, box, box.char === '(' ? /^\d{1,2}$/ : /^\d{1,4}$/))
		return hasGroup ? 'other' : 'number';
	if (!hasGroup) return box.char === '(' && !han.test(content) && !signs(reading, box) ? 'other' : 'group';
	// a second tag before free words: "[Group]_[Sub]_Name"
	const next = reading.tokens[box.last];
	const free =
		next !== undefined && next.box < 0 && next.letter && !next.hit && box.last + 1 < reading.tokens.length;
	return free &&
		box.char === '[' &&
		!han.test(content) &&
		/^[_.\s]*$/.test(reading.text.slice(box.close + 1, next.start))
		? 'known'
		: 'other';
}

/** "(Group) Name - 07 (1080p)": some sign in round brackets. */
function signs({ kind, lower }: Reading, { open, close }: Box): boolean {
	return (
		kind === 'series' &&
		!/\d/.test(lower.slice(open, close)) &&
		/^[\s_]+\p{L}.{0,120}[\s_]-[\s_]\d{2,4}(?:v\d)?(?=[\s_.([]|$)/u.test(lower.slice(close + 1, close + 160))
	);
}

/** Skips what stands before the title: sites, groups, picture tags in brackets. */
export function layout(reading: Reading): Layout {
	const out: Layout = { start: 0, group: -1, website: -1, yearBox: -1 };
	const { tokens, boxes } = reading;
	let from = reading.from;
	for (let rounds = 0; rounds < 12; rounds++) {
		const free = tokens[out.start];
		if (free && free.box < 0 && tag.test(free.text)) {
			out.start++;
			from = free.end;
			continue;
		}
		const index = opensAt(reading, out.start, from);
		if (index < 0) break;
		const box = boxes[index]!;
		// a bracket that holds the rest of the name is no prefix
		if (box.last >= tokens.length || box.close >= reading.to) break;
		const what = front(reading, index, out.group >= 0);
		if (what === 'other') break;
		if (what === 'site' || what === 'poster') out.website = index;
		else if (what === 'year') out.yearBox = index;
		else if (what === 'group') out.group = index;
		out.start = box.last;
		from = box.close + 1;
	}
	// nothing left to be a title: "[rec].mkv"
	if (out.start >= tokens.length) return { start: 0, group: -1, website: out.website, yearBox: -1 };
	// "[Paper Boats] [2021] [1080p]", "[Harrow Creek] S01E05": what looked like a group is all the title there is
	const counted = /^(?:s\d{1,2}e\d{1,4}|\d{1,2}x\d{2,3})$/.test(tokens[out.start]!.text);
	if (out.group >= 0 && (counted || onlyKnown(reading, out.start)))
		return { ...out, start: boxes[out.group]!.first, group: -1 };
	out.start = titleStart(reading, out, from);
	return out;
}

/** Nothing but a year and known words is left, each in brackets. */
function onlyKnown({ tokens }: Reading, start: number): boolean {
	if (!/^(?:19|20)\d\d$/.test(tokens[start]!.text)) return false;
	for (let i = start; i < tokens.length; i++)
		if (tokens[i]!.box < 0 || (i > start && !tokens[i]!.hit)) return false;
	return true;
}

function hasLatin(reading: Reading, box: Box): boolean {
	return latin.test(reading.lower.slice(box.open, Math.min(box.close, box.open + 200)));
}

/** "[Group][国漫][斗罗大陆][Soul Land][2019][05]": of several titles in brackets the Latin one; "中文名[tags].Name": the name behind the tags. */
function titleStart(reading: Reading, lay: Layout, from: number): number {
	const { tokens, boxes } = reading;
	let at = lay.start;
	let first = -1;
	for (let rounds = 0, place = from; rounds < 6; rounds++) {
		const index = opensAt(reading, at, place);
		if (index < 0) break;
		const box = boxes[index]!;
		if (
			box.last >= tokens.length ||
			box.char === '(' ||
			isNumber(reading, box, /^\d+$/) ||
			allKnown(reading, index)
		)
			break;
		if (first < 0) first = at;
		if (hasLatin(reading, box)) return at;
		at = box.last;
		place = box.close + 1;
	}
	if (first >= 0) return first;
	const token = tokens[lay.start]!;
	if (
		token.box < 0 &&
		han.test(token.text) &&
		!latin.test(token.text) &&
		(tokens[lay.start + 1]?.box ?? -1) >= 0
	) {
		for (let i = lay.start + 1; i < Math.min(tokens.length, lay.start + 40); i++) {
			const one = tokens[i]!;
			if (one.box < 0 && latin.test(one.text) && !one.hit) return i;
			if (one.box < 0 && one.hit) break;
		}
	}
	return skipKnown(reading, lay.start);
}

/** "h265 - HEVC Name 1080p", "HD 720p: Name", "BD25.Name", "Fr - Name": known words in front. */
function skipKnown(reading: Reading, start: number): number {
	const { tokens } = reading;
	const isKnown = (i: number): boolean => {
		const { hit } = tokens[i]!;
		if (!hit) return false;
		if (i === start && hit.sets.language && hit.entry.trust === 0) return gapAfter(reading, i) === ' - ';
		const { sets } = hit;
		// "8 Bit Christmas": only words of picture and sound stand in front of titles
		const plain = sets.source ?? sets.codec ?? sets.resolution ?? sets.audio ?? sets.hdr;
		if (plain === undefined && !(i === start && sets.tech && tokens[i + 1]?.hit?.sets.resolution))
			return false;
		return (
			hit.entry.tech &&
			(hit.weight === 3 || (i > start && hit.weight > 1) || tokens[i + 1]?.hit?.weight === 3)
		);
	};
	let i = start;
	while (i < tokens.length && isKnown(i)) i++;
	const next = tokens[i];
	if (!next || i === start || next.hit) return start;
	// "Atmos.2022.1080p": it is all the title there is
	return /^(?:19|20)\d\d$/.test(next.text) && (tokens[i + 1]?.hit ?? i + 1 === tokens.length) ? start : i;
}
