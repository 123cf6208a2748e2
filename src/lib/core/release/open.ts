import { fold, isAscii, lower } from './fold.ts';
import type { Reading } from './reading.ts';
import { leadingSite } from './sites.ts';
import { tokenize } from './tokens.ts';
import type { ParseOptions } from './types.ts';
import { containers } from './words/release.ts';

const extension = /\.([a-z0-9-]{2,7})[\s'"]*$/;
const spaced = /[\s.](mkv|mp4|avi)[\s'"]*$/;

export interface Opened {
	reading: Reading;
	container: string | undefined;
}

const shoutable = new Set(['flac', 'aac', 'mp3', 'ogg', 'opus', 'wav', 'ts', 'sub', 'disc']);

function findExtension(lowered: string, text: string): { container: string; end: number } | undefined {
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
	return shouted && shoutable.has(container) ? undefined : { container, end };
}

/** Folds the name, takes off the file ending and a site in front, and cuts it into words. */
export function open(name: string, options: ParseOptions): Opened {
	const ascii = isAscii.test(name);
	const text = ascii ? name : fold(name);
	const lowered = lower(text);
	const ending = findExtension(lowered, text);
	const to = ending?.end ?? name.length;
	const from = leadingSite(lowered, 0);
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
