import type { Hit } from './scan.ts';
import { han } from './fold.ts';
import type { Reading } from './reading.ts';
import { isSite } from './sites.ts';

/** How the name begins: where the title may start and which bracket names the group. */
export interface Layout {
	/** first token of the title */
	start: number;
	/** bracket in front that looks like a group's */
	group: number;
	website: number;
	/** "(1995) Name": bracket with the year in front */
	yearBox: number;
}

const tag = /月新番|新番|国漫|國漫|^ova$|^tv$|招募|剧集|合集|连载|字幕$/;

export function boxText(reading: Reading, index: number): string {
	const box = reading.boxes[index]!;
	return reading.text.slice(box.open + 1, box.close);
}

/** Every word in the bracket is a known word. */
export function allKnown(reading: Reading, index: number): boolean {
	const box = reading.boxes[index]!;
	if (box.last - box.first > 24) return false;
	for (let i = box.first; i < box.last; i++) {
		const hit: Hit | undefined = reading.tokens[i]!.hit;
		if (!hit || (hit.weight < 2 && !hit.entry.tech)) return false;
	}
	return box.last > box.first;
}

function opensAt(reading: Reading, token: number, from: number): number {
	const first = reading.tokens[token];
	if (!first || first.box < 0) return -1;
	let box = first.box;
	while (reading.boxes[box]!.parent >= 0 && reading.boxes[reading.boxes[box]!.parent]!.first === token)
		box = reading.boxes[box]!.parent;
	if (reading.boxes[box]!.parent >= 0) return -1;
	const open = reading.boxes[box]!.open;
	return open >= from && /^[\s._★☆-]*$/.test(reading.lower.slice(Math.max(from, open - 12), open)) ? box : -1;
}

/** Skips what stands before the title: sites, groups, picture tags in brackets. */
export function layout(reading: Reading): Layout {
	const out: Layout = { start: 0, group: -1, website: -1, yearBox: -1 };
	const { tokens, boxes, lower } = reading;
	let from = reading.from;
	for (let rounds = 0; rounds < 12; rounds++) {
		const index = opensAt(reading, out.start, from);
		if (index < 0) break;
		const box = boxes[index]!;
		// a bracket that holds the rest of the name is no prefix
		if (box.last >= tokens.length || box.close >= reading.to) break;
		const content = lower.slice(box.open + 1, Math.min(box.close, box.open + 80));
		const words = box.last - box.first;
		if (isSite(content) || /\bwww[. ]/.test(content)) {
			out.website = index;
			if (/发布/.test(content) && out.group < 0) out.group = -2;
		} else if (words === 1 && /^(?:18|19|20)\d\d$/.test(tokens[box.first]!.text)) {
			if (out.group >= 0) break;
			out.yearBox = index;
		} else if (allKnown(reading, index) || tag.test(content)) {
			// picture words or a season's tag: skipped
		} else if (out.group === -1 && !(words === 1 && /^\d{1,4}$/.test(tokens[box.first]!.text))) {
			if (box.char === '(' && !han.test(content)) break;
			out.group = index;
		} else if (words === 1 && /^\d{1,3}$/.test(tokens[box.first]!.text) && out.group < 0) {
			// "(1)Name" in a collection
		} else break;
		out.start = box.last;
		from = box.close + 1;
	}
	if (out.group === -2) out.group = -1;
	// nothing left to be a title: "[rec].mkv"
	if (out.start >= tokens.length) return { start: 0, group: -1, website: out.website, yearBox: -1 };
	return skipKnown(reading, out);
}

/** "h265 - HEVC Name 1080p", "HD 720p: Name", "BD25.Name": picture words in front. */
function skipKnown(reading: Reading, out: Layout): Layout {
	const { tokens } = reading;
	let i = out.start;
	while (
		i < tokens.length &&
		tokens[i]!.hit?.entry.tech &&
		(tokens[i]!.hit!.weight === 3 ||
			(i > out.start && tokens[i]!.hit!.weight > 1) ||
			tokens[i + 1]?.hit?.weight === 3)
	)
		i++;
	if (i < tokens.length && i > out.start && !tokens[i]!.hit) out.start = i;
	return out;
}
