import { languageRows } from '#core/release/words/languages.ts';
import { fileKind, splitEnding } from './file-kinds.ts';

export interface SidecarName {
	name: string;
	kind: 'subtitle' | 'audio' | 'nfo' | 'image';
	language?: string;
	title?: string;
	isDefault: boolean;
	isForced: boolean;
	isHearingImpaired: boolean;
}

const codes = new Map<string, string>();
for (const { code, iso3, names, two } of languageRows) {
	for (const word of [code, ...iso3.split('|'), ...names.split('|'), ...(two?.split('|') ?? [])])
		if (word && !codes.has(word.toLowerCase())) codes.set(word.toLowerCase(), code);
}
for (const [word, code] of [
	['iw', 'he'],
	['vostfr', 'fr'],
	['vff', 'fr'],
	['vf', 'fr']
] as const)
	if (!codes.has(word)) codes.set(word, code);
const regional = /^([a-z]{2,3})[-_]([a-z]{2,4}|\d{3})$/i;

/** "en", "eng", "English", "pt-BR" -> BCP-47. */
export function languageOf(word: string): string | undefined {
	const lower = word.toLowerCase().replaceAll('_', '-');
	const known = codes.get(lower);
	if (known || !regional.test(lower)) return known;
	const [base, region] = lower.split('-') as [string, string];
	const main = codes.get(base);
	return (
		main &&
		`${main.split('-')[0]}-${region.length === 4 ? region[0]!.toUpperCase() + region.slice(1) : region.toUpperCase()}`
	);
}

/** What other words beside the language say of it: "Chinese (Simplified)", "Spanish (Latin America)", "chs". */
const kinds: readonly [base: string, words: RegExp, code: string][] = [
	['zh', /^(?:chs|simplified|hans|sc|gb)$/, 'zh-Hans'],
	['zh', /^(?:cht|traditional|hant|tc|big5)$/, 'zh-Hant'],
	['pt', /^(?:brazil|brazilian|brasil)$/, 'pt-BR'],
	['es', /^(?:latin america|latin american|latino|latinoam[eé]rica|lat)$/, 'es-419'],
	['fr', /^(?:canada|canadian|vfq)$/, 'fr-CA']
];

const flags: Record<string, 'isDefault' | 'isForced' | 'isHearingImpaired'> = {
	default: 'isDefault',
	forced: 'isForced',
	foreign: 'isForced',
	sdh: 'isHearingImpaired',
	cc: 'isHearingImpaired',
	hi: 'isHearingImpaired'
};

/** What the words between the film's name and the ending say: "Film.en.forced.srt". */
export function readSidecar(name: string, videoStem: string): SidecarName | undefined {
	const kind = fileKind(name);
	if (kind === undefined || kind === 'video') return undefined;
	const read: SidecarName = { name, kind, isDefault: false, isForced: false, isHearingImpaired: false };
	if (kind === 'nfo' || kind === 'image') return read;
	const rest = splitEnding(name).stem.slice(videoStem.length);
	const words = rest
		.split(videoStem === '' ? /[.[\]()_, -]+/ : /[.[\]()]+| - /)
		.map((word) => word.trim().replace(/^[-_]+|[-_]+$/g, ''))
		.filter((word) => word !== '');
	const titles: string[] = [];
	// The language stands nearest to the ending; "hi" is Hindi, unless another language is told.
	const spoken =
		words.filter((word) => word.toLowerCase() !== 'hi').findLast(languageOf) ?? words.findLast(languageOf);
	const base = spoken === undefined ? undefined : languageOf(spoken)!;
	for (const word of words) {
		const lower = word.toLowerCase();
		const flag = flags[lower];
		const kind = kinds.find(([of, shape]) => of === base && shape.test(lower));
		if (kind) read.language = kind[2];
		else if (word === spoken) read.language ??= base!;
		else if (flag) read[flag] = true;
		else titles.push(word);
	}
	if (titles.length > 0) read.title = titles.join('.');
	return read;
}

const general = new Set([
	'poster',
	'folder',
	'cover',
	'movie',
	'fanart',
	'backdrop',
	'banner',
	'landscape',
	'logo',
	'clearlogo',
	'thumb',
	'default'
]);

/** The video whose whole name a file begins with, longest first; stems in small letters. */
export function videoStemOf(name: string, stems: { has(stem: string): boolean }): string | undefined {
	const own = splitEnding(name).stem.toLowerCase();
	for (let end = own.length; end > 0; end--) {
		const follows = own[end];
		if (follows !== undefined && /[\p{L}\p{N}]/u.test(follows)) continue;
		if (stems.has(own.slice(0, end))) return own.slice(0, end);
	}
	return undefined;
}

/** What bears a name of its own and still belongs to the only film beside it. */
export function isGeneral(name: string): boolean {
	const kind = fileKind(name);
	return (
		kind === 'nfo' ||
		kind === 'subtitle' ||
		(kind === 'image' && general.has(splitEnding(name).stem.toLowerCase()))
	);
}
