import { decodeHTMLStrict } from 'entities/decode';
import {
	elementChildren,
	filterElements,
	findElement,
	rootElement,
	textContent,
	type ElementNode
} from '../definition/page/tree.ts';
import { parseXml } from '../definition/page/xml.ts';
import type { Release } from './release.ts';
import { readError, TorznabFault } from './torznab-fault.ts';

export interface Feed {
	releases: Release[];
	/** All results there are, if the indexer says. */
	total?: number;
	limits?: ApiLimits;
}
export interface ApiLimits {
	apiCurrent?: number;
	apiMax?: number;
	grabCurrent?: number;
	grabMax?: number;
}

type Protocol = Release['protocol'];

/** Reads a Torznab or Newznab feed; items without title or link are left out. */
export function readFeed(xml: string, { url, protocol }: { url: string; protocol: Protocol }): Feed {
	const root = rootElement(parseXml(xml));
	const error = root && readError(root);
	if (error) throw error;
	if (root?.name !== 'rss') {
		const isPage = root?.name === 'html' || /^\s*<!doctype html/i.test(xml);
		throw new TorznabFault(
			900,
			isPage ? 'The indexer answered with a web page instead of a feed.' : 'The answer is not a feed.'
		);
	}
	const items = filterElements(root, ({ name }) => name === 'item');
	const total = Number(findElement(root, ({ name }) => name === 'response')?.attributes.get('total'));
	const limits = readLimits(findElement(root, ({ name }) => name === 'apilimits'));
	return {
		releases: items.flatMap((item) => readItem(item, url, protocol) ?? []),
		...(Number.isFinite(total) && total > 0 && { total }),
		...(limits && { limits })
	};
}

function readLimits(limits: ElementNode | undefined): ApiLimits | undefined {
	if (!limits) return undefined;
	const number = (name: string) => {
		const value = limits.attributes.get(name);
		return value && Number.isFinite(Number(value)) ? Number(value) : undefined;
	};
	const read = {
		apiCurrent: number('apicurrent'),
		apiMax: number('apimax'),
		grabCurrent: number('grabcurrent'),
		grabMax: number('grabmax')
	};
	return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

const enclosureOrder: Record<Protocol, string[]> = {
	torrent: ['application/x-bittorrent', 'application/x-bittorrent;x-scheme-handler/magnet'],
	usenet: ['application/x-nzb']
};

function readItem(item: ElementNode, base: string, expected: Protocol): Release | undefined {
	const children = elementChildren(item);
	const text = (wanted: string) => {
		const found = children.find((child) => child.name === wanted && textContent(child).trim() !== '');
		return found && textContent(found).trim();
	};
	const title = decodeHTMLStrict(text('title') ?? '');
	const enclosure = chooseEnclosure(children, expected);
	const target = enclosure?.attributes.get('url')?.trim() || text('link');
	if (!title || !target) return undefined;
	const attributes = readAttributes(children);
	const address = /^magnet:/i.test(target) ? target : absolute(target, base);
	const comments = text('comments')?.replace(/#comments$/, '');
	const magnet = attributes.first('magneturl') ?? (/^magnet:/i.test(target) ? target : undefined);
	const release: Release = {
		title,
		guid: text('guid') ?? address,
		protocol: expected,
		categories: readCategories(attributes, children),
		...(!/^magnet:/i.test(address) && { download: address }),
		...(magnet && { magnet }),
		...(comments && { details: absolute(comments, base) })
	};
	return withNumbers(release, attributes, {
		size: attributes.first('size') ?? enclosure?.attributes.get('length') ?? text('size'),
		date: attributes.first('usenetdate') ?? text('pubdate'),
		grabs: attributes.first('grabs') ?? text('grabs'),
		files: attributes.first('files') ?? text('files'),
		description: text('description')
	});
}

function chooseEnclosure(children: readonly ElementNode[], protocol: Protocol): ElementNode | undefined {
	const enclosures = children.filter(({ name }) => name === 'enclosure');
	const types = enclosureOrder[protocol];
	const rank = (enclosure: ElementNode) =>
		types.indexOf(enclosure.attributes.get('type')?.replaceAll(' ', '').toLowerCase() ?? '');
	return (
		enclosures.filter((enclosure) => rank(enclosure) >= 0).sort((a, b) => rank(a) - rank(b))[0] ??
		enclosures[0]
	);
}

const absolute = (address: string, base: string): string =>
	URL.canParse(address, base) ? new URL(address, base).href : address;

interface Attributes {
	first(...names: string[]): string | undefined;
	all(name: string): string[];
}

/** `torznab:attr` and `newznab:attr` alike; names ignore case. */
function readAttributes(children: readonly ElementNode[]): Attributes {
	const values = new Map<string, string[]>();
	for (const { name, attributes } of children) {
		const key = name === 'attr' ? attributes.get('name')?.toLowerCase() : undefined;
		const value = attributes.get('value')?.trim();
		if (key && value) values.set(key, [...(values.get(key) ?? []), value]);
	}
	return {
		first: (...names) => names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined),
		all: (name) => values.get(name) ?? []
	};
}

function readCategories(attributes: Attributes, children: readonly ElementNode[]): number[] {
	const named = attributes.all('category');
	const texts = named.length
		? named
		: children.filter(({ name }) => name === 'category').map((child) => textContent(child));
	return [...new Set(texts.map(Number).filter((id) => Number.isInteger(id) && id > 0))];
}

/** Whole numbers as some feeds write them: `1,234`, `5.0`. */
function whole(text: string | undefined): number | undefined {
	const value = Number(text?.replaceAll(',', ''));
	return text && Number.isFinite(value) && value >= 0 ? Math.trunc(value) : undefined;
}
const decimal = (text: string | undefined): number | undefined =>
	text && Number.isFinite(Number(text)) ? Number(text) : undefined;
const id = (text: string | undefined): number | undefined =>
	Number(/\d+/.exec(text ?? '')?.[0] ?? 0) || undefined;

interface OwnTexts {
	size: string | undefined;
	date: string | undefined;
	grabs: string | undefined;
	files: string | undefined;
	description: string | undefined;
}

function withNumbers(release: Release, { first, all }: Attributes, own: OwnTexts): Release {
	const seeders = whole(first('seeders'));
	const peers = whole(first('peers'));
	const flags = all('tag').map((tag) => tag.toLowerCase());
	const optional: { [K in keyof Release]?: Release[K] | undefined } = {
		sizeBytes: whole(own.size) || undefined,
		publishedAt: readDate(own.date),
		seeders,
		leechers:
			whole(first('leechers')) ?? (peers === undefined ? undefined : Math.max(0, peers - (seeders ?? 0))),
		grabs: whole(own.grabs),
		files: whole(own.files),
		infoHash: first('infohash'),
		description: own.description,
		downloadVolumeFactor: decimal(first('downloadvolumefactor')),
		uploadVolumeFactor: decimal(first('uploadvolumefactor')),
		minimumRatio: decimal(first('minimumratio')),
		minimumSeedSeconds: whole(first('minimumseedtime')),
		imdbId: id(first('imdb', 'imdbid')),
		tmdbId: id(first('tmdbid', 'tmdb')),
		tvdbId: id(first('tvdbid', 'tvdb')),
		rageId: id(first('rageid', 'tvrageid')),
		tvMazeId: id(first('tvmazeid')),
		traktId: id(first('traktid')),
		doubanId: id(first('doubanid')),
		poster: first('coverurl', 'backdropurl'),
		year: id(first('year')),
		author: first('author'),
		bookTitle: first('booktitle'),
		publisher: first('publisher'),
		artist: first('artist'),
		album: first('album'),
		label: first('label'),
		track: first('track'),
		genres: first('genre')
			?.split(/\s*[,|]\s*/)
			.filter(Boolean),
		flags: flags.length ? flags : undefined,
		usenet: release.protocol === 'usenet' ? readUsenet(first) : undefined
	};
	return {
		...release,
		...(Object.fromEntries(
			Object.entries(optional).filter(([, value]) => value !== undefined)
		) as Partial<Release>)
	};
}

function readUsenet(first: Attributes['first']): NonNullable<Release['usenet']> {
	const group = first('group');
	const poster = first('poster');
	const password = first('password');
	const usenetDate = readDate(first('usenetdate'));
	const completion = decimal(first('completion'));
	return {
		...(group && { group }),
		...(poster && { poster }),
		// 2 means that somebody suspects a password.
		...(password !== undefined && { password: !/^(?:0|false|no)$/i.test(password) }),
		...(usenetDate !== undefined && { usenetDate }),
		...(completion !== undefined && { completion })
	};
}

/** Without zone UTC is meant; zones nobody knows are dropped. */
export function readDate(text: string | undefined): number | undefined {
	if (!text) return undefined;
	const zoned = /(?:[+-]\d\d:?\d\d|\b(?:GMT|UTC|UT|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT)|\dZ)$/i.test(text);
	const tries = zoned ? [text] : [`${text}Z`, `${text} UTC`, text.replace(/\s+[A-Z]{2,5}$/, ' UTC')];
	return tries.map((candidate) => Date.parse(candidate)).find((time) => !Number.isNaN(time));
}
