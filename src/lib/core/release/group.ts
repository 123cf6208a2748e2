import { boxText, type Layout } from './layout.ts';
import { mark, type Reading } from './reading.ts';
import type { Hit } from './scan.ts';
import { isSite, reposter, trackerTags } from './sites.ts';
import { knownGroups } from './words/groups.ts';

export interface GroupFound {
	group: string | undefined;
	hash: string | undefined;
	website: string | undefined;
	/** the name is known to end here */
	end: number;
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
			token.end - token.start !== box.close - box.open - 1
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
	/** candidates from trailing brackets, outermost first */
	boxes: number[];
	website: string | undefined;
}

function known(reading: Reading, index: number): boolean {
	const box = reading.boxes[index]!;
	for (let i = box.first; i < box.last; i++) if (!reading.tokens[i]!.hit) return false;
	return box.last > box.first;
}

/** Takes brackets off the end: "...-GRP[rartv]", "... [QxR] [A1B2C3D4]". */
function tail(reading: Reading): Tail {
	const out: Tail = { end: reading.to, boxes: [], website: undefined };
	for (let i = reading.boxes.length - 1, rounds = 0; i >= 0 && rounds < 12; i--, rounds++) {
		const box = reading.boxes[i]!;
		if (box.parent >= 0) continue;
		if (
			/[^\s.\])}>*+_-]/.test(
				reading.text.slice(Math.min(out.end, box.close + 1), Math.min(out.end, box.close + 40))
			) ||
			out.end - box.close > 40
		)
			break;
		const content = reading.lower.slice(box.open + 1, Math.min(box.close, box.open + 80));
		if (isSite(content)) out.website = content.trim();
		out.boxes.push(i);
		out.end = box.open;
	}
	return out;
}

function plausible(name: string): boolean {
	return name.length > 0 && name.length <= 60 && !/^\d+$/.test(name) && /[\p{L}\p{N}]/u.test(name);
}

const dashed = /-\s{0,1}([^\s\-()[\]{}]+(?:-[^\s\-()[\]{}]+)?)\s*$/;
const pairs = new Set(
	'd-z0n3|erai-raws|blu-bits|dx-tv|vh-prod|fight-bb|hive-cm8|marine-ford|etc-group|z-raws|anime-koi|ozc-anime|d-addicts|hr-gz|hr-dr|a-l|scy-b|ctrl-hd|vip3r-x|a-s|t-rex|ttl-hd|pir8-xx|bae-raws|en-dl'.split(
		'|'
	)
);

/** The word behind the last dash, if what stands before it is a release's wording. */
function afterDash(
	reading: Reading,
	end: number,
	hits: Hit[],
	least: number
): { name: string; start: number } | undefined {
	let text = reading.raw.slice(0, end).replace(/[\s.]+$/, '');
	for (let rounds = 0; rounds < 4; rounds++) {
		const low = text.slice(-40).toLowerCase();
		const cut = reposter.exec(low);
		if (!cut) break;
		text = text.slice(0, text.length - cut[0].length);
	}
	const from = Math.max(reading.from, text.length - 90);
	const found = dashed.exec(text.slice(from));
	if (!found) return;
	let name = found[1]!;
	let start = text.length - name.length;
	const spaced = /\s$/.test(text.slice(0, start)) || /\s-$/.test(text.slice(0, start));
	if (/-\s$/.test(text.slice(0, start)) && reading.kind !== undefined && !knownGroups.has(name.toLowerCase()))
		return;
	const halves = name.split('-');
	if (halves.length === 2 && !pairs.has(name.toLowerCase())) {
		// both halves unknown and nothing known between: a name with a dash, else only the last part counts
		const first = hits.find(
			(hit) =>
				reading.tokens[hit.first]!.start >= start &&
				reading.tokens[hit.first]!.start < start + halves[0]!.length
		);
		const before = /(?:[xh]\.?26[456]|xvid|divx|avc|hevc|aac|ac3|dts|rip|web|hdtv|bluray|[0-9])$/i.test(
			text.slice(0, start - 1).trimEnd()
		);
		if (first || !before || halves[1]!.length <= 0) {
			name = halves[1]!;
			start = text.length - name.length;
		}
	}
	const hit = hits.find((one) => reading.tokens[one.last - 1]!.end > start);
	const sureBefore = hits.some(
		(one) =>
			reading.tokens[one.last - 1]!.end <= start - 1 &&
			one.first >= least &&
			(one.weight === 3 || one.entry.tech || one.sets.proper !== undefined || one.sets.repack !== undefined)
	);
	if (!sureBefore) return;
	if (hit && reading.tokens[hit.first]!.start < start) return;
	if (hit && !mayBeGroup(reading, hit, start, text.length)) return;
	return { name, start: spaced && hit ? start : start };
}

/** A known word behind the last dash is still a group after a codec: "x264-SDTV", "H.264-BD". */
function mayBeGroup(reading: Reading, hit: Hit, start: number, end: number): boolean {
	const first = reading.tokens[hit.first]!;
	const last = reading.tokens[hit.last - 1]!;
	if (first.start !== start || last.end < end) return last.end < end && first.start >= start;
	const before = reading.tokens[hit.first - 1]?.hit;
	if (!before) return false;
	if (
		hit.sets.audio ||
		hit.sets.codec ||
		hit.sets.resolution ||
		hit.sets.bitDepth ||
		hit.sets.sub ||
		hit.sets.hdr
	)
		return false;
	if (hit.sets.complete || hit.sets.dubbed) return false;
	return (
		(before.sets.codec !== undefined ||
			before.sets.audio !== undefined ||
			before.sets.source !== undefined) &&
		(hit.weight < 3 || before.sets.codec !== undefined)
	);
}

/** "(1080p BluRay x265 HEVC 10bit AAC 5.1 Tigole)": the last word of the bracket with the picture words. */
function lastInBox(reading: Reading, index: number): { name: string; start: number } | undefined {
	const box = reading.boxes[index]!;
	const last = reading.tokens[box.last - 1];
	if (!last || last.hit || box.last - box.first < 3) return;
	let tech = 0;
	for (let i = box.first; i < box.last - 1; i++) if (reading.tokens[i]!.hit?.entry.tech) tech++;
	if (tech < 2) return;
	const content = reading.raw.slice(box.open + 1, box.close).trimEnd();
	const dash = /(?:^|[\s.])-?\s?([^\s.,()[\]]+)$/.exec(content);
	const name = dash?.[1] ?? reading.raw.slice(last.start, last.end);
	const clean = name.replace(/^.*-(?=[^-]+$)/, '');
	if (!plausible(clean) || clean.length < 2) return;
	return { name: clean, start: box.open + 1 + content.length - clean.length };
}

function bracketed(reading: Reading, index: number): { name: string; start: number } | undefined {
	const content = boxText(reading, index).trim();
	const low = content.toLowerCase();
	if (
		!plausible(content) ||
		isSite(low) ||
		trackerTags.has(low) ||
		known(reading, index) ||
		hash.test(low) ||
		(/^\d/.test(content) && /[.,\s]/.test(content))
	)
		return;
	if (
		content.split(/\s/).length > 3 ||
		content.length > 40 ||
		/^(?:www|19\d\d|20\d\d)/.test(low) ||
		/[/+,|:]/.test(content)
	)
		return;
	return {
		name: reading.raw.slice(reading.boxes[index]!.open + 1, reading.boxes[index]!.close).trim(),
		start: reading.boxes[index]!.open + 1
	};
}

const by = /\b(?:by|par|от)[\s._]+([\p{L}\p{N}][\p{L}\p{N}_-]*)[\s._]*$/iu;

/** Last word of all, when it follows picture words and is unknown: "... x264 YIFY". */
function lastWord(reading: Reading, end: number): { name: string; start: number } | undefined {
	let index = reading.tokens.length - 1;
	while (index >= 0 && reading.tokens[index]!.start >= end) index--;
	const last = reading.tokens[index];
	if (!last || last.hit || last.box >= 0 || index < 2) return;
	const before = reading.tokens[index - 1]!.hit;
	if (!before || !(before.entry.tech || before.sets.language || before.sets.sub)) return;
	if (
		!last.letter ||
		/^(?:mkvonly|mvo|dvo|only|jato)$/.test(last.text) ||
		reading.text[last.start - 1] === '&'
	)
		return;
	return { name: reading.raw.slice(last.start, end).replace(/[\s._-]+$/, ''), start: last.start };
}

function softsubs(reading: Reading): string | undefined {
	const found = /\[softsubs \(([^)\]]{2,30})/i.exec(reading.text.slice(0, 400));
	return found?.[1];
}

/** Who made the release. */
export function findGroup(reading: Reading, lay: Layout, hits: Hit[], least: number): GroupFound {
	const out: GroupFound = { group: undefined, hash: findHash(reading), website: undefined, end: reading.to };
	const end = tail(reading);
	out.website = end.website;
	const chosen = choose(reading, lay, hits, least, end);
	if (chosen) {
		out.group = chosen.name;
		mark(reading, 'group', chosen.start, chosen.start + chosen.name.length);
	}
	return out;
}

function choose(
	reading: Reading,
	lay: Layout,
	hits: Hit[],
	least: number,
	end: Tail
): { name: string; start: number } | undefined {
	const soft = softsubs(reading);
	if (soft && lay.group < 0) return { name: soft, start: reading.raw.indexOf(soft) };
	const lead =
		lay.group >= 0
			? { name: boxText(reading, lay.group).trim(), start: reading.boxes[lay.group]!.open + 1 }
			: undefined;
	const dash = afterDash(reading, end.end, hits, least);
	const trailing = end.boxes.map((index) => bracketed(reading, index)).filter((one) => one !== undefined);
	const inside = end.boxes.map((index) => lastInBox(reading, index)).find((one) => one !== undefined);
	// "x264.-[YTS.LT]"
	const glued =
		end.boxes.length > 0 && /-\s?$/.test(reading.text.slice(0, end.end))
			? trailing[trailing.length - 1]
			: undefined;
	if (glued && !lead) return glued;
	if (lead && (!dash || reading.kind !== undefined || trailing.length > 0)) {
		if (
			!dash ||
			!/[xh]\.?26[45]|xvid|aac|ac3/i.test(reading.text.slice(Math.max(0, dash.start - 6), dash.start))
		)
			return lead;
	}
	const known = trailing.find((one) => knownGroups.has(one.name.toLowerCase()));
	if (known) return known;
	if (dash) {
		const suffix = end.boxes.length === 1 ? trailing[0] : undefined;
		if (suffix && reading.kind === undefined && suffix.start === end.end + 1 && plausible(suffix.name))
			return { name: `${dash.name}[${suffix.name}]`, start: dash.start };
		return dash;
	}
	if (trailing.length > 0 && !inside) return trailing[0];
	if (inside) return inside;
	return reading.kind === undefined
		? (byName(reading, end.end) ?? lastWord(reading, end.end) ?? prefix(reading, hits))
		: undefined;
}

function byName(reading: Reading, end: number): { name: string; start: number } | undefined {
	const from = Math.max(0, end - 60);
	const found = by.exec(reading.raw.slice(from, end));
	return found ? { name: found[1]!, start: from + found.index + found[0].indexOf(found[1]!, 2) } : undefined;
}

/** "ulshd-the.right.stuff.1983.1080p.x264": a scene file that carries its group in front. */
function prefix(reading: Reading, hits: Hit[]): { name: string; start: number } | undefined {
	const found = /^([a-z0-9]{2,8})-[a-z0-9]+\.[a-z0-9.]+$/.exec(
		reading.raw.slice(reading.from, Math.min(reading.to, reading.from + 200))
	);
	if (!found || hits.filter((hit) => hit.weight === 3).length < 2) return;
	return { name: found[1]!, start: reading.from };
}
