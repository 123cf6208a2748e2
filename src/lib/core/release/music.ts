import { fold } from './fold.ts';
import type { ParseOptions } from './types.ts';

export interface MusicName {
	artist?: string;
	album?: string;
	year?: number;
	format?: string;
	bitrate?: string;
	source?: string;
	group?: string;
	disc?: number;
}

const formats = new Map<string, string>(
	Object.entries({
		flac: 'FLAC',
		mp3: 'MP3',
		aac: 'AAC',
		alac: 'ALAC',
		ogg: 'Ogg Vorbis',
		vorbis: 'Ogg Vorbis',
		opus: 'Opus',
		wav: 'WAV',
		ape: 'APE',
		wavpack: 'WavPack',
		dsd: 'DSD',
		dsf: 'DSD',
		m4a: 'AAC',
		wma: 'WMA'
	})
);
const sources = new Map<string, string>(
	Object.entries({
		cd: 'cd',
		cda: 'cd',
		cdep: 'cd',
		cds: 'cd',
		cdm: 'cd',
		cdr: 'cd',
		web: 'web',
		vinyl: 'vinyl',
		lp: 'vinyl',
		ep: 'vinyl',
		vls: 'vinyl',
		sacd: 'sacd',
		dvda: 'dvd',
		dvd: 'dvd',
		cassette: 'cassette',
		tape: 'cassette',
		mcd: 'cd',
		'2cd': 'cd',
		'3cd': 'cd',
		'4cd': 'cd',
		'2lp': 'vinyl'
	})
);
const marks = new Set([
	'retail',
	'promo',
	'proper',
	'repack',
	'reissue',
	'remastered',
	'deluxe',
	'limited',
	'edition',
	'bootleg',
	'advance',
	'int',
	'internal',
	'single',
	'album',
	'bonus',
	'tracks',
	'lossless',
	'hi',
	'res',
	'discography',
	'kbps',
	'kbit',
	's',
	'log',
	'cue',
	'rip',
	'eac',
	'pmedia',
	'vbr',
	'cbr',
	'stereo',
	'mono',
	'webflac'
]);
const yearShape = /^(?:19[2-9]\d|20[0-6]\d)$/;

function tidy(text: string): string {
	return text
		.replace(/_/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s\-.,]+|[\s\-,]+$/g, '');
}

function readBitrate(text: string): string | undefined {
	const found =
		/(?:^|[^\d])(\d{2,4})\s?k(?:bps|bit|b\/s)?(?![a-z])|\b(v0|v1|v2|vbr)\b|(?:^|[^\d])(16|24|32)[\s_-]?bits?(?:[\s/_-]{0,3}(\d{2,3}(?:\.\d)?)\s?k?hz)?|\b(16|24)[-/](44|44\.1|48|88|88\.2|96|176|192)\b|[([ ](320|256|192|128)[)\] ]/i.exec(
			text
		);
	if (!found) return;
	if (found[1]) return `${found[1]} kbps`;
	if (found[2]) return found[2].toUpperCase();
	if (found[3]) return found[4] ? `${found[3]} bit ${found[4]} kHz` : `${found[3]} bit`;
	return found[5] ? `${found[5]} bit ${found[6]} kHz` : `${found[7]} kbps`;
}

/** Words of a bracket or of a dash-separated field that describe the recording. */
function describe(text: string, out: MusicName): boolean {
	const words = text
		.toLowerCase()
		.split(/[\s,./_+&-]+/)
		.filter(Boolean);
	let known = words.length > 0;
	for (const word of words) {
		if (formats.has(word)) out.format ??= formats.get(word)!;
		else if (sources.has(word)) out.source ??= sources.get(word)!;
		else if (yearShape.test(word)) out.year ??= +word;
		else if (!marks.has(word) && !/^(?:\d{2,4}k?(?:bps|hz)?|v[0-2]|\d{2}bit|bit|bits|khz)$/.test(word))
			known = false;
	}
	return known;
}

/** "Artist-Album-CD-FLAC-2001-GRP": the scene writes spaces as underscores and fields between dashes. */
function scene(name: string): MusicName | undefined {
	const text = name.replace(/\s/g, '_');
	const found = /^(.{1,300})-((?:19|20)\d\d)-([a-z0-9_]{2,20})$/i.exec(text);
	if (!found) return;
	const out: MusicName = { year: +found[2]!, group: found[3]! };
	const fields = found[1]!.replace(/_-_/g, '-').split('-');
	while (fields.length > 2 && describe(fields[fields.length - 1]!.replace(/[()]/g, ''), out)) fields.pop();
	if (fields.length < 2) return;
	out.artist = tidy(fields[0]!);
	out.album = tidy(fields.slice(1).join('-'));
	return out;
}

const bracket = /[([{]([^()[\]{}]{0,200})[)\]}]/g;

/** "Artist - Album (2001) [FLAC 24bit]", "Artist - 2001 - Album", "[FLAC] Artist - Album". */
function plain(name: string): MusicName {
	const out: MusicName = {};
	const rest = name.replace(bracket, (whole, content: string) => (describe(content, out) ? ' ' : whole));
	const fields = rest.split(/\s+[-\u2013]\s+/).map((field) => tidy(field));
	const kept: string[] = [];
	for (const [i, field] of fields.entries()) {
		if (field === '' || (i > 0 && describe(field, out))) continue;
		kept.push(field);
	}
	const [artist, ...album] = kept;
	if (artist && album.length > 0) {
		out.artist = artist;
		out.album = tidy(stripTail(album.join(' - '), out));
	} else if (artist) out.album = tidy(stripTail(artist, out));
	return out;
}

/** "Album 2001 FLAC": what stands behind the album without brackets. */
function stripTail(album: string, out: MusicName): string {
	const words = album.split(' ');
	while (words.length > 1 && describe(words[words.length - 1]!, out)) words.pop();
	return words.join(' ');
}

/** Reads the name of a music release. */
export function readMusic(name: string): MusicName {
	const text = fold(name.slice(0, 2000))
		.replace(/\.(?:flac|mp3|m4a|ogg|opus|wav|zip|rar|torrent|nzb)$/i, '')
		.trim();
	const dotted =
		!text.includes(' ') && !text.includes('_') && text.includes('.') ? text.replaceAll('.', ' ') : text;
	const out = scene(text) ?? plain(dotted);
	const bitrate = readBitrate(text);
	if (bitrate) out.bitrate = bitrate;
	if (!out.format && bitrate && /kbps|^V/.test(bitrate)) out.format = 'MP3';
	const disc = /\b(?:cd|disc|disk)[\s_]?(\d{1,2})\b/i.exec(text);
	if (disc) out.disc = +disc[1]!;
	return out;
}

const video =
	/\b(?:480|576|720|1080|2160)[pi]\b|\b[xh][. ]?26[45]\b|\bhevc\b|\bavc\b|\bav1\b|\d{3,4}x\d{3,4}|\bhi10p?\b|\bblu-?ray\b|\bbd(?:rip|mv|remux)?\b|\bweb-?(?:dl|rip)\b|\bhdtv\b|\bdvd-?rip\b|\bxvid\b|\bs\d\de\d\d\b|\b(?:mkv|mp4|avi)\b/i;
const audio = /\b(?:flac|mp3|alac|320\s?kbps|v0|cdm|cds|discography|24bit|vinyl|lossless)\b/i;

/** Without being told, a name is music when it speaks of sound only. */
export function looksLikeMusic(name: string, options: ParseOptions): boolean {
	if (options.kind !== undefined) return options.kind === 'music';
	const text = name.slice(0, 400);
	if (!audio.test(text) || video.test(text)) return false;
	return (
		/-(?:19|20)\d\d-[a-z0-9_]{2,20}$/i.test(text) ||
		/^[^-]{1,120} - .{1,200}(?:[([](?:.*\b)?(?:flac|mp3|320|v0|alac|lossless))/i.test(text)
	);
}
