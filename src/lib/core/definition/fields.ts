import type { Release } from '../torznab/release.ts';
import { categoriesByDescription, categoriesById } from './category-map.ts';
import { guessTime, timeText } from './dates/guess.ts';
import type { Definition, Field } from './definition.ts';
import { isMagnet } from './magnet.ts';
import { parseDecimal, parseId, parseInteger, parseSize } from './numbers.ts';
import { isBlank, splitWords, trim } from './text.ts';

export type Draft = Partial<Omit<Release, 'categories' | 'guid' | 'protocol'>> & { categories: number[] };

interface Setting {
	draft: Draft;
	text: string;
	modifiers: readonly string[];
	definition: Definition;
	/** Address of the search request; links are relative to it. */
	address: string;
	now: number;
}
/** Stores a field in the release and gives its text for later templates. */
type Setter = (setting: Setting) => string;

type Texts =
	| 'poster'
	| 'author'
	| 'bookTitle'
	| 'publisher'
	| 'artist'
	| 'album'
	| 'label'
	| 'track'
	| 'infoHash'
	| 'magnet';
type Numbers =
	| 'grabs'
	| 'files'
	| 'year'
	| 'minimumSeedSeconds'
	| 'downloadVolumeFactor'
	| 'uploadVolumeFactor'
	| 'minimumRatio'
	| 'imdbId'
	| 'tmdbId'
	| 'tvdbId'
	| 'rageId'
	| 'tvMazeId'
	| 'traktId'
	| 'doubanId';

const mostPeers = 5_000_000;

const text =
	(key: Texts): Setter =>
	({ draft, text: value }) =>
		(draft[key] = value);
const number =
	(key: Numbers, parse: (text: string) => number): Setter =>
	({ draft, text: value }) =>
		String((draft[key] = parse(value)));
const peers =
	(key: 'seeders' | 'leechers'): Setter =>
	({ draft, text: value }) => {
		const count = parseInteger(value);
		return String((draft[key] = count < mostPeers ? count : 0));
	};
const appended =
	(key: 'title' | 'description'): Setter =>
	({ draft, text: value, modifiers }) =>
		(draft[key] = modifiers.includes('append') ? (draft[key] ?? '') + value : value);

function link(address: string, base: string): string {
	if (!URL.canParse(address, base))
		throw new Error(`${JSON.stringify(address.slice(0, 80))} is not an address`);
	return new URL(address, base).href;
}

const page =
	(key: 'details' | 'comments' | 'poster'): Setter =>
	({ draft, text: value, address }) => {
		if (isBlank(value)) return '';
		return (draft[key] = link(value, address));
	};

function setDownload({ draft, text: value, address }: Setting): string {
	if (isBlank(value)) {
		delete draft.download;
		return '';
	}
	const target = trim(value);
	return isMagnet(target) ? (draft.magnet = target) : (draft.download = link(target, address));
}

const categories =
	(find: (definition: Definition, text: string) => number[]): Setter =>
	({ draft, text: value, modifiers, definition }) => {
		const found = find(definition, value);
		const before = modifiers.includes('noappend') ? [] : draft.categories;
		draft.categories = [...new Set([...before, ...found])];
		return value;
	};

function setDate({ draft, text: value, now }: Setting): string {
	const time = guessTime(value, now);
	draft.publishedAt = Math.min(time, now);
	return timeText(time);
}

function setGenre({ draft, text: value }: Setting): string {
	const added = splitWords(value).map((genre) => genre.replaceAll('_', ' '));
	draft.genres = [...new Set([...(draft.genres ?? []), ...added])];
	return draft.genres.join(', ');
}

const setters: Record<string, Setter> = {
	title: appended('title'),
	description: appended('description'),
	details: page('details'),
	comments: page('comments'),
	download: setDownload,
	magnet: text('magnet'),
	infohash: text('infoHash'),
	category: categories(categoriesById),
	categorydesc: categories(categoriesByDescription),
	size: ({ draft, text: value }) => String((draft.sizeBytes = parseSize(value))),
	date: setDate,
	seeders: peers('seeders'),
	leechers: peers('leechers'),
	grabs: number('grabs', parseInteger),
	files: number('files', parseInteger),
	downloadvolumefactor: number('downloadVolumeFactor', parseDecimal),
	uploadvolumefactor: number('uploadVolumeFactor', parseDecimal),
	minimumratio: number('minimumRatio', parseDecimal),
	minimumseedtime: number('minimumSeedSeconds', parseInteger),
	imdb: number('imdbId', parseId),
	imdbid: number('imdbId', parseId),
	tmdbid: number('tmdbId', parseId),
	tvdbid: number('tvdbId', parseId),
	rageid: number('rageId', parseId),
	tvmazeid: number('tvMazeId', parseId),
	traktid: number('traktId', parseId),
	doubanid: number('doubanId', parseId),
	poster: page('poster'),
	genre: setGenre,
	year: number('year', parseInteger),
	author: text('author'),
	booktitle: text('bookTitle'),
	publisher: text('publisher'),
	artist: text('artist'),
	album: text('album'),
	label: text('label'),
	track: text('track')
};

const alwaysOptional = new Set([
	'imdb',
	'imdbid',
	'tmdbid',
	'rageid',
	'tvdbid',
	'tvmazeid',
	'traktid',
	'doubanid',
	'poster',
	'banner',
	'genre',
	'description'
]);

export const isOptional = (field: Field): boolean =>
	field.optional || field.modifiers.includes('optional') || alwaysOptional.has(field.name);

export const isKnownField = (name: string): boolean => Object.hasOwn(setters, name);

export function setField(field: Field, setting: Omit<Setting, 'modifiers'>): string {
	const setter = isKnownField(field.name) ? setters[field.name] : undefined;
	return setter ? setter({ ...setting, modifiers: field.modifiers }) : setting.text;
}
