import { categoryById } from './categories.ts';
import type { Release } from './release.ts';
import { element, textElement, xmlDocument } from './xml-text.ts';

export interface FeedOptions {
	title: string;
	description?: string;
	/** Address of the site or of our page about it. */
	link: string;
	/** Address of this very feed. */
	self: string;
	offset: number;
	/** All results there are, as far as known. */
	total: number;
	/** When a release has no date: readers refuse feeds that lack one. */
	now: number;
	/** Where readers fetch a release; may be a magnet. */
	linkFor(release: Release): string;
}

const namespaces = {
	'xmlns:atom': 'http://www.w3.org/2005/Atom',
	'xmlns:torznab': 'http://torznab.com/schemas/2015/feed',
	'xmlns:newznab': 'http://www.newznab.com/DTD/2010/feeds/attributes/'
};

/** A feed as Sonarr, Radarr and Prowlarr want it. */
export function writeFeed(releases: readonly Release[], options: FeedOptions): string {
	const { title, description = title, link, self, offset, total } = options;
	const channel = [
		element('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
		textElement('title', title),
		textElement('description', description),
		textElement('link', link),
		textElement('language', 'en-US'),
		element('torznab:response', { offset, total }),
		element('newznab:response', { offset, total }),
		...releases.map((release) => writeItem(release, options))
	];
	return xmlDocument(
		element('rss', { version: '2.0', ...namespaces }, element('channel', {}, channel.join('')))
	);
}

const enclosureTypes = { torrent: 'application/x-bittorrent', usenet: 'application/x-nzb' } as const;

function writeItem(release: Release, { linkFor, now }: FeedOptions): string {
	const link = linkFor(release);
	const size = release.sizeBytes ?? 0;
	const about = release.comments ?? release.details;
	const isLink = /^https?:/i.test(release.guid);
	return element(
		'item',
		{},
		[
			textElement('title', release.title),
			textElement('guid', release.guid, { isPermaLink: isLink ? 'true' : 'false' }),
			textElement('link', link),
			...(about ? [textElement('comments', about)] : []),
			textElement('pubDate', new Date(release.publishedAt ?? now).toUTCString().replace('GMT', '+0000')),
			textElement('size', size),
			...(release.description ? [textElement('description', release.description)] : []),
			...(release.files ? [textElement('files', release.files)] : []),
			...(release.grabs ? [textElement('grabs', release.grabs)] : []),
			...release.categories.map((id) => textElement('category', id)),
			element('enclosure', { url: link, length: size, type: enclosureTypes[release.protocol] }),
			...attributesOf(release).map(([name, value]) =>
				element(release.protocol === 'torrent' ? 'torznab:attr' : 'newznab:attr', { name, value })
			)
		].join('')
	);
}

type Attribute = [name: string, value: string | number];

/** Parents of categories are named too: readers ask for either. */
function withParents(categories: readonly number[]): number[] {
	const parents = categories.flatMap((id) => categoryById(id)?.parent ?? []);
	return [...new Set([...parents, ...categories])];
}

function attributesOf(release: Release): Attribute[] {
	const { seeders, leechers, usenet, imdbId } = release;
	const plain: [string, string | number | undefined][] = [
		['size', release.sizeBytes],
		['files', release.files],
		['grabs', release.grabs],
		['seeders', seeders],
		['peers', seeders === undefined ? undefined : seeders + (leechers ?? 0)],
		['leechers', leechers],
		['infohash', release.infoHash],
		['magneturl', release.magnet],
		['downloadvolumefactor', release.downloadVolumeFactor],
		['uploadvolumefactor', release.uploadVolumeFactor],
		['minimumratio', release.minimumRatio],
		['minimumseedtime', release.minimumSeedSeconds],
		['imdb', imdbId ? String(imdbId).padStart(7, '0') : undefined],
		['tmdbid', release.tmdbId],
		['tvdbid', release.tvdbId],
		['rageid', release.rageId],
		['tvmazeid', release.tvMazeId],
		['traktid', release.traktId],
		['doubanid', release.doubanId],
		['coverurl', release.poster],
		['genre', release.genres?.join(', ')],
		['year', release.year],
		['author', release.author],
		['booktitle', release.bookTitle],
		['publisher', release.publisher],
		['artist', release.artist],
		['album', release.album],
		['label', release.label],
		['track', release.track],
		['group', usenet?.group],
		['poster', usenet?.poster],
		['password', usenet?.password === undefined ? undefined : Number(usenet.password)],
		['usenetdate', usenet?.usenetDate === undefined ? undefined : new Date(usenet.usenetDate).toUTCString()],
		['completion', usenet?.completion]
	];
	return [
		...withParents(release.categories).map((id): Attribute => ['category', id]),
		...plain.filter(
			(entry): entry is Attribute =>
				(entry[1] !== undefined && entry[1] !== '' && entry[1] !== 0) || isTellingZero(entry)
		),
		...(release.flags ?? []).map((flag): Attribute => ['tag', flag])
	];
}

const tellingZeros = new Set([
	'seeders',
	'peers',
	'leechers',
	'downloadvolumefactor',
	'uploadvolumefactor',
	'password',
	'grabs'
]);
const isTellingZero = ([name, value]: [string, string | number | undefined]): boolean =>
	value === 0 && tellingZeros.has(name);
