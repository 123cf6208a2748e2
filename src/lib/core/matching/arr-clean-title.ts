// `cleanTitle` as Sonarr (4.0) and Radarr (6.0) make and store it, so that their libraries and answers can be joined
// with ours. Our own comparing is done by title-form.ts.

const word = '[\\p{L}\\p{N}_]';
const atEdge = `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word})|_)`;
// A single letter before makes it part of an acronym ("N.K.L.E.a"); an apostrophe before that letter does not.
const notFirst = `(?<!^|[^a-zA-Z0-9_']${word}[^a-zA-Z0-9_'])`;
const dropped = new RegExp(
	`${atEdge}${notFirst}(?:[aà](?!$)|an|the|and|or|of)(?!$)${atEdge}|[^\\p{L}\\p{N}]`,
	'giu'
);

export function arrCleanTitle(title: string): string {
	if (/^\d+$/.test(title)) return title;
	return withoutAccents(
		title
			.replace(/(?<=\b\d+)%/g, 'percent')
			.replace(dropped, '')
			.toLowerCase()
	);
}

function withoutAccents(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.normalize('NFC')
		.replace(/ð/g, 'd');
}

const special = /\.s\d+e00\.(.+?)(?:\.(?:720p|1080p|2160p|hdtv|web|webrip|web-dl)\.|$)/i;

/** An episode's title as Sonarr compares it. */
export function arrEpisodeTitle(title: string): string {
	return (special.exec(title)?.[1] ?? title)
		.replace(/\s*\(\d+\)\s*$/, '')
		.replace(/[^\p{L}\p{N}\s]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}
