import type { Parsed } from './types.ts';

function run(list: number[]): string {
	const [first] = list;
	const last = list[list.length - 1];
	return list.length > 2 && last! - first! === list.length - 1 ? `${first}..${last}` : list.join(',');
}

/** What a name says in one line, for tables of tests: "Title (2021) s2 e5,6 | 1080p web-dl h264 ddp | de +en | GRP". */
export function said(parsed: Parsed): string {
	const { seasons, episodes, absolute, absoluteSpecial } = parsed;
	const place = [
		parsed.title ?? '-',
		parsed.year && `(${parsed.year})`,
		parsed.yearRange && `(${parsed.yearRange})`,
		seasons.length > 0 && `s${run(seasons)}`,
		episodes.length > 0 && `e${run(episodes)}`,
		absolute.length > 0 && `#${run(absolute)}`,
		absoluteSpecial && `#${absoluteSpecial.join()}`,
		parsed.airDate,
		parsed.fullSeason && 'whole',
		parsed.disc && `disc ${parsed.disc}`,
		parsed.part && `part ${parsed.part}`,
		parsed.version > 1 && `v${parsed.version}`
	];
	const picture = [
		parsed.resolution,
		parsed.source,
		parsed.modifier,
		parsed.codec,
		parsed.bitDepth && `${parsed.bitDepth}bit`,
		...parsed.hdr,
		...parsed.audio,
		parsed.audioChannels,
		parsed.streamingService,
		...parsed.edition
	];
	const tongues = [...parsed.languages, ...parsed.subtitleLanguages.map((code) => `+${code}`)];
	return [place, picture, tongues, [parsed.group]]
		.map((part) => part.filter(Boolean).join(' '))
		.filter(Boolean)
		.join(' | ');
}
