import {
	flagValues,
	markValues,
	modifierValues,
	protocolValues,
	releaseTypes,
	sourceValues,
	type Condition
} from '#core/formats/condition.ts';

export interface ConditionKind {
	type: Condition['type'];
	title: string;
	/** Under the field, where it does not explain itself. */
	help?: string;
	input: 'pattern' | 'choice' | 'word' | 'range' | 'language';
	/** To choose from, or to be reminded of. */
	values?: readonly string[];
	unit?: string;
}

const patternHelp = 'A regular expression; capitals do not matter.';

/** How each kind of condition is drawn, in the order of the menu. */
export const conditionKinds: readonly ConditionKind[] = [
	{ type: 'title', title: 'Name of the release', input: 'pattern', help: patternHelp },
	{ type: 'group', title: 'Release group', input: 'pattern', help: patternHelp },
	{ type: 'edition', title: 'Edition', input: 'pattern', help: patternHelp },
	{ type: 'source', title: 'Source', input: 'choice', values: sourceValues },
	{
		type: 'resolution',
		title: 'Resolution',
		input: 'choice',
		values: ['480', '540', '576', '720', '1080', '2160', '4320']
	},
	{ type: 'modifier', title: 'Modifier', input: 'choice', values: modifierValues },
	{
		type: 'codec',
		title: 'Picture codec',
		input: 'word',
		values: 'h264 h265 h266 av1 xvid divx mpeg2 vc1 vp9'.split(' ')
	},
	{ type: 'hdr', title: 'Dynamic range', input: 'word', values: 'DV HDR HDR10 HDR10+ HLG SDR'.split(' ') },
	{ type: 'bit-depth', title: 'Bit depth', input: 'choice', values: ['8', '10', '12', '16', '24'] },
	{
		type: 'audio',
		title: 'Sound',
		input: 'word',
		values: 'truehd atmos dts dts-hd dts-x dd ddp aac flac pcm opus vorbis mp3 mp2 alac'.split(' ')
	},
	{ type: 'channels', title: 'Channels', input: 'word', values: ['1.0', '2.0', '5.1', '6.1', '7.1'] },
	{ type: 'language', title: 'Language', input: 'language' },
	{
		type: 'service',
		title: 'Streaming service',
		input: 'word',
		values: 'Netflix|Amazon|Disney+|HBO Max|Max|Apple TV+|Hulu|Peacock|Paramount+|Crunchyroll|iTunes'.split(
			'|'
		)
	},
	{ type: 'mark', title: 'Word in the name', input: 'choice', values: markValues },
	{ type: 'release-type', title: 'Episodes in it', input: 'choice', values: releaseTypes },
	{ type: 'year', title: 'Year', input: 'range' },
	{
		type: 'size',
		title: 'Size',
		input: 'range',
		unit: 'GB',
		help: 'More than the first, at most the second.'
	},
	{ type: 'protocol', title: 'Protocol', input: 'choice', values: protocolValues },
	{ type: 'flag', title: 'Flag of the indexer', input: 'choice', values: flagValues },
	{ type: 'indexer', title: 'Indexer', input: 'pattern', help: patternHelp }
];

export const kindOf = (type: string): ConditionKind =>
	conditionKinds.find((kind) => kind.type === type) ?? conditionKinds[0]!;

const titles: Record<string, string> = {
	unknown: 'Unknown',
	none: 'None',
	cam: 'Filmed in the cinema',
	telesync: 'Telesync',
	telecine: 'Telecine',
	workprint: 'Workprint',
	dvd: 'DVD',
	tv: 'TV',
	'tv-encode': 'TV, encoded',
	'tv-raw': 'TV, raw',
	'web-dl': 'WEB-DL',
	webrip: 'WEBRip',
	bluray: 'Blu-ray',
	'bluray-encode': 'Blu-ray, encoded',
	'bluray-raw': 'Blu-ray, untouched',
	regional: 'Regional',
	screener: 'Screener',
	rawhd: 'Raw HD',
	brdisk: 'Whole disc',
	remux: 'Remux',
	single: 'One episode',
	multi: 'Several episodes',
	season: 'A whole season',
	torrent: 'Torrent',
	usenet: 'Usenet',
	stream: 'Stream',
	proper: 'Proper',
	repack: 'Repack',
	real: 'Real',
	'3d': '3D',
	'hardcoded-subs': 'Burnt-in subtitles',
	dubbed: 'Dubbed',
	freeleech: 'Freeleech',
	halfleech: 'Half leech',
	freeleech75: 'Freeleech 75 %',
	freeleech25: 'Freeleech 25 %',
	'double-upload': 'Double upload',
	internal: 'Internal',
	scene: 'Scene',
	nuked: 'Nuked',
	subtitles: 'Subtitles',
	golden: 'Golden',
	approved: 'Approved',
	'ahd-internal': 'AHD internal',
	'ahd-user': 'AHD user'
};

/** What people call a value; most names are the same in every language. */
export const valueTitle = (type: string, value: string): string =>
	type === 'resolution' ? `${value}p` : type === 'bit-depth' ? `${value} bit` : (titles[value] ?? value);

const languageCodes =
	'en de fr es es-419 it pt pt-BR nl nl-BE da sv no fi is pl cs sk hu ro bg hr sr bs sl mk ru uk el tr he ar fa hi bn ta te ml kn mr ur th vi id ms tl ko ja zh ca et lv lt ka az uz mn af sq'.split(
		' '
	);

/** For a choice of languages, by name. */
export function languageOptions(locale: string, t: (text: string) => string) {
	const names = new Intl.DisplayNames([locale], { type: 'language' });
	return languageCodes
		.map((value) => ({ value, title: names.of(value) ?? value }))
		.toSorted((a, b) => a.title.localeCompare(b.title, locale))
		.toSpliced(0, 0, { value: 'original', title: t('The original language') });
}
