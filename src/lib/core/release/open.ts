import { fold, isAscii, lower } from './fold.ts';
import type { Reading } from './reading.ts';
import { isSite, leadingSite } from './sites.ts';
import { tokenize } from './tokens.ts';
import type { ParseOptions } from './types.ts';
import { containers } from './words/release.ts';

const extension = /\.([a-z0-9-]{2,7})[\s'"]*$/;
const spaced = /[\s.](mkv|mp4|avi)[\s'"]*$/;

export interface Opened {
	reading: Reading;
	container: string | undefined;
}

const wrappers = new Set(['nzb', 'torrent', 'par2', 'rar', 'zip', 'sfv']);
const shoutable = new Set(['flac', 'aac', 'mp3', 'ogg', 'opus', 'wav', 'ts', 'sub', 'disc']);

function findExtension(
	lowered: string,
	text: string,
	wrapped = false
): { container: string; end: number } | undefined {
	const tail = lowered.slice(-24);
	const found = extension.exec(tail) ?? spaced.exec(tail);
	if (!found || found.index + lowered.length - tail.length === 0) return;
	const container = found[1]!;
	// "Pilot.en.sub" and "S02E15.xvid": an ending only if it is one
	if (!containers.has(container) || container === 'sub' || container === 'xvid' || container === 'opus')
		return;
	const end = lowered.length - tail.length + found.index;
	// "x264.FLAC", "2021.TS": what ends in capitals speaks of the sound or the source
	const shouted = text.slice(end + 1, end + 1 + container.length) === container.toUpperCase();
	if (shouted && shoutable.has(container)) return;
	// "Name.mkv.nzb"
	const inner =
		wrapped || !wrappers.has(container) ? undefined : findExtension(lowered.slice(0, end), text, true);
	return { container, end: inner?.end ?? end };
}

const posted = /\[\s*([a-z0-9](?=[^[\]\s]*\.[^[\]\s]*\.[^[\]\s]*\.)[^[\]\s]{12,200})\s*\]/g;

/** "[123456]-[FULL]-[ The.Name.S01E02-GRP ]-[01/25]": the name within the subject of a post. */
function postedName(lowered: string): { from: number; to: number } | undefined {
	if (lowered[0] !== '[' || !/\]\s?-\s?\[/.test(lowered.slice(0, 400))) return;
	for (const found of lowered.slice(0, 1000).matchAll(posted)) {
		if (isSite(found[1]!) || !/\d/.test(found[1]!)) continue;
		const from = found.index + found[0].indexOf(found[1]!);
		return { from, to: from + found[1]!.length };
	}
	return undefined;
}

const recorded = /_\d\d\.\d\d\.\d\d_\d\d-\d\d_[a-z0-9]+_\d+_tvoon/;

/** "Name_21.03.17_20-15_channel_120_TVOON_DE": where the name of what was recorded ends. */
function recordedEnd(lowered: string): number | undefined {
	if (!lowered.includes('_tvoon')) return undefined;
	const place = lowered.search(recorded);
	return place > 0 ? place : undefined;
}

/** Folds the name, takes off the file ending and a site in front, and cuts it into words. */
export function open(name: string, options: ParseOptions): Opened {
	const ascii = isAscii.test(name);
	const text = ascii ? name : fold(name);
	const lowered = lower(text);
	const ending = findExtension(lowered, text);
	const post = postedName(lowered);
	const to = post?.to ?? recordedEnd(lowered) ?? ending?.end ?? name.length;
	const from = post?.from ?? leadingSite(text, lowered, 0);
	const { tokens, boxes } = tokenize(lowered, from, to);
	const reading: Reading = {
		raw: name,
		text,
		lower: lowered,
		from,
		to,
		tokens,
		boxes,
		ascii,
		kind: options.kind === 'music' ? undefined : options.kind,
		marks: options.marks ? [] : undefined
	};
	if (ending)
		reading.marks?.push({
			field: 'container',
			start: name.length - (lowered.length - ending.end) + 1,
			end: ending.end + 1 + ending.container.length
		});
	return { reading, container: ending?.container };
}
