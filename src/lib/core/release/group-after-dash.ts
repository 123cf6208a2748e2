import type { Reading } from './reading.ts';
import type { Hit } from './scan.ts';
import { reposter, trackerTags } from './sites.ts';
import { knownGroups, oddGroups } from './words/groups.ts';

export interface Named {
	name: string;
	start: number;
}

const trailingSite = /[\s.](?:par|from|by)?-?www\.[\w.-]{3,40}$/;
const blank = /[\s.]/;

function trimEnd(text: string, end: number): number {
	while (end > 0 && blank.test(text[end - 1]!)) end--;
	return end;
}

function startOf(reading: Reading, hit: Hit): number {
	return reading.tokens[hit.first]!.start;
}

function endOf(reading: Reading, hit: Hit): number {
	return reading.tokens[hit.last - 1]!.end;
}

/** A group whose name is known and odd stands at the very end. */
function odd(reading: Reading, end: number): Named | undefined {
	const tail = reading.lower.slice(Math.max(0, end - 24), end);
	const name = oddGroups.find(
		(one) => tail.endsWith(one) && /[\s.\-_[]/.test(tail[tail.length - one.length - 1] ?? 'x')
	);
	return name ? { name: reading.raw.slice(end - name.length, end), start: end - name.length } : undefined;
}

/** Takes marks of re-posters off, but never the last name. */
function beforeReposters(reading: Reading, end: number): number {
	for (let rounds = 0; rounds < 4; rounds++) {
		const cut = reposter.exec(reading.lower.slice(Math.max(0, end - 40), end));
		if (!cut || !/-[^\s-]+$/.test(reading.lower.slice(Math.max(0, end - 60), end - cut[0].length))) break;
		end -= cut[0].length;
	}
	return end;
}

/** "... x264-GRP EZTV" */
function beforeTag(reading: Reading, end: number): number {
	const found = /-[^\s.]+( ([a-z0-9]{3,12}))$/.exec(reading.lower.slice(Math.max(0, end - 60), end));
	return found && trackerTags.has(found[2]!) ? end - found[1]!.length : end;
}

/** The last known word that ends after a place. */
function hitAfter(reading: Reading, hits: Hit[], start: number, end: number): Hit | undefined {
	let found: Hit | undefined;
	for (let i = hits.length - 1; i >= 0; i--) {
		const hit = hits[i]!;
		if (endOf(reading, hit) <= start) break;
		if (startOf(reading, hit) < end) found = hit;
	}
	return found;
}

/** "... x264-GRP.HebSubs", "... -GRP - Dual Audio": what is said behind the group. */
function beforeRemarks(reading: Reading, hits: Hit[], end: number): number {
	let stop = end;
	for (let i = hits.length - 1; i >= 0; i--) {
		const hit = hits[i]!;
		if (endOf(reading, hit) > stop) continue;
		const said = hit.sets.sub ?? hit.sets.subtitle ?? hit.sets.dubbed ?? hit.sets.multi ?? hit.sets.language;
		const sample = /^(?:sample|(?:cd|disc)\d)$/.test(reading.tokens[hit.first]!.text);
		if (endOf(reading, hit) !== stop || (said === undefined && !sample)) break;
		let at = startOf(reading, hit);
		while (at > 0 && /[\s.\-_]/.test(reading.text[at - 1]!)) at--;
		if (at === startOf(reading, hit)) break;
		stop = at;
	}
	return stop;
}

/** A known word behind the last dash is still a group after a codec: "x264-SDTV", "H.264-BD". */
function mayBeGroup(reading: Reading, hit: Hit, start: number, end: number): boolean {
	if (startOf(reading, hit) !== start) return startOf(reading, hit) > start;
	if (endOf(reading, hit) < end)
		return !hit.sets.audio && !hit.sets.codec && !hit.sets.source && !hit.sets.tech;
	const before = reading.tokens[hit.first - 1]?.hit?.sets;
	if (!before) return hit.sets.service !== undefined || hit.entry.trust === 0;
	if (hit.sets.sub || hit.sets.dubbed || hit.sets.container) return false;
	if (
		hit.sets.resolution ||
		hit.sets.audio ||
		hit.sets.codec ||
		hit.sets.bitDepth ||
		hit.sets.hdr ||
		hit.sets.complete
	)
		return false;
	if (before.codec ?? before.language) return true;
	return hit.weight < ((before.audio ?? before.sub ?? before.service) ? 3 : 2);
}

const collective = /^(?:team|subs?|fansubs?|raws?|encodes|rips?|project|group|studio)(?![a-z0-9])/;

/** "XviD-MP-AceBot", "HQ.Hive-CM8": does the dash belong to the name? */
function whole(reading: Reading, hits: Hit[], first: string, start: number): boolean {
	const known = hitAfter(reading, hits, start, start + first.length);
	if (known && endOf(reading, known) > start) return false;
	const lead = reading.text[start - 1];
	// "x264.-DX-TV"
	if (
		lead === '-' &&
		(reading.text[start - 2] === '.' || collective.test(reading.lower.slice(start + first.length + 1)))
	)
		return true;
	const before = hits.findLast((hit) => endOf(reading, hit) <= start);
	const near = before !== undefined && start - endOf(reading, before) === 1 && before.entry.tech;
	if (!near || first.includes('.')) return false;
	return lead === '-' ? reading.kind !== undefined : reading.kind === undefined && lead !== ')';
}

const shape = /-\s?([^\s\-()[\]{}]{1,60})$/;

/** The name behind the last dash, if what stands before it is a release's wording. */
export function afterDash(reading: Reading, end: number, hits: Hit[], least: number): Named | undefined {
	let stop = trimEnd(reading.raw, end);
	const site = trailingSite.exec(reading.lower.slice(Math.max(0, stop - 60), stop));
	if (site) stop = trimEnd(reading.raw, stop - site[0].length);
	const special = odd(reading, stop) ?? odd(reading, beforeReposters(reading, stop));
	if (special) return special;
	while (stop > 0 && /[\s.-]/.test(reading.raw[stop - 1]!)) stop--;
	stop = beforeReposters(reading, beforeTag(reading, stop));
	const remarks = reading.kind === undefined ? beforeRemarks(reading, hits, stop) : stop;
	return (
		(remarks < stop ? atEnd(reading, remarks, hits, least) : undefined) ?? atEnd(reading, stop, hits, least)
	);
}

function atEnd(reading: Reading, stop: number, hits: Hit[], least: number): Named | undefined {
	const from = Math.max(reading.from, stop - 90);
	const found = shape.exec(reading.raw.slice(from, stop));
	if (!found) return;
	let name = found[1]!;
	let start = stop - name.length;
	const spaced = reading.text[start - 1] === ' ';
	if (spaced && reading.kind !== undefined && !knownGroups.has(name.toLowerCase())) return;
	if (/^\d+(?:[.,]\d+)?(?:[gm]i?b)?$/i.test(name) || !/[\p{L}\p{N}]/u.test(name)) return;
	const hit = hitAfter(reading, hits, start, stop);
	if (hit && startOf(reading, hit) < start) return;
	if (hit && !mayBeGroup(reading, hit, start, stop)) {
		// "BDRip-AVC.Ukr.hurtom": the name is what follows the known words
		const last = hits.findLast((one) => endOf(reading, one) < stop);
		const rest = last ? endOf(reading, last) + 1 : 0;
		if (reading.kind !== undefined || rest <= start || rest >= stop || !/[a-z]/i.test(name)) return;
		if (hits.some((one) => endOf(reading, one) === stop)) return;
		name = reading.raw.slice(rest, stop);
		start = rest;
	} else {
		const lead = /(?:^|[-\s._])([^\s._\-()[\]{}]{1,20})-$/.exec(
			reading.raw.slice(Math.max(from, start - 24), start)
		);
		if (lead && !spaced && whole(reading, hits, lead[1]!, start - 1 - lead[1]!.length)) {
			start -= lead[1]!.length + 1;
			name = reading.raw.slice(start, stop);
		}
	}
	if (reading.kind !== undefined) name = /^[^._@+]+/.exec(name)?.[0] ?? name;
	return hits.some(
		(one) =>
			endOf(reading, one) < start &&
			one.first >= least &&
			(one.weight === 3 || one.entry.tech || one.sets.complete)
	)
		? { name, start }
		: undefined;
}
